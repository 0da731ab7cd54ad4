using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Messages;

/// <summary>The letters that wait, each on sheets of its own, ready for the printer; afterwards they are marked as posted.</summary>
[Right(Right.PrintLetters)]
[Right(Right.SeePersonalData)]
public sealed class PrintModel(ListMessages lists, PostLetters post, Calendars calendars) : StaffPage
{
    /// <summary>The letters.</summary>
    public IReadOnlyList<MessageView> Letters { get; private set; } = [];

    /// <summary>The municipality's clock.</summary>
    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>Shows the letters.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>They went to the post: those that were on this page, not those that came since.</summary>
    public Task<IActionResult> OnPostAsync(List<Guid> letters, CancellationToken cancel) => Answer(
        post.Handle(new PostLetters.Request(RequestKey, letters.ConvertAll(id => new MessageId(id)), Actor), cancel),
        _ =>
        {
            TempData["Notice"] = "Posted";
            return LocalRedirect(MessageLists.Href(MessageList.Letters));
        },
        "");

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var read = await lists.ToPost(Actor, cancel);
        if (read.Succeeded) Letters = read.Value;
        Zone = (await calendars.Current(cancel)).Zone;
    }
}

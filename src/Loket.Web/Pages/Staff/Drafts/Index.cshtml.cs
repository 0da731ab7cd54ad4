using Loket.Cases.Reading;
using Loket.Organisation.Drafts;
using Loket.Organisation.Settings;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Drafts;

/// <summary>What the reader has written and not sent, to go on with or to throw away.</summary>
[AnyStaff]
public sealed class IndexModel(OpenDrafts drafts, DropDraft drop, Calendars calendars) : StaffPage
{
    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The drafts, newest first.</summary>
    public IReadOnlyList<DraftLine> Lines { get; private set; } = [];

    /// <summary>The municipality's clock.</summary>
    public DateTimeZone Zone { get; private set; } = null!;

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Throws one away.</summary>
    public async Task<IActionResult> OnPostAsync(string? draft, CancellationToken cancel)
    {
        if (DraftSubject.Read(draft) is not { } about) return BadRequest();
        return await Answer(drop.Handle(about, null, Actor, cancel), _ =>
        {
            Notice = "Discarded";
            return LocalRedirect(Links.Drafts);
        });
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Lines = await drafts.Handle(Actor, cancel);
        Zone = (await calendars.Current(cancel)).Zone;
    }
}

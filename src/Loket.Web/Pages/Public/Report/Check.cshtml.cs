using System.Globalization;
using Loket.Cases.Telling;
using Loket.Contacts;
using Loket.Intake;
using Loket.Intake.Residents;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Places;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>All answers, before they are sent.</summary>
[Open]
public sealed class CheckModel(FindDraft find, KeepAnswers keep, SendDraft send, ReadPlace places) : DraftPage(find, keep)
{
    /// <summary>Where it is, as it was understood.</summary>
    public Place Place { get; private set; } = Place.Unknown;

    /// <summary>Name of the village that was chosen.</summary>
    public string? Village { get; private set; }

    /// <summary>The formal paper as which it will be registered.</summary>
    public FormalPaper? Paper { get; private set; }

    /// <summary>Name of that paper in the reader's language.</summary>
    public string? PaperName => NameOf(Paper);

    /// <summary>Name of the formal paper that it may be by its words.</summary>
    public string? Proposed => Answers.Kind is null ? null : NameOf(SendDraft.PaperProposed(Answers));

    /// <summary>Where we write or call.</summary>
    public string? TellTo => Answers.TellBy switch
    {
        MessageChannel.Email => Answers.Email,
        MessageChannel.Sms or MessageChannel.Phone => NormalisedPhone.Read(Answers.Phone) is { Succeeded: true } phone ? phone.Value.Display : null,
        MessageChannel.Letter => Answers.Address?.Replace("\n", ", ", StringComparison.Ordinal),
        _ => null,
    };

    /// <inheritdoc />
    protected override ResidentStep Step => ResidentStep.Check;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is { } elsewhere) return elsewhere;
        await Load(cancel);
        return Page();
    }

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var sent = await send.Handle(Token, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cancel);
        if (sent.Succeeded) return LocalRedirect("~/melden/klaar");
        if (sent.Failure == IntakeFailures.DraftGone || sent.Failure == IntakeFailures.DraftUnfinished)
        {
            await Load(cancel);
            return LocalRedirect(PathOf(Answers.NextStep));
        }

        return await Refuse(sent.Failure with { Field = null });
    }

    private static string? NameOf(FormalPaper? paper) => paper is { } known ? PaperNames.Of(known, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) : null;

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        await base.Load(cancel);
        // A village that was taken off the list meanwhile is said on sending.
        var where = await places.Handle(SendDraft.WhereIn(Answers), cancel);
        Place = where.Succeeded ? where.Value : Place.Unknown;
        Village = (await places.Villages(cancel)).FirstOrDefault(village => village.Key == Answers.Village)?.Name;
        Paper = Answers.Kind is null ? null : SendDraft.PaperIn(Answers);
    }
}

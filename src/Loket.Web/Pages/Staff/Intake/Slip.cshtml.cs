using System.Globalization;
using Loket.Cases.Reading;
using Loket.Intake.Follow;
using Loket.Intake.Register;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Intake;

/// <summary>The slip that a resident takes home: the reference, and a PIN to follow the case where its kind may be followed (row A11).</summary>
/// <remarks>Asking for the slip makes a new PIN, which is shown on that paper alone; a page that is only opened has none.</remarks>
[Right(Right.RegisterContacts)]
public sealed class SlipModel(ReadReceipt receipts, FollowedCases followed, IssuePin issue, Profiles profiles, Calendars calendars) : StaffPage
{
    /// <summary>The reference of the matter.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>The language to go back to.</summary>
    [BindProperty(SupportsGet = true, Name = "van")]
    public string? From { get; set; }

    /// <summary>The matter.</summary>
    public TakenMatter Taken { get; private set; } = null!;

    /// <summary>What was promised; null for what became no case.</summary>
    public PromisedCase? Promise { get; private set; }

    /// <summary>The six digits; null when the page was only opened, or this cannot be followed.</summary>
    public string? Pin { get; private set; }

    /// <summary>The day on which it came in.</summary>
    public LocalDate ReceivedOn { get; private set; }

    /// <summary>When the resident hears at the latest.</summary>
    public LocalDate? Until { get; private set; }

    /// <summary>The number to call; null when there is none.</summary>
    public string? Phone { get; private set; }

    /// <summary>Where the case is followed, in the language of the slip; also as people type it.</summary>
    public (string Full, string WithoutScheme) FollowAddress { get; private set; }

    /// <summary>That address as a square code.</summary>
    public HtmlString Square => SquareCode.Of(FollowAddress.Full);

    /// <summary>Shows the slip without a PIN.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    /// <summary>Makes a PIN and shows the slip with it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Read(cancel)) return NotFound();
        if (Promise is not { CanBeFollowed: true }) return Page();
        return await Answer(issue.Handle(new IssuePin.Request(Taken.Reference, Actor), cancel), pin =>
        {
            Pin = pin;
            return Page();
        });
    }

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (await receipts.Handle(Reference, Actor, cancel) is not { } taken) return false;
        Taken = taken;
        Promise = await followed.Promised(taken.Reference.ToString(), cancel);
        var zone = (await calendars.Current(cancel)).Zone;
        ReceivedOn = taken.Matter.ReceivedDay(zone);
        Until = Promise?.DeadlineAt?.InZone(zone).Date;
        var profile = await profiles.Current(cancel);
        Phone = profile.Phone.Length == 0 ? null : profile.Phone;
        var full = profile.AddressOf("/volgen", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        FollowAddress = (full, full[(full.IndexOf("://", StringComparison.Ordinal) + 3)..]);
        return true;
    }
}

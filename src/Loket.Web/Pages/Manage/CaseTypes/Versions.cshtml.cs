using System.Text;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>In what the draft of a kind of case differs from what is live, what it lacks, and what went live before; here it goes live.</summary>
[Right(Right.Configure)]
public sealed class VersionsModel(CaseTypeForms forms, MakeTypeLive live, DropTypeDraft drop, Calendars calendars, NameBooks books) : StaffPage
{
    private DateTimeZone zone = DateTimeZone.Utc;

    /// <summary>The type's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The draft, beside what is live.</summary>
    public CaseTypeSetUp Stands { get; private set; } = null!;

    /// <summary>What went live, newest first.</summary>
    public IReadOnlyList<TypeVersion> Versions { get; private set; } = [];

    /// <summary>Names of what they refer to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return Stands is null ? NotFound() : Page();
    }

    /// <summary>The draft as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        if (await forms.Type(Type, Actor, cancel) is not { } stands) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(Encoding.UTF8.GetBytes(TypeFile.Write(stands.Details)), "application/json", stands.Details.Key + ".json");
    }

    /// <summary>Makes the draft live.</summary>
    public Task<IActionResult> OnPostLiveAsync(int seen, CancellationToken cancel) =>
        Answer(live.Handle(new DraftOfType(RequestKey, Type, seen, Actor), cancel), _ => Done("Live", $"~/beheer/zaaktypen/{Type}/versies"));

    /// <summary>Drops the draft; of what never went live nothing is left to show.</summary>
    public async Task<IActionResult> OnPostDropAsync(int seen, CancellationToken cancel)
    {
        var isLive = await forms.Type(Type, Actor, cancel) is { LiveNumber: > 0 };
        return await Answer(drop.Handle(new DraftOfType(RequestKey, Type, seen, Actor), cancel), _ => Done("Dropped", isLive ? $"~/beheer/zaaktypen/{Type}/versies" : "~/beheer/zaaktypen"));
    }

    /// <summary>Name of the text that something missing is about; null for no text.</summary>
    public string? TextOf(Failure missing) => TypeGaps.TextOf(Stands.Details, missing) is { } text ? TypeComparison.TextOf($"{text.Template} {text.Language}", Words) : null;

    /// <summary>A moment on the clock of the municipality.</summary>
    public LocalDateTime Moment(Instant at) => at.InZone(zone).LocalDateTime;

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Stands = (await forms.Type(Type, Actor, cancel))!;
        Versions = await forms.Versions(Type, Actor, cancel);
        Names = await books.Open([], cancel);
        zone = (await calendars.Current(cancel)).Zone;
    }

    private LocalRedirectResult Done(string notice, string href)
    {
        Notice = notice;
        return LocalRedirect(href);
    }
}

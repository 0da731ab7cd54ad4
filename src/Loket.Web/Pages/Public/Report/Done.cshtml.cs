using System.Globalization;
using Loket.Cases.Telling;
using Loket.Intake.Residents;
using Loket.Messages;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Public.Report;

/// <summary>It arrived: the reference, the term and what happens next.</summary>
[Open]
public sealed class DoneModel(FindDraft find, TenantContext tenant) : PublicPage
{
    private static readonly string[] Ordinals = ["th", "st", "nd", "rd"];

    /// <summary>What the resident is told.</summary>
    public ResidentReceipt Receipt { get; private set; } = null!;

    /// <summary>Name and law of the formal paper.</summary>
    public (string Name, string? Law)? Paper => Receipt.Paper is { } paper ? (PaperNames.Of(paper, Language), PaperNames.LawOf(paper, Language)) : null;

    /// <summary>Name of the formal paper that it may be by its words.</summary>
    public string? Proposed => Receipt.Proposed is { } paper ? PaperNames.Of(paper, Language) : null;

    /// <summary>"3e", "3rd".</summary>
    public string Nth => Language == "en"
        ? Receipt.Contacts + Ordinals[Receipt.Contacts % 100 is >= 11 and <= 13 || Receipt.Contacts % 10 > 3 ? 0 : Receipt.Contacts % 10]
        : Receipt.Contacts + "e";

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>A day in words.</summary>
    public string Day(Instant at) => MessageWords.Day(at, tenant.Tenant.Clock.Now(), Language);

    /// <summary>Shows the page to the browser that sent it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if ((await find.Handle(DraftCookie.Read(Request), cancel))?.Sent is not { } sent) return LocalRedirect("~/melden");
        Receipt = sent;
        return Page();
    }
}

using System.Globalization;
using System.Text.Json;
using Loket.Cases.OnFile;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Loket.Web.Pages.Staff.Access;

/// <summary>Everything that is kept of one person, to read, to print and as a file, for who answers their request to see it (AVG, article 15).</summary>
[Right(Right.AnswerPrivacyRequests, Right.WorkOnCases)]
public sealed class IndexModel(MakeAccessReport make, EraseAtRequest erase, NameBooks books, Calendars calendars) : StaffPage
{
    private DateTimeZone zone = DateTimeZone.Utc;

    /// <summary>Whose data.</summary>
    [BindProperty(SupportsGet = true)]
    public AccessForm Form { get; set; } = new();

    /// <summary>What is kept; null where nobody was asked about.</summary>
    public AccessReport? Report { get; private set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Names for what it refers to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>Address of the same as a file.</summary>
    public string Json => Url.Content(Links.Access) + QueryString.Create("Form.Reference", Form.Reference ?? "").Add("handler", "Json");

    /// <summary>A moment on the clock of the municipality.</summary>
    public LocalDateTime At(Instant at) => at.InZone(zone).LocalDateTime;

    /// <summary>For what somebody looked, in words.</summary>
    public string Purpose(LookOnFile look) =>
        look.Purpose is { } purpose && TimelineWords.Here.Has("purpose." + purpose) ? TimelineWords.Here["purpose." + purpose] : look.Purpose ?? TimelineWords.Here[look.Kind, 1];

    /// <summary>Shows the form, and what is kept of whom it asks about.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Form.Reference)) return Page();
        var made = await make.Handle(Form.Reference, Actor, cancel);
        if (!made.Succeeded) return await Refuse(made.Failure);
        zone = (await calendars.Current(cancel)).Zone;
        (Report, Names) = (made.Value, await books.Open([], cancel));
        return Page();
    }

    /// <summary>Erases what may go, and says until when the rest stays.</summary>
    public Task<IActionResult> OnPostEraseAsync(CancellationToken cancel) => Answer(erase.Handle(RequestKey, Form.Reference, Actor, cancel), stays =>
    {
        Notice = Words["Erased"] + Why(stays);
        return LocalRedirect(Links.Access);
    }, "");

    /// <summary>The same as a file that a program can read.</summary>
    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancel)
    {
        var made = await make.Handle(Form.Reference, Actor, cancel);
        if (!made.Succeeded) return await Refuse(made.Failure);
        Response.Headers.CacheControl = "private, no-store";
        var day = made.Value.At.InZone((await calendars.Current(cancel)).Zone).Date;
        return File(JsonSerializer.SerializeToUtf8Bytes(made.Value, Storage.Json.Options), "application/json", $"inzage-{LocalDatePattern.Iso.Format(day)}.json");
    }

    private string Why(StaysOnFile stays) =>
        stays.IsOpen ? " " + Words["Erased.Open"] : stays.IsKeptForEver ? " " + Words["Erased.ForEver"] : stays.IsDue ? " " + Words["Erased.Due"]
        : stays.KeptUntil is { } until ? " " + Words["Erased.Until", DateWords.Medium(until, CultureInfo.CurrentUICulture)] : "";
}

/// <summary>Whose data somebody asks to see.</summary>
public sealed class AccessForm
{
    /// <summary>A reference of a contact or case of theirs.</summary>
    public string? Reference { get; set; }
}

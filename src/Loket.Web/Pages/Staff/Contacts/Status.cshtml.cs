using System.Globalization;
using Loket.Intake.Follow;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Contacts;

/// <summary>A resident asks by telephone or at a desk how it stands (row A11): first the control questions, then the words to say.</summary>
[Right(Right.SeeCases)]
[Right(Right.SeePersonalData)]
public sealed class StatusModel(TellStatus tell, NameBooks books, Calendars calendars, TenantContext tenant) : StaffPage
{
    private const int LastFigures = 4;
    private NameBook names = null!;
    private DateTimeZone zone = null!;

    /// <summary>The reference of who says to be calling.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>What was answered rightly.</summary>
    [BindProperty]
    public StatusForm Form { get; set; } = new();

    /// <summary>What can be asked and told.</summary>
    public StatusToTell Found { get; private set; } = null!;

    /// <summary>Whether enough was answered, and it is written down that it is told.</summary>
    public bool Told { get; private set; }

    /// <summary>The questions, each with what is right.</summary>
    public IReadOnlyList<Choice> Questions =>
        [.. Found.Questions.Select(question => new Choice(question.ToString(), Words["Question." + question], Words["Known", KnownOf(question)]))];

    /// <summary>What the resident is told: the words of the page for following, in the language of the contact.</summary>
    public IReadOnlyList<string> Lines => Public.Follow.CaseModel.Aloud(Found.Case, Found.Planned, tenant.Tenant.Clock.Now(), Found.Matter.Language);

    /// <summary>Shows the questions.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return Found is null ? NotFound() : Page();
    }

    /// <summary>Shows what may be told, once enough was answered rightly.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Found is null) return NotFound();
        var answered = Form.Answered.Select(name => Enum.TryParse<ControlQuestion>(name, out var question) ? question : (ControlQuestion?)null).OfType<ControlQuestion>();
        return await Answer(tell.Handle(new TellStatus.Request(RequestKey, Reference, [.. answered], Actor), cancel), _ =>
        {
            Told = true;
            return Page();
        });
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        if (Found is not null) return;
        var opened = await tell.Open(Reference, Actor, cancel);
        if (!opened.Succeeded) return;
        Found = opened.Value;
        names = await books.Open([], cancel);
        zone = (await calendars.Current(cancel)).Zone;
    }

    // Of a number and an e-mail address only as much as is asked.
    private string KnownOf(ControlQuestion question)
    {
        var (matter, person) = (Found.Matter, Found.Person);
        return question switch
        {
            ControlQuestion.Place => names.Place(matter.Place.Address, matter.Place.Asset, matter.Place.Area, matter.Place.Text),
            ControlQuestion.Day => DateWords.Long(matter.ReceivedDay(zone), CultureInfo.CurrentUICulture),
            ControlQuestion.Phone when person?.Phone is { } phone => phone[^Math.Min(LastFigures, phone.Length)..],
            ControlQuestion.Email when person?.Email is { } email => $"{email[0]}…{email[Math.Max(0, email.LastIndexOf('@'))..]}",
            ControlQuestion.Address when person?.Address is { } address => address.Replace("\n", ", ", StringComparison.Ordinal),
            _ => matter.Reference,
        };
    }
}

/// <summary>What was answered rightly.</summary>
public sealed class StatusForm
{
    /// <summary>Names of a <see cref="ControlQuestion"/>.</summary>
    public List<string> Answered { get; set; } = [];
}

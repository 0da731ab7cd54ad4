using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Loket.Web.Pages.Manage.OnCall;

/// <summary>Who is called about danger outside working hours (row A14).</summary>
[Right(Right.Configure, Right.LeadTeam)]
public sealed class IndexModel(ComingDuties duties, StaffDirectory staff, Calendars calendars, TenantContext tenant, SetOnCallDuty set, RemoveOnCallDuty remove) : StaffPage
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>A new stretch.</summary>
    [BindProperty]
    public DutyForm Form { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The stretches that last or are still to come.</summary>
    public IReadOnlyList<DutyCard> Duties { get; private set; } = [];

    /// <summary>The stretches of the coming week, outside working time, in which nobody is on duty.</summary>
    public IReadOnlyList<Interval> Gaps { get; private set; } = [];

    /// <summary>Everybody who works here, by identity.</summary>
    public IReadOnlyDictionary<StaffId, StaffCard> People { get; private set; } = new Dictionary<StaffId, StaffCard>();

    /// <summary>Who can be on duty.</summary>
    public IReadOnlyList<Choice> Choices => [.. People.Values.Where(person => RoleRights.Of(person.Roles).Contains(Right.BeOnCall)).OrderBy(person => person.Name, StringComparer.CurrentCulture)
        .Select(person => new Choice(person.Id.Value.ToString(), person.Phone.Length == 0 ? person.Name : $"{person.Name} ({person.Phone})"))];

    /// <summary>The municipality's clock.</summary>
    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>Now, on the clock of the municipality.</summary>
    public Instant Now => tenant.Tenant.Clock.Now();

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Adds a stretch.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Form.From.Date is not { } firstDay) return await Refuse(OrganisationFailures.NoDate.At("From"));
        if (TimeOf(Form.FromTime) is not { } fromTime) return await Refuse(OrganisationFailures.NoTime.At("FromTime"));
        if (Form.Until.Date is not { } lastDay) return await Refuse(OrganisationFailures.NoDate.At("Until"));
        if (TimeOf(Form.UntilTime) is not { } untilTime) return await Refuse(OrganisationFailures.NoTime.At("UntilTime"));
        if (Form.People.FindIndex(id => id is not null && Person(id) is null) is >= 0 and var unknown) return await Refuse(OrganisationFailures.Required.At($"People[{unknown}]"));
        var people = Form.People.Select(Person).OfType<StaffId>().ToList();
        return await Answer(set.Handle(new SetOnCallDuty.Request(RequestKey, Moment(firstDay, fromTime), Moment(lastDay, untilTime), people, Actor), cancel), _ => Saved("Saved"));
    }

    /// <summary>Takes a stretch away.</summary>
    public Task<IActionResult> OnPostRemoveAsync(Guid duty, CancellationToken cancel) =>
        Answer(remove.Handle(new RemoveOnCallDuty.Request(RequestKey, new OnCallDutyId(duty), Actor), cancel), _ => Saved("Removed"), "");

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var calendar = await calendars.Current(cancel);
        Zone = calendar.Zone;
        Duties = await duties.After(Now, cancel);
        Gaps = DutyGaps.Of(Duties, new WorkingTime(calendar), Now, Now + DutyGaps.Ahead);
        People = (await staff.All(null, cancel)).ToDictionary(person => person.Id);
    }

    private StaffId? Person(string? id) => Guid.TryParse(id, out var known) && People.ContainsKey(new StaffId(known)) ? new StaffId(known) : null;

    private static LocalTime? TimeOf(string? typed) => Clock.Parse((typed ?? "").Trim().Replace('.', ':')).TryGetValue(default, out var clock) ? clock : null;

    private Instant Moment(LocalDate day, LocalTime time) => day.At(time).InZoneLeniently(Zone).ToInstant();

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect("~/beheer/piket");
    }
}

/// <summary>A stretch of duty as it is filled in.</summary>
public sealed class DutyForm
{
    /// <summary>The first day.</summary>
    public DateEntry From { get; set; } = new();

    /// <summary>From what time.</summary>
    public string? FromTime { get; set; } = "17:00";

    /// <summary>The last day.</summary>
    public DateEntry Until { get; set; } = new();

    /// <summary>Until what time.</summary>
    public string? UntilTime { get; set; } = "08:30";

    /// <summary>Who is called, in order: identities, or nothing. As text, since a list of what is not understood would lose the lines behind it.</summary>
    public List<string?> People { get; set; } = [null, null, null];
}

using Loket.Cases.Keeping;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Manage.Records;

/// <summary>What is to be destroyed by now, and the lists and declarations of it (row B6).</summary>
[Right(Right.KeepRecords)]
public sealed class IndexModel(DestructionLists lists, DrawDestruction draw, StaffDirectory staff, Calendars calendars, TenantContext tenant) : StaffPage
{
    private IReadOnlyDictionary<StaffId, StaffCard> people = new Dictionary<StaffId, StaffCard>();
    private DateTimeZone zone = DateTimeZone.Utc;

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>How many cases are to be destroyed and stand on no list.</summary>
    public int Due { get; private set; }

    /// <summary>The newest lists.</summary>
    public IReadOnlyList<DestructionCard> Lists { get; private set; } = [];

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <summary>A moment on the clock of the municipality.</summary>
    public LocalDateTime At(Instant at) => at.InZone(zone).LocalDateTime;

    /// <summary>Name of a colleague; null for nobody.</summary>
    public string? Name(StaffId? id) => id is { } known ? people.GetValueOrDefault(known)?.Name : null;

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Puts on lists what is to be destroyed.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Answer(draw.Handle(RequestKey, Actor, cancel), _ =>
        {
            Notice = "Drawn";
            return LocalRedirect(DestructionWords.Home);
        });

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        zone = (await calendars.Current(cancel)).Zone;
        Due = await lists.Due(Actor, tenant.Tenant.Clock.Now(), cancel);
        Lists = await lists.All(Actor, cancel);
        people = await staff.Several([.. Lists.SelectMany(list => new[] { list.ProposedBy, list.ApprovedBy }).OfType<StaffId>().Distinct()], cancel);
    }
}

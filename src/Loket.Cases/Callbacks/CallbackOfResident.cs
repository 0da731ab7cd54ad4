using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>What a resident sees of their own callback request: when, and how it stands; neither who they are nor what it is about, as a link may be passed on.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">As it was seen.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Window">When they are called.</param>
/// <param name="Attempts">How often they were called.</param>
/// <param name="Outcome">How it ended; null while it is open.</param>
/// <param name="Times">The other times that they can choose; empty when it has ended.</param>
/// <param name="Zone">The municipality's clock.</param>
public sealed record OwnCallback(
    CallbackId Id, int Version, string Reference, CallWindow Window, int Attempts, CallbackOutcome? Outcome, IReadOnlyList<CallWindow> Times, DateTimeZone Zone);

/// <summary>A resident opens their callback request by its link, chooses another time, or withdraws it (row A6).</summary>
public sealed class CallbackOfResident(UnitOfWork unit, TenantContext tenant, MoveCallback move, EndCallback end)
{
    private const int DaysOffered = 5;
    private static readonly Duration ShownAfterTheEnd = Duration.FromDays(30);

    /// <summary>The request; null for a link that is not ours, or of what ended long ago.</summary>
    public Task<OwnCallback?> Open(string? token, CancellationToken cancel) => unit.Read(async db =>
    {
        if (CallbackLinks.Read(tenant.Tenant.Keys, token) is not { } id) return null;
        var found = await db.Callbacks.FirstOrDefaultAsync(one => one.Id == id, cancel);
        var now = tenant.Tenant.Clock.Now();
        if (found is null || found.EndedAt + ShownAfterTheEnd < now) return null;
        var phone = new WorkingTime(await Calendars.Phone(db, cancel));
        return new OwnCallback(
            id, found.Version, found.Reference, found.Window, found.Attempts, found.Outcome,
            found.IsEnded ? [] : [.. CallWindows.Offer(now, phone, DaysOffered).Where(window => window != found.Window)], phone.Calendar.Zone);
    });

    /// <summary>Chooses another time.</summary>
    public Task<Result<Done>> Move(RequestKey key, OwnCallback own, CallWindow? window, CancellationToken cancel) => move.Handle(Change(key, own), window, cancel);

    /// <summary>Withdraws it.</summary>
    public Task<Result<Done>> Withdraw(RequestKey key, OwnCallback own, CancellationToken cancel) => end.Handle(Change(key, own), CallbackOutcome.Withdrawn, null, cancel);

    // The link says whose it is; there is nothing else that they could reach with it.
    private static CallbackChange Change(RequestKey key, OwnCallback own) => new(key, own.Id, Actor.System with { Who = new Who(WhoKind.Resident) });
}

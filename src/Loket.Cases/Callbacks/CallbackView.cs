using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>A callback request as its page shows it.</summary>
public sealed record CallbackView(
    CallbackId Id, int Version, string Reference, [property: Personal("calling back", "case")] string? Name, [property: Personal("calling back", "case")] string Phone,
    [property: Personal("calling back", "case")] string About, string? SensitiveGroup, string? CaseReference, StaffId? MadeBy, Instant MadeAt, TeamId Team, StaffId? Owner, CallWindow Window,
    int Attempts, int Raised, Instant? EndedAt, CallbackOutcome? Outcome, [property: Personal("calling back", "case")] string? Report)
{
    /// <summary>Whether they may be given up.</summary>
    public bool MayBeGivenUp => Attempts >= CallbackRequest.FewestAttempts;
}

/// <summary>Somebody opens a callback request; that is written down first.</summary>
public sealed class OpenCallback(UnitOfWork unit)
{
    /// <summary>The request with this reference.</summary>
    public async Task<Result<CallbackView>> Handle(string typed, Actor by, CancellationToken cancel)
    {
        if (await unit.Read(db => Read(db, typed, by, cancel)) is not { } view) return CallbackFailures.NotFound;
        await unit.Run<Done>(work =>
        {
            work.Journal.Write(new CallbacksLookedAt([view.Id], "callback"), by);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return view;
    }

    private static async Task<CallbackView?> Read(LoketDb db, string typed, Actor by, CancellationToken cancel)
    {
        if (await Profiles.MeantBy(db, typed, cancel) is not { } reference) return null;
        var (text, cases) = (reference.ToString(), db.Cases.VisibleTo(by));
        return await db.Callbacks.VisibleTo(by).Where(one => one.Reference == text).Select(one => new CallbackView(
            one.Id, one.Version, one.Reference, one.Name, one.Phone, one.About, one.SensitiveGroup, cases.Where(other => other.Id == one.CaseId).Select(other => other.Reference).FirstOrDefault(),
            one.MadeBy, one.MadeAt, one.Team, one.Owner, new CallWindow(one.FromAt, one.UntilAt), one.Attempts, one.Raised, one.EndedAt, one.Outcome, one.Report)).FirstOrDefaultAsync(cancel);
    }
}

/// <summary>The stretches of time that can be promised.</summary>
public sealed class CallTimes(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>Those of the next days, from 1.</summary>
    public Task<IReadOnlyList<CallWindow>> Offer(int days, CancellationToken cancel) =>
        unit.Read(async db => CallWindows.Offer(tenant.Tenant.Clock.Now(), new WorkingTime(await Calendars.Phone(db, cancel)), days));
}

/// <summary>Who is called back already, found by number: whoever calls again raises it instead of asking a second time.</summary>
public sealed class OpenCallbacksOf(UnitOfWork unit, Looks looks)
{
    private const int Most = 5;

    /// <summary>Open requests with a number, in E.164, soonest first.</summary>
    /// <param name="e164">The number.</param>
    /// <param name="form">The form that is filled in.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<CallbackRow>> Handle(string? e164, RequestKey form, Actor by, CancellationToken cancel)
    {
        if (e164 is null || !by.May(Right.SeePersonalData)) return [];
        var found = await unit.Read(async db => await CallbackLists.Rows(
            db.Callbacks.VisibleTo(by).Where(one => one.EndedAt == null && one.Phone == e164).OrderBy(one => one.SortAt).ThenBy(one => one.Id), Most, cancel));
        await looks.Write([.. found.Select(row => row.Id)], seen => new CallbacksLookedAt(seen, "intake"), "intake.callbacks", form, by, cancel);
        return found;
    }
}

using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Places;
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

    /// <summary>Whether the next attempt, when it is in vain too, is enough to give up.</summary>
    public bool NextMayBeLast => Attempts + 1 >= CallbackRequest.FewestAttempts;

    /// <summary>The contacts in which it was asked, first and again, as far as the reader may know of them.</summary>
    public IReadOnlyList<CallbackAsked> Asks { get; init; } = [];
}

/// <summary>What somebody told when they asked to be called.</summary>
/// <param name="Reference">The reference of the contact.</param>
/// <param name="Customer">Who it was; null when they did not say.</param>
/// <param name="At">When they asked.</param>
/// <param name="Subject">What it is about, in one line.</param>
/// <param name="Text">What they told.</param>
/// <param name="Place">Where it is.</param>
public sealed record CallbackAsked(
    string Reference, CustomerId? Customer, Instant At, [property: Personal("calling back", "case")] string Subject, [property: Personal("calling back", "case")] string? Text, Place Place)
{
    /// <summary>Who is told: whose it is, or who acts for them.</summary>
    public CustomerId? Told { get; init; }
}

/// <summary>Somebody opens a callback request; that is written down first.</summary>
public sealed class OpenCallback(UnitOfWork unit, Matters matters)
{
    /// <summary>The request with this reference.</summary>
    public async Task<Result<CallbackView>> Handle(string typed, Actor by, CancellationToken cancel)
    {
        if (await unit.Read(db => Read(db, typed, by, cancel)) is not { } view) return CallbackFailures.NotFound;
        var written = await unit.Run<Done>(work =>
        {
            work.Journal.Write(new CallbacksLookedAt([view.Id], "callback"), by);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return written.Succeeded ? view : throw new InvalidOperationException(written.Failure.Code);
    }

    private async Task<CallbackView?> Read(LoketDb db, string typed, Actor by, CancellationToken cancel)
    {
        if (await Profiles.MeantBy(db, typed, cancel) is not { } reference) return null;
        var (text, cases) = (reference.ToString(), db.Cases.VisibleTo(by));
        var view = await db.Callbacks.VisibleTo(by).Where(one => one.Reference == text).Select(one => new CallbackView(
            one.Id, one.Version, one.Reference, one.Name, one.Phone, one.About, one.SensitiveGroup, cases.Where(other => other.Id == one.CaseId).Select(other => other.Reference).FirstOrDefault(),
            one.MadeBy, one.MadeAt, one.Team, one.Owner, new CallWindow(one.FromAt, one.UntilAt), one.Attempts, one.Raised, one.EndedAt, one.Outcome, one.Report)).FirstOrDefaultAsync(cancel);
        return view is null ? null : view with { Asks = await Asks(db, view.Id, by, cancel) };
    }

    private async Task<IReadOnlyList<CallbackAsked>> Asks(LoketDb db, CallbackId id, Actor by, CancellationToken cancel)
    {
        var asks = await db.Set<CallbackAsk>().Where(ask => ask.Callback == id).Select(ask => new { ask.Matter, ask.At }).ToListAsync(cancel);
        var told = await matters.Several(db, [.. asks.Select(ask => ask.Matter)], by, cancel);
        return [.. asks.Join(told, ask => ask.Matter, matter => matter.Id, (ask, matter) => new CallbackAsked(matter.Reference, matter.Customer, ask.At, matter.Subject, matter.Text, matter.Place) { Told = matter.ToldTo })
            .OrderBy(asked => asked.At)];
    }
}

/// <summary>Which callback request somebody means by a reference, for who may know of it; shows nothing of it, so no look is noted.</summary>
public sealed class FindCallback(UnitOfWork unit)
{
    /// <summary>The reference of the request that is meant; null where there is none for this reader.</summary>
    public Task<string?> Handle(string typed, Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        if (await Profiles.MeantBy(db, typed, cancel) is not { } meant) return null;
        var reference = meant.ToString();
        return await db.Callbacks.VisibleTo(by).Where(one => one.Reference == reference).Select(one => one.Reference).FirstOrDefaultAsync(cancel);
    });
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
        var found = await Read(e164, by, cancel);
        await looks.Write([LookAt(form, found)], by, cancel);
        return found;
    }

    /// <summary>What is written down when they are shown.</summary>
    public static Look LookAt(RequestKey form, IReadOnlyList<CallbackRow> shown) => Look.At(shown.Select(row => row.Id), seen => new CallbacksLookedAt(seen, "intake"), "intake.callbacks", form);

    /// <summary>The same beside other things; the caller writes down the look, before anything is shown.</summary>
    public async Task<IReadOnlyList<CallbackRow>> Read(string? e164, Actor by, CancellationToken cancel)
    {
        if (e164 is null || !by.May(Right.SeePersonalData)) return [];
        return await unit.Read(async db => await CallbackLists.Rows(
            db.Callbacks.VisibleTo(by).Where(one => one.EndedAt == null && one.Phone == e164).OrderBy(one => one.SortAt).ThenBy(one => one.Id), Most, cancel));
    }
}

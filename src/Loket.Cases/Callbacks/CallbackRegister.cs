using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.References;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>A callback request as it is asked for.</summary>
/// <param name="Owner">Who calls; null for whoever has the case, else the team that the rules name, else that of who makes it, else of those who place things.</param>
/// <param name="Window">When.</param>
/// <param name="Phone">At which number; null for the one that they gave.</param>
/// <param name="About">What about; null for the subject of the matter.</param>
public sealed record NewCallback(CallbackOwner? Owner, CallWindow Window, string? Phone = null, string? About = null);

/// <summary>A callback request as it was made or raised.</summary>
public sealed record RegisteredCallback(CallbackId Id, string Reference, TeamId Team, StaffId? Owner, CallWindow Window, int Raised);

/// <summary>Makes and raises callback requests, inside the transaction of a use case.</summary>
public sealed class CallbackRegister(ContactCards people, Placing placing, CallbackWatch watch, RegroupCallbacks regroup)
{
    private const int LongestAbout = 1_000;

    /// <summary>Somebody asks to be called about a matter; the caller has checked that the actor may see it or took it.</summary>
    public async Task<Result<RegisteredCallback>> Make(Work work, MatterCard matter, NewCallback asked, CaseId? about, Actor by, CancellationToken cancel)
    {
        var person = await people.PersonOf(work.Db, matter.Id, Actor.System, cancel);
        if (string.IsNullOrWhiteSpace(asked.Phone ?? person?.Phone)) return CallbackFailures.PhoneMissing;
        var phone = NormalisedPhone.Read(asked.Phone ?? person?.Phone);
        if (!phone.Succeeded) return phone.Failure.At("Phone");
        var text = CleanText.Lines(asked.About ?? matter.Subject, LongestAbout);
        if (!text.Succeeded) return text.Failure.At("About");
        if (text.Value.Length == 0) return CallbackFailures.AboutMissing;
        if (CallWindows.Check(asked.Window, work.Now, new WorkingTime(await Calendars.Phone(work.Db, cancel))) is { } closed) return closed;
        var earlier = await EndsOfEarlier(work.Db, matter, cancel);
        if (earlier.Count > 0)
        {
            // Of two first ones the second meets the unique key of the reference. A later one has another reference, so those wait for each other.
            await work.WaitTurn("callback:" + matter.Reference, cancel);
            earlier = await EndsOfEarlier(work.Db, matter, cancel);
        }

        if (earlier.Exists(ended => ended is null)) return CallbackFailures.AlreadyMade;
        var owner = await CallbackOwners.Find(work.Db, asked.Owner ?? await Usual(work, matter, about, by, cancel), null, matter.SensitiveGroup, asked.Window, work.Now, cancel);
        if (!owner.Succeeded) return owner.Failure;

        var made = new CallbackRequest
        {
            Id = Ids.New<CallbackId>(),
            // Residents know the reference of their contact; a second request about it needs one of its own.
            Reference = earlier.Count == 0 ? matter.Reference : new ReferenceSource((await Profiles.Current(work.Db, cancel)).ReferencePrefix).Next().ToString(),
            Customer = matter.Customer,
            Name = person?.Name,
            Phone = phone.Value.E164,
            About = text.Value,
            CaseId = about,
            MadeBy = by.Staff,
            MadeAt = work.Now,
        };
        made.Regroup(matter.SensitiveGroup);
        made.PlaceWith(owner.Value.Team, owner.Value.Person, work.Now);
        made.Promise(asked.Window);
        made.Asks.Add(new CallbackAsk { Matter = matter.Id, Callback = made.Id, Contact = matter.Contact, At = work.Now });
        work.Db.Add(made);
        work.Journal.Write(new CallbackMade(made.Id, matter.Contact, matter.Id, about, made.Team, made.Owner, made.FromAt, made.UntilAt), by);
        await watch.Set(work, made, cancel);
        return Registered(made);
    }

    /// <summary>They called again about a request that is open: it comes sooner, and whoever calls is told. What they now tell may make it a secret.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="id">The request.</param>
    /// <param name="matter">The matter about which they called again.</param>
    /// <param name="window">Another stretch of time, where one was promised to them now; null for the one that stands.</param>
    /// <param name="owner">Who calls from now on; null for whoever does already.</param>
    /// <param name="by">Who took the contact.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<RegisteredCallback>> Raise(Work work, CallbackId id, MatterCard matter, CallWindow? window, CallbackOwner? owner, Actor by, CancellationToken cancel)
    {
        if (await work.Db.Callbacks.VisibleTo(by).Include(one => one.Asks).FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } found) return CallbackFailures.NotFound;
        if (found.IsEnded) return CallbackFailures.Ended;
        if (found.Asks.All(ask => ask.Matter != matter.Id)) found.Asks.Add(new CallbackAsk { Matter = matter.Id, Callback = id, Contact = matter.Contact, At = work.Now });
        found.Raise(found.Asks.Count - 1);
        work.Journal.Write(new CallbackRaised(id, matter.Contact, matter.Id, found.Raised), by);
        if (matter.SensitiveGroup is { } group && found.SensitiveGroup is null) await regroup.To(work, found, group, by, cancel);
        if (owner is { } other)
        {
            var to = await CallbackOwners.Find(work.Db, other, found.Team, found.SensitiveGroup, window ?? found.Window, work.Now, cancel);
            if (!to.Succeeded) return to.Failure;
            found.PlaceWith(to.Value.Team, to.Value.Person, work.Now);
            work.Journal.Write(new CallbackHandedOn(id, found.CaseId, found.Team, found.Owner, null), by);
        }

        if (window is { } chosen && chosen != found.Window)
        {
            if (CallWindows.Check(chosen, work.Now, new WorkingTime(await Calendars.Phone(work.Db, cancel))) is { } closed) return closed;
            found.Move(chosen, work.Now);
            work.Journal.Write(new CallbackMoved(id, found.CaseId, chosen.From, chosen.Until), by);
            await watch.Set(work, found, cancel);
        }

        return Registered(found);
    }

    /// <summary>A matter that asked for a callback is open again: what it made is undone, what it raised comes down.</summary>
    /// <returns>Whether there was one; a conflict when somebody has called already.</returns>
    public async Task<Result<bool>> Leave(Work work, MatterId matter, Actor by, CancellationToken cancel)
    {
        var found = await work.Db.Callbacks.Include(one => one.Asks).Where(one => one.Asks.Any(ask => ask.Matter == matter)).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancel);
        if (found is null) return false;
        return await Leave(work, found, matter, by, cancel) is { } called ? called : true;
    }

    /// <summary>A matter leaves the case that was opened for it: what was asked in the same moment as that goes too, since both were one ending.</summary>
    /// <returns>Why not: somebody has called already.</returns>
    public async Task<Failure?> LeaveWith(Work work, MatterId matter, CaseId opened, Actor by, CancellationToken cancel)
    {
        var at = (await work.Db.CaseOf(opened, cancel)).OpenedAt;
        var found = await work.Db.Callbacks.Include(one => one.Asks).FirstOrDefaultAsync(one => one.EndedAt == null && one.Asks.Any(ask => ask.Matter == matter && ask.At == at), cancel);
        return found is null ? null : await Leave(work, found, matter, by, cancel);
    }

    private async Task<Failure?> Leave(Work work, CallbackRequest found, MatterId matter, Actor by, CancellationToken cancel)
    {
        if (found.IsEnded || found.Attempts > 0) return CallbackFailures.Ended;
        if (found.Asks.Count == 1)
        {
            found.End(CallbackOutcome.Undone, null, work.Now);
            work.Journal.Write(new CallbackEnded(found.Id, found.CaseId, CallbackOutcome.Undone, null), by);
            await watch.Stop(work, found, cancel);
            return null;
        }

        var asked = found.Asks.Single(ask => ask.Matter == matter);
        found.Asks.Remove(asked);
        found.Raise(found.Asks.Count - 1);
        work.Journal.Write(new CallbackLowered(found.Id, asked.Contact, matter, found.Raised), by);
        // What it says was told by whoever asked first: when they leave, it stays the secret that it was.
        if (found.Asks.Exists(one => one.At < asked.At)) await regroup.Judge(work, found, by, cancel);
        return null;
    }

    /// <summary>The last request that a matter asked for, for who may know of it or made it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="ended">Whether one that has ended counts.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<RegisteredCallback?> OfMatter(LoketDb db, MatterId matter, bool ended, Actor by, CancellationToken cancel)
    {
        var staff = by.Staff;
        string[] groups = [.. by.Groups];
        var found = await db.Callbacks.Where(one => one.Asks.Any(ask => ask.Matter == matter) && (ended || one.EndedAt == null) && (one.SensitiveGroup == null || groups.Contains(one.SensitiveGroup) || (staff != null && one.MadeBy == staff)))
            .OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancel);
        return found is null ? null : Registered(found);
    }

    private async Task<CallbackOwner> Usual(Work work, MatterCard matter, CaseId? about, Actor by, CancellationToken cancel)
    {
        if (about is { } id && await work.Db.CaseOf(id, cancel) is { Team: { } team } found) return new CallbackOwner(team, found.Handler);
        return new CallbackOwner(
            await placing.TeamFor(work.Db, matter.Category, matter.Place, matter.SensitiveGroup, work.Now, cancel)
                ?? (by.Staff is { } staff ? await Absence.TeamOf(work.Db, staff, matter.SensitiveGroup, cancel) : null)
                ?? await Absence.TeamOfTriage(work.Db, matter.SensitiveGroup, cancel), null);
    }

    // When what was asked about a matter ended; null of what is open. By the reference, which somebody else may go on with, and by who asked: each has its index.
    private static Task<List<Instant?>> EndsOfEarlier(LoketDb db, MatterCard matter, CancellationToken cancel)
    {
        var asked = db.Set<CallbackAsk>().Where(ask => ask.Matter == matter.Id).Join(db.Callbacks, ask => ask.Callback, one => one.Id, (ask, one) => one.EndedAt);
        return db.Callbacks.Where(one => one.Reference == matter.Reference).Select(one => one.EndedAt).Concat(asked).ToListAsync(cancel);
    }

    private static RegisteredCallback Registered(CallbackRequest found) => new(found.Id, found.Reference, found.Team, found.Owner, found.Window, found.Raised);
}

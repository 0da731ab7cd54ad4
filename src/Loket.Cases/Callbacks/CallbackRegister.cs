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
public sealed class CallbackRegister(ContactCards people, Placing placing, CallbackWatch watch)
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
        var earlier = await work.Db.Callbacks.Where(one => one.Reference == matter.Reference || one.Asks.Any(ask => ask.Matter == matter.Id))
            .Select(one => new { one.EndedAt }).ToListAsync(cancel);
        if (earlier.Any(one => one.EndedAt is null)) return CallbackFailures.AlreadyMade;
        var owner = await CallbackOwners.Find(work.Db, asked.Owner ?? await Usual(work, matter, about, by, cancel), null, matter.SensitiveGroup, asked.Window.From, cancel);
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
            SensitiveGroup = matter.SensitiveGroup,
            CaseId = about,
            MadeBy = by.Staff,
            MadeAt = work.Now,
        };
        made.PlaceWith(owner.Value.Team, owner.Value.Person);
        made.Promise(asked.Window);
        made.Asks.Add(new CallbackAsk { Matter = matter.Id, Callback = made.Id, Contact = matter.Contact, At = work.Now });
        work.Db.Add(made);
        work.Journal.Write(new CallbackMade(made.Id, matter.Contact, matter.Id, about, made.Team, made.Owner, made.FromAt, made.UntilAt), by);
        await watch.Set(work, made, cancel);
        return Registered(made);
    }

    /// <summary>They called again about a request that is open: it comes sooner, and whoever calls is told.</summary>
    public async Task<Result<RegisteredCallback>> Raise(Work work, CallbackId id, MatterCard matter, Actor by, CancellationToken cancel)
    {
        if (await work.Db.Callbacks.VisibleTo(by).Include(one => one.Asks).FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } found) return CallbackFailures.NotFound;
        if (found.IsEnded) return CallbackFailures.Ended;
        if (found.Asks.All(ask => ask.Matter != matter.Id)) found.Asks.Add(new CallbackAsk { Matter = matter.Id, Callback = id, Contact = matter.Contact, At = work.Now });
        found.Raise(found.Asks.Count - 1);
        work.Journal.Write(new CallbackRaised(id, matter.Contact, matter.Id, found.Raised), by);
        return Registered(found);
    }

    /// <summary>A matter that asked for a callback is open again: what it made is withdrawn, what it raised comes down.</summary>
    /// <returns>Whether there was one; a conflict when somebody has called already.</returns>
    public async Task<Result<bool>> Leave(Work work, MatterId matter, Actor by, CancellationToken cancel)
    {
        var found = await work.Db.Callbacks.Include(one => one.Asks).Where(one => one.Asks.Any(ask => ask.Matter == matter)).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancel);
        if (found is null) return false;
        if (found.IsEnded || found.Attempts > 0) return CallbackFailures.Ended;
        if (found.Asks.Count == 1)
        {
            found.End(CallbackOutcome.Withdrawn, null, work.Now);
            work.Journal.Write(new CallbackEnded(found.Id, found.CaseId, CallbackOutcome.Withdrawn, null), by);
            await watch.Stop(work, found, cancel);
            return true;
        }

        var asked = found.Asks.Single(ask => ask.Matter == matter);
        found.Asks.Remove(asked);
        found.Raise(found.Asks.Count - 1);
        work.Journal.Write(new CallbackLowered(found.Id, asked.Contact, matter, found.Raised), by);
        return true;
    }

    /// <summary>The last request that a matter asked for, for who may know of it or made it.</summary>
    public static async Task<RegisteredCallback?> OfMatter(LoketDb db, MatterId matter, Actor by, CancellationToken cancel)
    {
        var staff = by.Staff;
        string[] groups = [.. by.Groups];
        var found = await db.Callbacks.Where(one => one.Asks.Any(ask => ask.Matter == matter) && (one.SensitiveGroup == null || groups.Contains(one.SensitiveGroup) || (staff != null && one.MadeBy == staff)))
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

    private static RegisteredCallback Registered(CallbackRequest found) => new(found.Id, found.Reference, found.Team, found.Owner, found.Window, found.Raised);
}

using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Emergency;

/// <summary>Opens for an hour what somebody may not know of, inside the transaction of the room that knows what it is (row K2).</summary>
public static class EmergencyDoor
{
    /// <summary>How often somebody may on one day: who needs it more often is in another team than their work.</summary>
    public const int MostPerDay = 5;

    /// <summary>Opens it, and writes that down; one that stands open already is the same one still.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="subject">What is opened; the caller knows that it is there.</param>
    /// <param name="what">What kind of thing it is.</param>
    /// <param name="reason">Why it cannot wait, 10 to 500 characters.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>When it ends; or <see cref="Refusal"/>.</returns>
    public static async Task<Result<Instant>> Open(Work work, Guid subject, EmergencySubject what, string? reason, Actor by, CancellationToken cancel)
    {
        var refusal = await Refusal(work, reason, by, cancel);
        if (await Until(work.Db, subject, by, work.Now, cancel) is { } until) return until;
        if (refusal is not null) return refusal;

        var made = EmergencyAccess.Make(by.Staff!.Value, what, subject, reason, work.Now);
        if (!made.Succeeded) return made.Failure;
        work.Db.Add(made.Value);
        work.Journal.Write(new EmergencyOpened(made.Value.Id, made.Value.Staff, what, subject, made.Value.EndsAt), by);
        return made.Value.EndsAt;
    }

    /// <summary>Why somebody may open nothing now, whatever it is: asked before anybody looks whether it exists, so that a refusal tells nothing.</summary>
    /// <returns>That they may not, that the reason is too short or too long, or that it was too often today; null when nothing stands in the way.</returns>
    public static async Task<Failure?> Refusal(Work work, string? reason, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.OpenInEmergency) || by.Staff is not { } staff) return OrganisationFailures.Forbidden;
        if (EmergencyAccess.ReasonIn(reason).Failure is { } failure) return failure;
        // Two forms at once must not make six of five.
        await work.WaitTurn("emergency:" + staff.Value, cancel);
        var zone = (await Calendars.Current(work.Db, cancel)).Zone;
        var today = zone.AtStartOfDay(work.Now.InZone(zone).Date).ToInstant();
        var times = await work.Db.EmergencyAccesses.CountAsync(one => one.Staff == staff && one.OpenedAt >= today, cancel);
        return times < MostPerDay ? null : EmergencyFailures.TooManyToday.With(MostPerDay);
    }

    /// <summary>Whether something stands open for somebody now.</summary>
    public static async Task<bool> IsOpen(LoketDb db, Guid subject, Actor by, Instant now, CancellationToken cancel) => await Until(db, subject, by, now, cancel) is not null;

    /// <summary>Until when something stands open for somebody; null when it does not, or when they lost the right since.</summary>
    public static async Task<Instant?> Until(LoketDb db, Guid subject, Actor by, Instant now, CancellationToken cancel)
    {
        if (!by.May(Right.OpenInEmergency) || by.Staff is not { } staff) return null;
        return await db.EmergencyAccesses.Where(one => one.Staff == staff && one.Subject == subject && one.EndsAt > now).MaxAsync(one => (Instant?)one.EndsAt, cancel);
    }
}

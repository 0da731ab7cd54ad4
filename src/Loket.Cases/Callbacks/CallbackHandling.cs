using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Somebody called. Reached ends it, with what was said; otherwise it says when the next attempt is. After enough attempts there may be none: then it ends as not to be reached.</summary>
public sealed class RecordAttempt(CallbackChanges changes)
{
    /// <summary>The attempt.</summary>
    /// <param name="Result">How it went.</param>
    /// <param name="Note">What was said, needed when they were reached; or what colleagues must know.</param>
    /// <param name="Next">When they are called again; not when they were reached, and not where enough attempts were made.</param>
    /// <param name="Phone">Another number for the next attempt, where this one is wrong.</param>
    public sealed record Attempt(AttemptResult Result, string? Note, CallWindow? Next, string? Phone);

    /// <summary>Records it; what was nobody's yet is from then on whose call it was.</summary>
    public Task<Result<Done>> Handle(CallbackChange change, Attempt attempt, CancellationToken cancel) =>
        changes.Run(change, attempt, async (work, found) =>
        {
            var note = CallbackChanges.Text(attempt.Note, "Note");
            if (!note.Succeeded) return note.Failure;
            var phone = Other(attempt.Phone);
            if (!phone.Succeeded) return phone.Failure;
            if (attempt.Result == AttemptResult.Reached)
            {
                if (note.Value is null) return CallbackFailures.ReportMissing.At("Note");
                return EndWith(CallbackOutcome.Spoken);
            }

            if (attempt.Next is null && found.NextMayBeLast) return EndWith(CallbackOutcome.Unreachable);

            if (phone.Value is null && attempt.Result == AttemptResult.WrongNumber) return CallbackFailures.PhoneMissing;
            if (attempt.Next is not { } next) return CallbackFailures.WindowMissing;
            if (CallWindows.Check(next, work.Now, new WorkingTime(await Calendars.Phone(work.Db, cancel))) is { } closed) return closed;
            if (phone.Value is { } other) found.CallAt(other, attempt.Result == AttemptResult.WrongNumber);
            found.Try(work.Now);
            found.Promise(next);
            if (change.By.Staff is { } caller) found.PlaceWith(found.Team, found.Owner ?? caller, work.Now);
            work.Journal.Write(new CallbackAttempted(found.Id, found.CaseId, attempt.Result, found.Attempts, found.FromAt, found.UntilAt, note.Value), change.By);
            return null;

            // This attempt was the last.
            Failure? EndWith(CallbackOutcome outcome)
            {
                found.Try(work.Now);
                found.End(outcome, note.Value, work.Now);
                work.Journal.Write(new CallbackAttempted(found.Id, found.CaseId, attempt.Result, found.Attempts, null, null, null), change.By);
                work.Journal.Write(new CallbackEnded(found.Id, found.CaseId, outcome, note.Value), change.By);
                return null;
            }
        }, cancel);

    // In E.164; null where none was typed.
    private static Result<string?> Other(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (string?)null;
        var phone = NormalisedPhone.Read(typed);
        return phone.Succeeded ? phone.Value.E164 : phone.Failure.At("Phone");
    }
}

/// <summary>Another stretch of time is promised.</summary>
public sealed class MoveCallback(CallbackChanges changes)
{
    /// <summary>Moves it; the resident is told.</summary>
    public Task<Result<Done>> Handle(CallbackChange change, CallWindow? window, CancellationToken cancel) =>
        changes.Run(change, window, async (work, found) =>
        {
            if (window is not { } chosen) return CallbackFailures.WindowMissing;
            if (CallWindows.Check(chosen, work.Now, new WorkingTime(await Calendars.Phone(work.Db, cancel))) is { } closed) return closed;
            if (chosen == found.Window) return null;
            found.Move(chosen, work.Now);
            work.Journal.Write(new CallbackMoved(found.Id, found.CaseId, chosen.From, chosen.Until), change.By);
            return null;
        }, cancel);
}

/// <summary>Another team or person calls. Who will be away by then is replaced, also who takes it themselves.</summary>
public sealed class HandOnCallback(CallbackChanges changes)
{
    /// <summary>Hands it on; who gets it is told.</summary>
    public Task<Result<Done>> Handle(CallbackChange change, CallbackOwner owner, string? note, CancellationToken cancel) =>
        changes.Run(change, new { owner, note }, async (work, found) =>
        {
            var text = CallbackChanges.Text(note, "Note");
            return text.Succeeded ? await Give(work, found, owner, text.Value, change.By, cancel) : text.Failure;
        }, cancel);

    /// <summary>From now on this team or person calls.</summary>
    internal static async Task<Failure?> Give(Work work, CallbackRequest found, CallbackOwner owner, string? note, Actor by, CancellationToken cancel)
    {
        var to = await CallbackOwners.Find(work.Db, owner, found.Team, found.SensitiveGroup, found.Window, work.Now, cancel);
        if (!to.Succeeded) return to.Failure;
        found.PlaceWith(to.Value.Team, to.Value.Person, work.Now);
        work.Journal.Write(new CallbackHandedOn(found.Id, found.CaseId, found.Team, found.Owner, note), by);
        return null;
    }
}

/// <summary>It ends without a conversation: withdrawn, settled otherwise, or not to be reached.</summary>
public sealed class EndCallback(CallbackChanges changes)
{
    /// <summary>Ends it, with the reason.</summary>
    public Task<Result<Done>> Handle(CallbackChange change, CallbackOutcome outcome, string? report, CancellationToken cancel) =>
        changes.Run(change, new { outcome, report }, (work, found) => Task.FromResult(End(work, found, change, outcome, report)), cancel);

    private static Failure? End(Work work, CallbackRequest found, CallbackChange change, CallbackOutcome outcome, string? report)
    {
        // Speaking to them is an attempt, and what was made by mistake is taken back where it was made.
        if (outcome is CallbackOutcome.Spoken or CallbackOutcome.Undone) return CallbackFailures.ResultMissing;
        var text = CallbackChanges.Text(report, "Report");
        if (!text.Succeeded) return text.Failure;
        // Who withdraws it need not say why.
        if (text.Value is null && outcome != CallbackOutcome.Withdrawn) return CallbackFailures.ReportMissing;
        if (outcome == CallbackOutcome.Unreachable && found.Attempts < CallbackRequest.FewestAttempts) return CallbackFailures.TooFewAttempts;
        found.End(outcome, text.Value, work.Now);
        work.Journal.Write(new CallbackEnded(found.Id, found.CaseId, outcome, text.Value), change.By);
        return null;
    }
}

using Loket.Cases.Snoozing;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Bulk;

/// <summary>Nothing can be done about several cases before a day: until then they are left out of the lists of what is to be done now.</summary>
public sealed class SnoozeCases(CaseActs acts)
{
    /// <summary>The longest reason, which stands in a row of a list.</summary>
    public const int LongestReason = 200;

    private const int MostDays = 365;

    /// <summary>Until which day, and why.</summary>
    /// <param name="Until">The day on which they are to be done again; a day after today, within a year.</param>
    /// <param name="Reason">What is waited for.</param>
    public sealed record Sleep(LocalDate? Until, string? Reason);

    /// <summary>Puts them to sleep: one's own, what nobody of one's teams has taken, and for who leads a team all that it has. Their clocks go on, and whatever happens to them wakes them.</summary>
    public Task<Result<BulkOutcome>> Handle(BulkChange change, Sleep sleep, CancellationToken cancel) =>
        acts.Run(change, BulkKind.Snooze, sleep, async (work, _) =>
        {
            if (!change.By.May(Right.WorkOnCases)) return OrganisationFailures.Forbidden;
            var zone = (await Calendars.Current(work.Db, cancel)).Zone;
            var today = work.Now.InZone(zone).Date;
            if (sleep.Until is not { } until || until <= today || until > today.PlusDays(MostDays)) return CaseFailures.UntilOutOfRange;
            var reason = CleanText.Line(sleep.Reason, LongestReason);
            if (!reason.Succeeded) return reason.Failure.At("Reason");
            if (reason.Value.Length == 0) return CaseFailures.ReasonMissing;
            var morning = until.AtStartOfDayInZone(zone).ToInstant();
            return new CaseAct(async found =>
            {
                if (!MaySleepBy(found, change.By)) return BulkFailures.NotTheirs;
                if (found.Danger) return BulkFailures.Danger;
                if (found.TriageReason is not null) return BulkFailures.ToBePlaced;
                found.Snooze(morning, reason.Value);
                await Waking.SetTimer(work, found, cancel);
                work.Journal.Write(new CaseSnoozed(found.Id, until, reason.Value), change.By);
                return null;
            });
        }, cancel);

    /// <summary>Whether somebody may say that nothing can be done about a case now.</summary>
    internal static bool MaySleepBy(Case found, Actor by) =>
        (found.Handler is { } handler && handler == by.Staff) || (found.Team is { } team && by.Teams.Contains(team) && (found.Handler is null || by.May(Right.LeadTeam)));
}

/// <summary>Several cases are to be done again, before the day that was set.</summary>
public sealed class WakeCases(CaseActs acts)
{
    /// <summary>Wakes them.</summary>
    public Task<Result<BulkOutcome>> Handle(BulkChange change, CancellationToken cancel) =>
        acts.Run(change, BulkKind.Wake, null, (work, _) => Task.FromResult(Prepare(work, change, cancel)), cancel);

    private static Result<CaseAct> Prepare(Work work, BulkChange change, CancellationToken cancel)
    {
        if (!change.By.May(Right.WorkOnCases)) return OrganisationFailures.Forbidden;
        return new CaseAct(async found =>
        {
            if (found.SnoozedUntil is null) return BulkFailures.Awake;
            await Waking.Wake(work, found, WakeCause.Person, change.By, cancel);
            return null;
        });
    }
}

using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Colleagues;

/// <summary>A virtual colleague that works, with its words ready for use.</summary>
internal sealed record WorkingColleague(ColleagueCard Card, WordSigns? Words)
{
    /// <summary>What it does with a case.</summary>
    public ColleagueDecision Judge(ColleagueFacts facts) => ColleagueRules.Judge(Card.Details, Words, facts);

    /// <summary>As whom it acts.</summary>
    public Actor Actor => ColleagueActor.Of(Card);
}

/// <summary>As whom a virtual colleague acts: it may work on cases, and knows of no secret but that of the group for which it was set up.</summary>
internal static class ColleagueActor
{
    public static Actor Of(ColleagueCard card) => new(
        new Kernel.Who(Kernel.WhoKind.VirtualColleague, card.Id.Value), [Right.SeeCases, Right.WorkOnCases], [], card.Details.SensitiveGroup is { } group ? [group] : []);
}

/// <summary>Virtual colleagues as they stand, for reading; shared, so never changed or tracked.</summary>
internal static class StandingColleagues
{
    private static readonly Kept<IReadOnlyList<ColleagueCard>> Kept = new(async (db, cancel) =>
        (await db.Set<VirtualColleague>().AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel)).ConvertAll(one => one.Card()));

    private static readonly Kept<IReadOnlyList<WorkingColleague>> Working = new(async (db, cancel) =>
        (await db.Set<VirtualColleague>().AsNoTracking().Where(one => one.State == ColleagueState.On).OrderBy(one => one.Id).ToListAsync(cancel))
        .ConvertAll(one => new WorkingColleague(one.Card(), ColleagueRules.WordsOf(one.Details))));

    extension(LoketDb db)
    {
        /// <summary>All that there are.</summary>
        internal Task<IReadOnlyList<ColleagueCard>> Colleagues(CancellationToken cancel) => Kept.Of(db, cancel);

        /// <summary>Those that work.</summary>
        internal Task<IReadOnlyList<WorkingColleague>> WorkingColleagues(CancellationToken cancel) => Working.Of(db, cancel);
    }
}

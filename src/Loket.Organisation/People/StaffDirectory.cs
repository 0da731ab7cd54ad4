using Loket.Kernel.Calendars;
using Loket.Kernel.Text;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>Finds members of staff; on its own, or inside a transaction with its context.</summary>
public sealed class StaffDirectory(UnitOfWork work)
{
    // Also those who no longer work here.
    private static readonly Kept<IReadOnlyList<StaffCard>> Kept = new(async (db, cancel) => Cards(await Whole(db).OrderBy(staff => staff.Name).ToListAsync(cancel)));

    /// <summary>The person, also one who no longer works here; or null.</summary>
    public Task<StaffCard?> Find(StaffId id, CancellationToken cancel) => work.Read(db => Find(db, id, cancel));

    /// <summary>The person with this sign-in name, or null.</summary>
    public Task<StaffCard?> Find(string signInName, CancellationToken cancel) => work.Read(db => Find(db, signInName, cancel));

    /// <summary>Several people at once, also those who no longer work here; who is not found is left out.</summary>
    public Task<IReadOnlyDictionary<StaffId, StaffCard>> Several(IReadOnlyCollection<StaffId> ids, CancellationToken cancel) =>
        work.Read(db => Several(db, ids, cancel));

    /// <summary>Everybody who works here, by name; of one team where given.</summary>
    public Task<IReadOnlyList<StaffCard>> All(TeamId? team, CancellationToken cancel) => work.Read(db => All(db, team, cancel));

    /// <summary>Colleagues whose name, expertise or team has all the words, by name.</summary>
    public Task<IReadOnlyList<StaffCard>> Search(string words, int most, CancellationToken cancel) => work.Read(db => Search(db, words, most, cancel));

    /// <summary>Who stands in for somebody, nearest first.</summary>
    public Task<IReadOnlyList<StaffCard>> Deputies(StaffId id, CancellationToken cancel) => work.Read(db => Deputies(db, id, cancel));

    /// <summary>Everybody who can be reached at an instant; of one team where given.</summary>
    public Task<IReadOnlyList<StaffCard>> Present(TeamId? team, Instant at, MunicipalCalendar calendar, CancellationToken cancel) =>
        work.Read(db => Present(db, team, at, calendar, cancel));

    /// <inheritdoc cref="Find(StaffId, CancellationToken)" />
    public static async Task<StaffCard?> Find(LoketDb db, StaffId id, CancellationToken cancel) =>
        (await Whole(db).SingleOrDefaultAsync(staff => staff.Id == id, cancel))?.Card();

    /// <inheritdoc cref="Find(string, CancellationToken)" />
    public static async Task<StaffCard?> Find(LoketDb db, string signInName, CancellationToken cancel)
    {
        var name = SignInName.Fold(signInName);
        return (await Whole(db).SingleOrDefaultAsync(staff => staff.SignInName == name, cancel))?.Card();
    }

    /// <inheritdoc cref="Several(IReadOnlyCollection{StaffId}, CancellationToken)" />
    public static async Task<IReadOnlyDictionary<StaffId, StaffCard>> Several(LoketDb db, IReadOnlyCollection<StaffId> ids, CancellationToken cancel) =>
        (await Kept.Of(db, cancel)).Where(staff => ids.Contains(staff.Id)).ToDictionary(staff => staff.Id);

    /// <inheritdoc cref="All(TeamId?, CancellationToken)" />
    public static async Task<IReadOnlyList<StaffCard>> All(LoketDb db, TeamId? team, CancellationToken cancel) =>
        [.. (await Kept.Of(db, cancel)).Where(staff => staff.ClosedAt is null && (team is not { } one || staff.Teams.Contains(one)))];

    /// <inheritdoc cref="Search(string, int, CancellationToken)" />
    public static async Task<IReadOnlyList<StaffCard>> Search(LoketDb db, string words, int most, CancellationToken cancel)
    {
        var found = Whole(db).Where(staff => staff.ClosedAt == null);
        var teams = db.Teams;
        foreach (var word in Fold.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            found = found.Where(staff => staff.FindWords.Contains(word)
                || staff.Memberships.Any(one => teams.Any(team => team.Id == one.TeamId && team.FindWords.Contains(word))));
        }

        return Cards(await found.OrderBy(staff => staff.Name).Take(most).ToListAsync(cancel));
    }

    /// <inheritdoc cref="Deputies(StaffId, CancellationToken)" />
    public static async Task<IReadOnlyList<StaffCard>> Deputies(LoketDb db, StaffId id, CancellationToken cancel)
    {
        var chain = DeputyChain.Of(id, await DeputyOf(db, cancel));
        if (chain.Count == 0) return [];
        var cards = await Several(db, chain, cancel);
        return [.. chain.Select(deputy => cards.GetValueOrDefault(deputy)).OfType<StaffCard>().Where(card => card.ClosedAt is null)];
    }

    /// <inheritdoc cref="Present(TeamId?, Instant, MunicipalCalendar, CancellationToken)" />
    public static async Task<IReadOnlyList<StaffCard>> Present(LoketDb db, TeamId? team, Instant at, MunicipalCalendar calendar, CancellationToken cancel) =>
        [.. (await All(db, team, cancel)).Where(person => Reach.At(person, at, calendar) == Availability.Present)];

    internal static async Task<IReadOnlyDictionary<StaffId, StaffId>> DeputyOf(LoketDb db, CancellationToken cancel) =>
        await db.Staff.Where(staff => staff.DeputyId != null).Select(staff => new { staff.Id, Deputy = staff.DeputyId!.Value })
            .ToDictionaryAsync(pair => pair.Id, pair => pair.Deputy, cancel);

    private static IQueryable<Staff> Whole(LoketDb db) => db.Staff.AsNoTracking().Include(staff => staff.Memberships);

    private static IReadOnlyList<StaffCard> Cards(IEnumerable<Staff> staff) => [.. staff.Select(one => one.Card())];
}

using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Organisation.Review;

/// <summary>Somebody looked into the journal.</summary>
[JournalEvent("journal.looked-at", Audience.Audit)]
public sealed record JournalLookedAt(Guid? Subject, StaffId? Colleague, LocalDate? Day) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Subject, Colleague?.Value }.OfType<Guid>();
}

/// <summary>Which entries somebody wants to see.</summary>
public enum JournalSort
{
    /// <summary>All of them.</summary>
    Everything,

    /// <summary>Who looked at what.</summary>
    Looks,

    /// <summary>What was changed, by whom.</summary>
    Changes,
}

/// <summary>The privacy officer and the auditor read who did and who saw what (rows B8, K2, K4). Their own look is written in the same transaction, or nothing is shown.</summary>
public sealed class LookIntoJournal(UnitOfWork unit, JournalSearch search, EventTypes types)
{
    private const string Look = ".looked-at";
    private const string SignIn = "account.";

    /// <summary>What is asked; what is null does not count.</summary>
    /// <param name="Subject">About whom or what.</param>
    /// <param name="Colleague">By whom.</param>
    /// <param name="Day">On which day, in the time of the municipality.</param>
    /// <param name="Sort">What sort of entries.</param>
    /// <param name="Size">How many on a page.</param>
    /// <param name="After">Where the page begins.</param>
    /// <param name="By">Who asks.</param>
    /// <param name="Besides">What belongs to the subject, and is asked about along with it.</param>
    public sealed record Request(
        Guid? Subject, StaffId? Colleague, LocalDate? Day, JournalSort Sort, int Size, JournalKey? After, Actor By, IReadOnlyCollection<Guid>? Besides = null);

    /// <summary>A page, newest first; who may review looks only sees looks. Personal values go along for who may see personal data.</summary>
    public Task<Result<JournalPage>> Handle(Request request, CancellationToken cancel) => unit.Run<JournalPage>(async work =>
    {
        var by = request.By;
        if (!by.May(Right.SeeJournal) && !by.May(Right.ReviewLooks)) return OrganisationFailures.Forbidden;
        var zone = (await Calendars.Current(work.Db, cancel)).Zone;
        var question = new JournalQuestion(
            SubjectsOf(request), Begin(request.Day, zone), Begin(request.Day?.PlusDays(1), zone), request.Colleague?.Value,
            KindsOf(by.May(Right.SeeJournal) ? request.Sort : JournalSort.Looks));
        var page = await search.Page(work.Db, question, request.Size, request.After, by.May(Right.SeePersonalData), cancel);
        work.Journal.Write(new JournalLookedAt(request.Subject, request.Colleague, request.Day), by);
        return page;
    }, cancel);

    private static List<Guid>? SubjectsOf(Request request) => request.Subject is { } subject ? [.. (request.Besides ?? []).Append(subject).Distinct()] : null;

    private List<string>? KindsOf(JournalSort sort) => sort switch
    {
        JournalSort.Looks => [.. types.All.Keys.Where(IsLook)],
        JournalSort.Changes => [.. types.All.Keys.Where(kind => !IsLook(kind) && !kind.StartsWith(SignIn, StringComparison.Ordinal))],
        _ => null,
    };

    private static bool IsLook(string kind) => kind.EndsWith(Look, StringComparison.Ordinal);

    private static Instant? Begin(LocalDate? day, DateTimeZone zone) => day is { } date ? zone.AtStartOfDay(date).ToInstant() : null;
}

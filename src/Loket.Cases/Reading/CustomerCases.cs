using Loket.Cases.Numbers;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>A case on which a customer stands.</summary>
/// <param name="Id">The case.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Own">The customer's own reference on it.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Handler">Who has it.</param>
/// <param name="Partner">With which partner it is.</param>
/// <param name="Team">Which team has it.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="DeadlineAt">When they hear at the latest.</param>
/// <param name="ClosedAt">When it ended; null while it is open.</param>
/// <param name="Solved">Whether their problem is gone, once it ended.</param>
public sealed record CustomerCase(
    CaseId Id, string Reference, string Own, [property: Personal("handling", "case")] string Subject, CaseStatus Status, StaffId? Handler, PartnerId? Partner, TeamId? Team,
    Instant OpenedAt, Instant? DeadlineAt, Instant? ClosedAt, bool? Solved)
{
    /// <summary>Whether it is of a kind that needs their national number.</summary>
    public bool NeedsNumber { get; init; }
}

/// <summary>The cases of a person or company that the reader may know of: open ones first, then newest first.</summary>
internal static class CustomerCases
{
    /// <summary>A part of their cases, and how many there are in all, in one question; none and 0 beyond the last. The caller writes down the look.</summary>
    /// <param name="db">Where it is read.</param>
    /// <param name="customers">All under whom they stand.</param>
    /// <param name="skip">How many come before.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<(IReadOnlyList<CustomerCase> Rows, int Total)> Of(LoketDb db, IReadOnlyList<CustomerId> customers, int skip, int most, Actor by, CancellationToken cancel)
    {
        var visible = db.Cases.VisibleTo(by);
        var all =
            from participant in db.Participants
            where participant.Customer != null && customers.Contains(participant.Customer.Value) && participant.LeftAt == null
            join one in visible on participant.CaseId equals one.Id
            select new { Case = one, Own = participant.Reference };
        var rows = await (
            from row in all
            orderby row.Case.ClosedAt == null descending, row.Case.Id descending, row.Own
            select new
            {
                row.Case.Type, row.Case.TypeVersion, Total = all.Count(),
                Shown = new CustomerCase(
                    row.Case.Id, row.Case.Reference, row.Own, row.Case.Subject, row.Case.Status, row.Case.Handler, row.Case.Partner, row.Case.Team, row.Case.OpenedAt, row.Case.DeadlineAt,
                    row.Case.ClosedAt, row.Case.Solved),
            }).Skip(skip).Take(most).ToListAsync(cancel);
        var kinds = await NumberKinds.Of(db, cancel);
        return (rows.ConvertAll(row => row.Shown with { NeedsNumber = kinds.ContainsKey((row.Type, row.TypeVersion)) }), rows is [var first, ..] ? first.Total : 0);
    }

    /// <summary>What is shown of them.</summary>
    public static Look LookAt(IReadOnlyList<CustomerCase> shown) => Look.At(
        shown.Select(one => one.Id), seen => new CasesLookedAt(seen, OpenCustomerWork.Purpose), OpenCustomerWork.Purpose, RequestKey.None);
}

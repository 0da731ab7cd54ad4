using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.OnFile;

/// <summary>A proposal to erase what is kept of somebody, on which nobody has decided yet.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Reference">By which its person is found.</param>
/// <param name="ProposedBy">Who put it forward, and so does not decide.</param>
/// <param name="ProposedAt">When.</param>
public sealed record ErasureCard(ErasureProposalId Id, string Reference, StaffId ProposedBy, Instant ProposedAt);

/// <summary>What waits for a second person, for who answers requests about own data.</summary>
public sealed class ErasuresWaiting(UnitOfWork unit)
{
    private const int Most = 100;

    /// <summary>Those, the oldest first; nothing for who may not decide about them.</summary>
    public Task<IReadOnlyList<ErasureCard>> All(Actor reader, CancellationToken cancel) => unit.Read<IReadOnlyList<ErasureCard>>(async db =>
    {
        if (!reader.May(Right.AnswerPrivacyRequests)) return [];
        var waiting = await db.ErasureProposals.Where(one => one.Outcome == null).OrderBy(one => one.Id).Take(Most).ToListAsync(cancel);
        return waiting.ConvertAll(one => new ErasureCard(one.Id, one.Reference, one.ProposedBy, one.ProposedAt));
    });
}

using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.OnFile;

/// <summary>Somebody asks that what is kept of them is erased (AVG, article 17). Who answers puts that forward; it is done when a second person agrees (<see cref="EraseAtRequest"/>), as it can't be undone.</summary>
public sealed class ProposeErasure(UnitOfWork unit, WhoAsked asked)
{
    /// <summary>Puts it forward; refused with the reason where nothing may go.</summary>
    /// <param name="key">Names the wish.</param>
    /// <param name="typed">A reference of the person, as it was typed.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<Done>> Handle(RequestKey key, string? typed, Actor by, CancellationToken cancel) =>
        unit.Run<Done>(key, new { typed }, async work =>
        {
            if (by.Staff is not { } staff) return OrganisationFailures.Forbidden;
            var found = await asked.Find(work.Db, typed, by, cancel);
            if (!found.Succeeded) return found.Failure;
            var going = await MayGo.Of(work, found.Value.Customer, cancel);
            if (going.IsNothing) return going.Stays.Refusal();
            var family = going.Family;
            if (await work.Db.ErasureProposals.AnyAsync(one => family.Contains(one.Customer) && one.Outcome == null, cancel)) return AccessFailures.ProposedAlready;

            var proposal = new ErasureProposal
            {
                Id = Ids.New<ErasureProposalId>(), Customer = found.Value.Customer, Reference = found.Value.Reference, Request = found.Value.Request, ProposedBy = staff, ProposedAt = work.Now,
            };
            work.Db.Add(proposal);
            work.Journal.Write(new ErasureProposed(proposal.Id, proposal.Customer, proposal.Request), by);
            return default(Done);
        }, cancel);
}

/// <summary>A proposal to erase is thrown away, by who put it forward or by a second person.</summary>
public sealed class WithdrawErasure(UnitOfWork unit)
{
    /// <summary>Throws it away.</summary>
    public Task<Result<Done>> Handle(RequestKey key, ErasureProposalId id, Actor by, CancellationToken cancel) =>
        unit.Run<Done>(key, new { id }, async work =>
        {
            if (!by.May(Right.AnswerPrivacyRequests) || by.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await work.Db.ErasureProposals.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } proposal) return AccessFailures.NoProposal;
            if (proposal.Withdraw(staff, work.Now) is { } failure) return failure;
            work.Journal.Write(new ErasureWithdrawn(id, proposal.Customer, proposal.Request), by);
            return default(Done);
        }, cancel);
}

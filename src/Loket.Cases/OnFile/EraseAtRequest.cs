using Loket.Cases.Keeping;
using Loket.Contacts.Numbers;
using Loket.Contacts.OnFile;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Accounts;
using Loket.Organisation.Drafts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.OnFile;

/// <summary>A second person agrees that what is kept of somebody is erased (AVG, article 17). What is on no case that must be kept goes now, with their national number where no case needs it and the person
/// where nothing else rests on them; a case is kept as long as the Archiefwet says, and that is told with the day.</summary>
public sealed class EraseAtRequest(UnitOfWork unit, EraseContacts erase)
{
    /// <summary>Erases what may go by now.</summary>
    /// <param name="key">Names the wish.</param>
    /// <param name="id">What a colleague put forward.</param>
    /// <param name="by">Who agrees.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What stays, and why.</returns>
    public Task<Result<StaysOnFile>> Handle(RequestKey key, ErasureProposalId id, Actor by, CancellationToken cancel) =>
        unit.Run<StaysOnFile>(key, new { id }, async work =>
        {
            if (!by.May(Right.AnswerPrivacyRequests) || by.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await work.Db.ErasureProposals.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } proposal) return AccessFailures.NoProposal;
            if (proposal.Approve(staff, work.Now) is { } failure) return failure;
            // Since it was put forward they may have asked something more.
            var going = await MayGo.Of(work, proposal.Customer, cancel);
            if (going.IsNothing) return going.Stays.Refusal();

            // Who takes a contact of them now starts anew: what stands in the form already would stay a month, and is about nothing by which it is found.
            var typed = new TypedAbout(going.Family, going.Details);
            await ForgetDrafts.OfContacts(work.Db, work.Tenant.Keys, typed.Fits, cancel);
            await ForgetForms.Typed(work.Db, work.Tenant.Keys, typed.Fits, cancel);
            await NumberRegister.ForgetLoose(work.Db, going.Family, cancel);
            await erase.Handle(work, going.Matters, going.Callbacks, going.Family, cancel);
            work.Journal.Write(new ErasedAtRequest(proposal.Customer, proposal.Request, going.Matters.Count), by);
            return going.Stays;
        }, cancel);
}

using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>Somebody confirms a suggestion: a contact that waits, or stands on another case, is put on the case that stands already (row A3).</summary>
public sealed class JoinContact(UnitOfWork unit, Matters matters, CaseRegister cases, UndoLinks links)
{
    /// <summary>Which contact to which case.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Contact">The reference of the contact.</param>
    /// <param name="Case">The case.</param>
    /// <param name="By">Who.</param>
    public sealed record Request(RequestKey Key, Reference Contact, CaseId Case, Actor By);

    /// <summary>Joins it. The case that it leaves is withdrawn when nobody else asks for it; one that was worked on is not left without anybody.</summary>
    public Task<Result<MatterReceipt>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MatterReceipt>(request.Key, new { Contact = request.Contact.ToString(), request.Case }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (await matters.Find(work.Db, request.Contact, request.By, cancel) is not { } matter) return ContactFailures.NotFound.At("Contact");
            bool danger;
            if (await CaseOfMatter.Find(work.Db, matter.Id, Actor.System, cancel) is { } stands)
            {
                if (stands.Id == request.Case) return CaseFailures.AlreadyJoined;
                var left = await links.Leave(work, stands.Id, matter.Contact, null, request.By, cancel);
                if (!left.Succeeded) return left.Failure;
                danger = left.Value.Danger;
            }
            else
            {
                danger = await links.TakesDangerAlong(matter.Id, cancel);
            }

            return (await cases.Join(work, request.Case, matter.Id, byItself: false, request.By, cancel, danger)).Then(joined => new MatterReceipt(
                matter.Id, matter.Reference, Outcome.Joined, joined.Id, joined.Reference, joined.Participants, joined.Reopened));
        }, cancel);
}

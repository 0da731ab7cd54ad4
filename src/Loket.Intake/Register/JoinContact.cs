using Loket.Cases;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>Somebody confirms a suggestion: a contact that waits, or was made a case of its own, is put on the case that stands already (row A3).</summary>
public sealed class JoinContact(UnitOfWork unit, Matters matters, CaseRegister cases)
{
    /// <summary>Which contact to which case.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Contact">The reference of the contact.</param>
    /// <param name="Case">The case.</param>
    /// <param name="By">Who.</param>
    public sealed record Request(RequestKey Key, string Contact, CaseId Case, Actor By);

    /// <summary>Joins it. A case of its own that nobody worked on yet is unmade for it.</summary>
    public Task<Result<MatterReceipt>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MatterReceipt>(request.Key, new { request.Contact, request.Case }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (!Reference.TryParse(request.Contact, out var reference)) return ContactFailures.NotFound.At("Contact");
            if (await matters.Find(work.Db, reference, request.By, cancel) is not { } matter) return ContactFailures.NotFound.At("Contact");
            if (matter.Outcome is Outcome.NewCase)
            {
                if (await cases.Unmake(work, matter.Id, request.Case, request.By, cancel) is { } failure) return failure;
                await work.Db.SaveChangesAsync(cancel);
            }

            return (await cases.Join(work, request.Case, matter.Id, byItself: false, request.By, cancel)).Then(joined => new MatterReceipt(
                matter.Id, matter.Reference, Outcome.Joined, joined.Id, joined.Reference, joined.Participants, joined.Reopened));
        }, cancel);
}

/// <summary>A joining is undone: the contact waits again, the case keeps the others.</summary>
public sealed class LeaveCase(UnitOfWork unit, Matters matters, CaseRegister cases)
{
    /// <summary>Which contact leaves which case.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Contact">The reference of the contact.</param>
    /// <param name="Case">The case.</param>
    /// <param name="Seen">The version of the case that the person had before them.</param>
    /// <param name="By">Who.</param>
    public sealed record Request(RequestKey Key, string Contact, CaseId Case, int? Seen, Actor By);

    /// <summary>Undoes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Contact, request.Case, leaves = true }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (!Reference.TryParse(request.Contact, out var reference)) return ContactFailures.NotFound;
            if (await matters.Find(work.Db, reference, request.By, cancel) is not { } matter) return ContactFailures.NotFound;
            var left = await cases.Leave(work, request.Case, matter.Contact, request.By, cancel, request.Seen);
            return left.Succeeded ? default(Done) : left.Failure;
        }, cancel);
}

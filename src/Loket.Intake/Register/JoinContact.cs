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
public sealed class JoinContact(UnitOfWork unit, Matters matters, CaseRegister cases, UndoLinks links, UndoRights undoRights)
{
    /// <summary>Which contact to which case.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Contact">The reference of the contact.</param>
    /// <param name="Case">The case.</param>
    /// <param name="By">Who.</param>
    /// <param name="From">The case on which it is thought to stand; null where that does not matter.</param>
    /// <param name="Seen">The version of that case that the person had before them.</param>
    public sealed record Request(RequestKey Key, Reference Contact, CaseId Case, Actor By, CaseId? From = null, int? Seen = null);

    /// <summary>Joins it. The case that it leaves is withdrawn when nobody else asks for it; one that was worked on is not left without anybody.</summary>
    public Task<Result<MatterReceipt>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MatterReceipt>(request.Key, new { Contact = request.Contact.ToString(), request.Case }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (await matters.Find(work.Db, request.Contact, request.By, cancel) is not { } matter) return ContactFailures.NotFound.At("Contact");
            var stands = await CaseOfMatter.Find(work.Db, matter.Id, Actor.System, cancel);
            if (stands?.Id == request.Case) return CaseFailures.AlreadyJoined;
            if (request.From is { } thought && thought != stands?.Id) return StorageFailures.ChangedMeanwhile;
            if (request.Seen is { } seen && seen != stands?.Version) return StorageFailures.ChangedMeanwhile;
            var danger = await Leave(work, request, matter, stands, cancel);
            if (!danger.Succeeded) return danger.Failure;
            return (await cases.Join(work, request.Case, matter.Id, byItself: false, request.By, cancel, danger.Value)).Then(joined => new MatterReceipt(
                matter.Id, matter.Reference, Outcome.Joined, joined.Id, joined.Reference, joined.Participants, joined.Reopened));
        }, cancel);

    /// <summary>The contact leaves the case on which it stands, if any.</summary>
    /// <returns>Whether it takes danger along.</returns>
    private async Task<Result<bool>> Leave(Work work, Request request, MatterCard matter, CaseOfMatter? stands, CancellationToken cancel)
    {
        if (stands is null) return await links.TakesDangerAlong(matter.Id, cancel);
        if (!await undoRights.Allowed(matter.Contact, stands, request.By, cancel)) return OrganisationFailures.Forbidden;
        return (await links.Leave(work, stands.Id, matter.Id, null, request.By, cancel)).Then(left => left.Danger);
    }
}

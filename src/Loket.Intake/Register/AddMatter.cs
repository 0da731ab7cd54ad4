using Loket.Contacts;
using Loket.Documents;
using Loket.Intake.Papers;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>The same contact is about one more thing (row A2): the person and the channel stand, the matter is new.</summary>
public sealed class AddMatter(UnitOfWork unit, Matters matters, ContactRegister contacts, MatterEndings endings)
{
    /// <summary>A matter of the contact, the new matter and how that ends; and the files that came with the new one, as they were received.</summary>
    public sealed record Request(
        RequestKey Key, Reference Beside, NewMatter Matter, MatterEnding Ending, Actor By, IReadOnlyList<ReceivedFile>? Files = null);

    /// <summary>Adds it.</summary>
    public Task<Result<MatterReceipt>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MatterReceipt>(request.Key, new { Beside = request.Beside.ToString(), request.Matter, Ending = (object)request.Ending }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (await matters.FindTaken(work.Db, request.Beside, request.By, cancel) is not { } beside) return ContactFailures.NotFound;
            var added = await contacts.Add(work, beside.Contact, PaperWords.Read(request.Matter), cancel);
            if (!added.Succeeded) return added.Failure;
            await work.Db.SaveChangesAsync(cancel);
            if (await MatterFiles.Attach(work, added.Value.Id, request.Files, request.By, cancel) is { } refused) return refused;
            return await endings.End(work, added.Value, request.Ending, request.By, cancel);
        }, cancel);
}

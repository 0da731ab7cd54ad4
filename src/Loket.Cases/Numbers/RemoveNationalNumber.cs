using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Numbers;

/// <summary>Somebody takes the national number of a person away: it is not theirs, or nothing needs it.</summary>
public sealed class RemoveNationalNumber(UnitOfWork unit)
{
    /// <summary>Whose, and who takes it away.</summary>
    public sealed record Request(RequestKey Key, CustomerId Customer, Actor By);

    /// <summary>Takes it away.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Run<Done>(request.Key, new { request.Customer, Remove = true }, async work =>
    {
        var by = request.By;
        var family = await CustomerFamily.OfKnown(work.Db, request.Customer, by, cancel);
        if (family.Count == 0 || !(await NumberUse.Of(work.Db, family, by, cancel)).MayRead || !by.May(Right.RegisterContacts)) return ContactFailures.NotFound;
        if (!await NumberRegister.Forget(work.Db, family, cancel)) return NumberFailures.None;
        work.Journal.Write(new NationalNumberRemoved(request.Customer), by);
        return default(Done);
    }, cancel);
}

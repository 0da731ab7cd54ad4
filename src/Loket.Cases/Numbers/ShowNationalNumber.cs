using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Numbers;

/// <summary>Somebody reads the national number of a person. That is a look, written down with what for before anything is shown.</summary>
public sealed class ShowNationalNumber(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Customer">Of whom.</param>
    /// <param name="Purpose">What for.</param>
    /// <param name="By">Who reads.</param>
    public sealed record Request(CustomerId Customer, NumberPurpose Purpose, Actor By);

    /// <summary>The digits. Each time is a look of its own: the answer is kept nowhere, so a repeat can't be given the first again.</summary>
    public Task<Result<string>> Handle(Request request, CancellationToken cancel) => unit.Run<string>(async work =>
    {
        var by = request.By;
        var family = await CustomerFamily.OfKnown(work.Db, request.Customer, by, cancel);
        var use = await NumberUse.Of(work.Db, family, by, cancel);
        if (family.Count == 0 || !use.MayRead || !by.May(Right.RegisterContacts)) return ContactFailures.NotFound;
        var opened = await NumberRegister.Open(work.Db, work.Tenant.NumberKeys, family, cancel);
        if (!opened.Succeeded) return opened.Failure;
        if (opened.Value is not { } digits) return NumberFailures.None;
        work.Journal.Write(new NationalNumberLookedAt(request.Customer, request.Purpose, use.Case?.Value), by);
        return digits;
    }, cancel);
}

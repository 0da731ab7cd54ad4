using System.Text;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Cases.Numbers;

/// <summary>Somebody notes the national number of a person, or puts it right: since a case that runs needs it, or with the right for it.</summary>
public sealed class KeepNationalNumber(UnitOfWork unit, TenantContext tenant)
{
    private const string Asked = "national-number-asked";

    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Customer">Of whom.</param>
    /// <param name="Typed">The number, as it was typed.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, CustomerId Customer, string? Typed, Actor By);

    /// <summary>Keeps it. Another who has the same number is shown as somebody who may be the same person.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Run<Done>(request.Key, Question(request), async work =>
    {
        var by = request.By;
        var family = await CustomerFamily.OfKnown(work.Db, request.Customer, by, cancel);
        var use = await NumberUse.Of(work.Db, family, by, cancel);
        if (family.Count == 0 || !use.MayRead || !by.May(Right.RegisterContacts)) return ContactFailures.NotFound;
        if (!use.MayKeep) return NumberFailures.NotNeeded;
        var number = NationalNumber.Read(request.Typed);
        if (!number.Succeeded) return number.Failure.At("Number");
        if (await NumberRegister.Keep(work, request.Customer, number.Value, use.IsNeeded, by.Staff, cancel) is { } failure) return failure;
        work.Journal.Write(new NationalNumberKept(request.Customer, use.IsNeeded ? use.Case?.Value : null), by);
        return default(Done);
    }, cancel);

    // Of what was asked a digest is stored: without a key it would tell the number to whoever tries them all.
    private object Question(Request request) => new { request.Customer, Number = Convert.ToHexString(tenant.Tenant.Keys.Mac(Asked, Encoding.UTF8.GetBytes(request.Typed ?? ""))) };
}

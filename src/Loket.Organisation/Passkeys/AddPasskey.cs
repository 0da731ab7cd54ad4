using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Entry;
using Loket.Organisation.Providers;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Passkeys;

/// <summary>Somebody who signed in just now adds a passkey to the own account.</summary>
public sealed class AddPasskey(UnitOfWork work, TenantProviders providers, TimeProvider machine)
{
    private const int Most = 10;
    private static readonly Duration Remembered = Duration.FromHours(1);

    /// <summary>What is asked.</summary>
    /// <param name="Name">As its owner will call it.</param>
    /// <param name="Made">What the device made; null when its answer proved nothing.</param>
    /// <param name="Session">The token of this browser.</param>
    /// <param name="By">Whose passkey.</param>
    public sealed record Request(string? Name, NewPasskey? Made, string? Session, Actor By);

    /// <summary>Adds it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(async current =>
        {
            if (request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (!providers.AllowLocalAccounts(current.Tenant)) return AccountFailures.NoLocalAccounts;
            var name = Line.Required(request.Name, nameof(request.Name), Passkey.LongestName);
            if (!name.Succeeded) return name.Failure;
            var (db, now) = (current.Db, machine.Instant());
            if (!await Freshness.Of(db, staff, request.Session, now, cancel)) return AccountFailures.SignInAgain;
            if (request.Made is not { } made) return AccountFailures.PasskeyWrong;
            if (!await Spending.IsFirst(current, "passkey", made.Challenge, now + Remembered, cancel)) return AccountFailures.PasskeyAgain;
            if (await db.Passkeys.AnyAsync(one => one.Credential == made.Credential, cancel)) return AccountFailures.PasskeyKnown;
            if (await db.Passkeys.CountAsync(one => one.StaffId == staff, cancel) >= Most) return AccountFailures.PasskeyMany.With(Most);

            var passkey = Passkey.Made(staff, made, name.Value, now);
            db.Add(passkey);
            current.Journal.Write(new PasskeyAdded(staff, passkey.Id), request.By);
            return default(Done);
        }, cancel);
}

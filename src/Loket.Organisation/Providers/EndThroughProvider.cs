using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.People;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Providers;

/// <summary>The provider says that somebody is signed out (OpenID Connect Back-Channel Logout 1.0): their sessions here end at once. Who is named by subject also gets in with nothing
/// else until they came in through the provider again: why it is so, that notice does not say. An event about the account does (OpenID RISC 1.0): who left is closed here, as an administrator does it.</summary>
public sealed class EndThroughProvider(UnitOfWork work, TimeProvider machine)
{
    // Longer than a notice or an event is taken.
    private static readonly Duration Remembered = Duration.FromDays(8);

    /// <summary>What is asked, from a notice or an event that was checked. One that names neither subject nor session is about nothing here.</summary>
    /// <param name="Issuer">Which provider.</param>
    /// <param name="Subject">Whose sessions, all of them; null when only one session is meant.</param>
    /// <param name="Session">The session at the provider; only looked at when no subject is named.</param>
    /// <param name="Number">The number of the notice, which counts once.</param>
    /// <param name="HasLeft">Whether the account of the subject is no longer there, so that it is closed here and all work goes back.</param>
    public sealed record Request(string Issuer, string? Subject, string? Session, string Number, bool HasLeft = false);

    /// <summary>Ends them. That nobody is signed in with it is fine; that it came before is not.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(async current =>
        {
            var (db, now) = (current.Db, machine.Instant());
            if (!await Spending.IsFirst(current, "notice", $"{request.Issuer}\n{request.Number}", now + Remembered, cancel)) return AccountFailures.ProviderAgain;
            if (request.Subject is { } subject)
            {
                var link = await db.ProviderLinks.SingleOrDefaultAsync(one => one.Issuer == request.Issuer && one.Subject == subject, cancel);
                if (link is null) return default(Done);
                link.Leave();
                await SignOut.EndSessions(db, link.StaffId, except: null, now, cancel);
                current.Journal.Write(new EndedAtProvider(link.StaffId), Who.System);
                // Who was closed by hand before is closed.
                if (request.HasLeft && (await CloseStaff.Close(current, link.StaffId, Who.System, cancel)).Failure is { } failure && failure != OrganisationFailures.Closed) return failure;
            }
            else if (request.Session is { } session)
            {
                await EndOne(current, Spending.Session(current.Tenant.Keys, request.Issuer, session), now, cancel);
            }

            return default(Done);
        }, cancel);

    private static async Task EndOne(Work current, byte[] theirs, Instant now, CancellationToken cancel)
    {
        var sessions = current.Db.Sessions.Where(one => one.ProviderSession == theirs && one.EndsAt > now);
        foreach (var staff in await sessions.Select(one => one.StaffId).Distinct().ToListAsync(cancel)) current.Journal.Write(new EndedAtProvider(staff), Who.System);
        await sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.EndsAt, now), cancel);
    }
}

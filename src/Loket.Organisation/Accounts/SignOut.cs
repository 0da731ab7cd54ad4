using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Somebody signs out, on this browser or everywhere.</summary>
public sealed class SignOut(UnitOfWork work, TimeProvider machine)
{
    /// <summary>What is asked.</summary>
    /// <param name="Session">The token of this browser.</param>
    /// <param name="Everywhere">Whether other browsers are signed out too.</param>
    /// <param name="By">Who.</param>
    public sealed record Request(string? Session, bool Everywhere, Actor By);

    /// <summary>Signs out.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(async current =>
        {
            if (request.By.Staff is not { } staff) return default(Done);
            var mine = Token.HashOf(request.Session);
            if (mine is not null) await current.Db.Sessions.Where(session => session.Hash == mine && session.StaffId == staff).ExecuteDeleteAsync(cancel);
            if (request.Everywhere) await EndSessions(current.Db, staff, except: null, machine.Instant(), cancel);
            current.Journal.Write(new SignedOut(staff, request.Everywhere), request.By);
            return default(Done);
        }, cancel);

    /// <summary>Somebody signs in on a browser: what it carried until then is nobody's any more, and ends.</summary>
    internal static async Task EndReplaced(LoketDb db, SignInClient client, Instant now, CancellationToken cancel)
    {
        if (Token.HashOf(client.Session) is not { } hash) return;
        await db.Sessions.Where(session => session.Hash == hash && session.EndsAt > now).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndsAt, now), cancel);
    }

    /// <summary>Ends sessions without forgetting whose they were: a form that is posted under one is kept until after signing in.</summary>
    internal static Task EndSessions(LoketDb db, StaffId staff, byte[]? except, Instant now, CancellationToken cancel) =>
        db.Sessions.Where(session => session.StaffId == staff && session.EndsAt > now && (except == null || session.Hash != except))
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndsAt, now), cancel);
}

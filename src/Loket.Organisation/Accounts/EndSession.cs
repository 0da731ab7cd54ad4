using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Accounts;

/// <summary>Somebody ends one of the own sessions, from another browser.</summary>
public sealed class EndSession(UnitOfWork work, TimeProvider machine)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(SessionId Session, Actor By);

    /// <summary>Ends it; one that has ended already, or is somebody else's, is left as it is, without a word.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(async current =>
        {
            if (request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            var now = machine.Instant();
            // Not removed: a form that is posted under it is kept until after signing in.
            var ended = await current.Db.Sessions.Where(one => one.Id == request.Session && one.StaffId == staff && one.EndsAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndsAt, now), cancel);
            if (ended > 0) current.Journal.Write(new SessionEnded(staff), request.By);
            return default(Done);
        }, cancel);
}

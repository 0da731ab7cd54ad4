using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>Somebody says whether they are there; a team lead may say so for others.</summary>
public sealed class SetPresence(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Staff">Whom it is about.</param>
    /// <param name="Presence">Present, busy or away.</param>
    /// <param name="Until">When away: until when, if that is known.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, StaffId Staff, Presence Presence, Instant? Until, Actor By);

    /// <summary>Sets it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Staff, request.Presence, request.Until }, async current =>
        {
            var staff = await current.Db.Staff.Include(one => one.Memberships).SingleOrDefaultAsync(one => one.Id == request.Staff, cancel);
            if (staff is null) return OrganisationFailures.NotFound;
            if (!request.By.MaySpeakFor(staff)) return OrganisationFailures.Forbidden;
            if (staff.SetPresence(request.Presence, request.Until, current.Now).Failure is { } failure) return failure;

            current.Journal.Write(new PresenceSet(staff.Id, staff.Presence, staff.AwayUntil), request.By);
            return default(Done);
        }, cancel);
}

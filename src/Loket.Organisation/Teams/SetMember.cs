using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Teams;

/// <summary>Somebody comes into a team, or goes out of it.</summary>
[JournalEvent("organisation.member-set", Audience.Audit)]
public sealed record MemberSet(TeamId Team, StaffId Staff, bool Belongs) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Team.Value, Staff.Value];
}

/// <summary>Says who is in a team; its lead may do so too. With the team come the sensitive cases that it may see.</summary>
public sealed class SetMember(UnitOfWork unit)
{
    /// <summary>Who, which team, in or out.</summary>
    public sealed record Request(RequestKey Key, TeamId Team, StaffId Staff, bool Belongs, Actor By);

    /// <summary>Sets it; nothing changes when it was so already.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Team, request.Staff, request.Belongs }, async work =>
        {
            var leads = request.By.May(Right.LeadTeam) && request.By.Teams.Contains(request.Team);
            if (!leads && !request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var staff = await work.Db.Staff.Include(one => one.Memberships).SingleOrDefaultAsync(one => one.Id == request.Staff && one.ClosedAt == null, cancel);
            if (staff is null || !await work.Db.Teams.AnyAsync(team => team.Id == request.Team, cancel)) return OrganisationFailures.NotFound;
            if (!staff.Belong(request.Team, request.Belongs)) return default(Done);

            // Who has the account open must see that it changed.
            work.Db.Entry(staff).State = EntityState.Modified;
            work.Journal.Write(new MemberSet(request.Team, request.Staff, request.Belongs), request.By);
            return default(Done);
        }, cancel);
}

using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Tasks;

/// <summary>Who a task is for.</summary>
internal sealed record TaskPlace(TeamId? Team = null, StaffId? Staff = null, PartnerId? Partner = null);

/// <summary>Finds who does a task of a case.</summary>
internal static class TaskOwners
{
    /// <summary>The teams and partners that there are, as tasks name them.</summary>
    public static async Task<IReadOnlySet<(TaskOwner, string)>> Known(LoketDb db, CancellationToken cancel) =>
        (await TeamDirectory.All(db, cancel)).Select(team => (TaskOwner.Team, team.Key))
            .Concat((await PartnerDirectory.All(db, cancel)).Select(partner => (TaskOwner.Partner, partner.Key))).ToHashSet();

    /// <summary>Who does it now. Of those with a role somebody who is there, rather who is not busy; else who stands in for one of them, else the team. Where there is no such team or partner, it is the
    /// handler's.</summary>
    public static async Task<TaskPlace> Of(LoketDb db, Case found, TaskType task, Instant now, CancellationToken cancel)
    {
        if (task.Owner == TaskOwner.Team && await TeamDirectory.Find(db, task.OwnerKey!, cancel) is { } team && team.MayKnowOf(found.SensitiveGroup)) return new TaskPlace(team.Id);
        if (task.Owner == TaskOwner.Partner && await PartnerDirectory.Find(db, task.OwnerKey!, cancel) is { } partner) return new TaskPlace(Partner: partner.Id);
        if (task.Owner != TaskOwner.Role || found.Team is not { } own || !Enum.TryParse<Role>(task.OwnerKey, out var role)) return new TaskPlace();

        var calendar = await Calendars.Current(db, cancel);
        var people = (await StaffDirectory.All(db, own, cancel)).Where(person => person.Roles.Contains(role)).ToLookup(person => Absence.IsAway(person, now, calendar));
        foreach (var person in people[false].OrderBy(person => Reach.At(person, now, calendar) == Availability.Busy))
        {
            if ((await Actors.Of(db, person.Id, cancel))?.MayKnow(found) == true) return new TaskPlace(Staff: person.Id);
        }

        foreach (var away in people[true])
        {
            if (await Absence.PresentOrDeputy(db, away.Id, reader => reader.MayKnow(found), now, cancel) is { } deputy) return new TaskPlace(Staff: deputy);
        }

        return new TaskPlace(own);
    }
}

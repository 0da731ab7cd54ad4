using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Organisation.People;
using Loket.Organisation.Teams;

namespace Loket.Doctor;

/// <summary>What was set up: enough to take a contact in, and nothing that nobody can see.</summary>
internal sealed class SetUpChecks(CategoryList cases, TeamDirectory teams, StaffDirectory staff)
{
    private const string Check = "set-up";

    public async Task<Finding> Of(string tenant, CancellationToken cancel)
    {
        var types = await cases.Types(cancel);
        if (types.All(type => type.Key != CaseRegister.GeneralType))
            return Finding.Wrong(tenant, Check, "Nothing is set up: nobody can sign in, nothing can be registered.", "loket found FILE; docs/operations.md has an example.");
        var seen = await GroupsWithPeople(cancel);
        var unseen = types.Select(type => type.SensitiveGroup).OfType<string>().Distinct(StringComparer.Ordinal).Where(group => !seen.Contains(group)).Order(StringComparer.Ordinal).ToList();
        return unseen.Count > 0
            ? Finding.Wrong(tenant, Check, $"Cases of these sensitive groups can be seen by nobody: {string.Join(", ", unseen)}.", "Put somebody into a team that has the group (Beheer, Teams).")
            : Finding.Ok(tenant, Check, "There are kinds of case, and each has people who can see it.");
    }

    private async Task<HashSet<string>> GroupsWithPeople(CancellationToken cancel)
    {
        var inhabited = (await staff.All(null, cancel)).Where(person => person.ClosedAt is null).SelectMany(person => person.Teams).ToHashSet();
        return (await teams.All(cancel)).Where(team => inhabited.Contains(team.Id)).SelectMany(team => team.Groups).ToHashSet(StringComparer.Ordinal);
    }
}

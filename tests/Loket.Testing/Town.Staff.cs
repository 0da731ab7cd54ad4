using Loket.Demo.Town.Loading;
using Loket.Organisation.People;
using Loket.Organisation.Rights;

namespace Loket.Testing;

/// <summary>The people of the town.</summary>
public sealed partial class Town
{
    /// <summary>Somebody of a team, with a role, as the program sees them.</summary>
    public async Task<Actor> Somebody(Role role, string? team = null)
    {
        var staff = Demo.Town.StaffList.Invent(TownFounder.Seed)
            .First(person => person.Role.ToString() == role.ToString() && (team is null || person.WorksFor == team) && person.Presence == Demo.Town.Presence.Present);
        var card = await Use<StaffDirectory, StaffCard?>(people => people.Find(staff.SignIn, CancellationToken.None));
        return (await Use<Actors, Actor?>(actors => actors.Of(card!.Id, CancellationToken.None)))!;
    }
}

using Loket.Demo.Town.Loading;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;

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

    /// <summary>Gives one of the people whom every demo knows an account of this town; gives the name with which they sign in.</summary>
    public async Task<string> Account(Demo.Town.StaffRole role)
    {
        var name = Demo.Town.KnownFaces.SignInOf(role);
        var person = Demo.Town.StaffList.Invent(TownFounder.Seed).First(one => one.SignIn == name);
        var planned = new PlannedStaff(
            name, person.Name.Full, [Enum.Parse<Role>(role.ToString())], [person.WorksFor], person.Email, person.Phone, Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey));
        var made = await Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(Staff: [planned]), CancellationToken.None));
        if (!made.Succeeded) throw new InvalidOperationException(made.Failure.Code);
        return name;
    }
}

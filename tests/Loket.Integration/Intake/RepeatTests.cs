using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Intake;

/// <summary>The ways in which the database gives what a contact may be a repeat of; how they are weighed is in the finder's own tests.</summary>
public sealed class RepeatTests
{
    private static readonly Place Corner = new() { Address = "Dorpsstraat", Area = "rijsenhout", X = 110_000, Y = 477_000 };

    [Theory, BothDatabases]
    public async Task The_same_person_is_found_whatever_and_wherever_it_is_about(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var first = await town.Receives(agent, new NewMatter("Losse tegel op de stoep", Place: Corner), new MatterEnding.NewCase(), new CustomerDetails("T. Egel", "+31612345678"));
        var customer = (await town.Sees(agent, first.Reference)).Participants[0].Customer!.Value;

        var match = Assert.Single(await town.Similar(new(agent, "Die tegel ligt nog steeds los", Customer: customer)));
        Assert.Equal((first.Case, RepeatReason.SamePerson, false), (match.Case.Id, match.Reason, match.Certain));
        Assert.Empty(await town.Similar(new(await town.Somebody(Role.CoHost), "Die tegel ligt nog steeds los", Customer: customer)));
    }

    [Theory, BothDatabases]
    public async Task What_is_near_is_found_within_the_radius_of_its_subject_and_nothing_beyond(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var first = await town.Receives(agent, new NewMatter("Afval naast de container", Category: "litter", Place: Corner), new MatterEnding.NewCase());

        var match = Assert.Single(await town.Similar(new(agent, "Zakken op straat", "litter", new Place { X = 110_012, Y = 477_009 })));
        Assert.Equal((first.Case, RepeatReason.Nearby), (match.Case.Id, match.Reason));
        Assert.Equal(15, match.Metres!.Value, 0.001);
        Assert.Empty(await town.Similar(new(agent, "Zakken op straat", "litter", new Place { X = 110_200, Y = 477_000 })));
        Assert.Empty(await town.Similar(new(agent, "Zakken op straat", "vermin", new Place { X = 110_012, Y = 477_009 })));
    }

    [Theory, BothDatabases]
    public async Task The_same_street_without_a_number_is_found_by_its_address(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var street = new Place { Address = "Dorpsstraat", Area = "rijsenhout" };
        var first = await town.Receives(agent, new NewMatter("Afval naast de container", Category: "litter", Place: street), new MatterEnding.NewCase());
        await town.Receives(agent, new NewMatter("Afval op het plein", Category: "litter", Place: new Place { Address = "Marktplein", Area = "hoofddorp" }), new MatterEnding.NewCase());

        var match = Assert.Single(await town.Similar(new(agent, "Zakken op straat", "litter", street)));
        Assert.Equal((first.Case, RepeatReason.SameAddress), (match.Case.Id, match.Reason));
    }
}

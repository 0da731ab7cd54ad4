using Loket.Cases;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Intake;

/// <summary>In a large village more comes in than anybody looks through: an older case is still found, by its street and by its subject.</summary>
public sealed class SimilarTests
{
    [Theory, BothDatabases]
    public async Task An_older_case_is_found_by_its_street_and_by_its_subject_behind_many_newer_ones(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var tile = await Receive("stoeptegel ligt los", "pavement", "Kruisweg 12");
        var far = await Receive("stoeptegel ligt los", "pavement", "Kruiswegpad 3");
        for (var number = 0; number < 55; number++) await Receive("zak afval naast de container", "litter", $"Marktplein {number + 1}");

        var onStreet = await Similar(new FindSimilar.Request(agent, "losse stoeptegel", Place: new Place { Area = "hoofddorp", Address = "Kruisweg" }));
        var onSubject = await Similar(new FindSimilar.Request(agent, "losse stoeptegel", "pavement", new Place { Area = "hoofddorp" }));
        var elsewhere = await Similar(new FindSimilar.Request(agent, "losse stoeptegel", Place: new Place { Area = "hoofddorp", Address = "Kruis" }));

        Assert.Equal([tile], onStreet);
        Assert.Equal(new HashSet<CaseId> { tile, far }, onSubject.ToHashSet());
        Assert.Empty(elsewhere);

        async Task<CaseId> Receive(string subject, string category, string address)
        {
            town.Tenant.Clock.Advance(NodaTime.Duration.FromMinutes(1));
            var matter = new NewMatter(subject, Category: category, Place: new Place { Area = "hoofddorp", Address = address });
            return (await town.Receives(agent, matter, new MatterEnding.NewCase())).Case!.Value;
        }

        async Task<IEnumerable<CaseId>> Similar(FindSimilar.Request asked) =>
            (await town.Similar(asked)).Select(match => match.Case.Id);
    }

    [Theory, BothDatabases]
    public async Task What_stands_open_at_a_house_is_found_by_its_address_alone_behind_many_newer_ones_in_the_street(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var waste = await Receive("grofvuil staat er nog", "litter", "Kruisweg 12");
        for (var number = 0; number < 55; number++) await Receive("heg over het pad", "green", $"Kruisweg {100 + number}");

        foreach (var (subject, category) in ((string?, string?)[])[(null, null), ("weer niet gekomen", null), ("paspoort aanvragen", "passport")])
        {
            var found = await town.Similar(new(agent, subject, category, new Place { Area = "hoofddorp", Address = "Kruisweg 12" }));
            var match = Assert.Single(found, one => one.Case.Id == waste);
            Assert.Equal((RepeatReason.SameAddress, false), (match.Reason, match.Certain));
        }

        async Task<CaseId> Receive(string subject, string category, string address)
        {
            town.Tenant.Clock.Advance(NodaTime.Duration.FromMinutes(1));
            var matter = new NewMatter(subject, Category: category, Place: new Place { Area = "hoofddorp", Address = address });
            return (await town.Receives(agent, matter, new MatterEnding.NewCase())).Case!.Value;
        }
    }
}

using Loket.Cases.Modules;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Storage.Jobs;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Demo;

public sealed class FillTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_town_that_lived_through_a_dozen_cases_is_in_order(Database database)
    {
        await using var town = await Town.On(database);
        var until = town.Tenant.Clock.Now();
        var demo = DemoTown.Build(TownFounder.Seed);
        var keys = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(), Cancel));
        Assert.All(Categories.All, subject =>
        {
            var rule = Assert.Single(CasesOfTown.Plan(keys.Value).Rules, rule => rule.Category == subject.Key);
            Assert.Equal(subject.Owner, keys.Value.Partners.FirstOrDefault(one => one.Value == rule.Target.Partner).Key ?? keys.Value.Teams.Single(one => one.Value == rule.Target.Team).Key);
        });

        var filled = await new TownFiller((await Installation.Running).Services, town.Tenant)
            .Fill(demo, keys.Value, new CaseGenerator(demo, 12, until).Stories(), until, new Progress<string>(), Cancel);

        var refused = string.Join(", ", filled.Refused.Select(one => $"{one.Key} {one.Value}"));
        Assert.True(filled.Refused.Count == 0, refused);
        Assert.InRange(filled.Cases, 12, 50);
        Assert.InRange(town.Tenant.Clock.Offset.TotalSeconds, -1, 1);
        await using var db = town.Open();
        var standing = await town.Use<JobFigures, JobStanding>(jobs => jobs.Look(town.Tenant, Cancel));
        Assert.Equal(0, standing.Dead);
        Assert.Null(standing.OverdueSince);

        // No contact without a matter that ended; each case with somebody who asked; everybody told of an event once.
        Assert.Equal(0, await Count("SELECT count(*) AS \"Value\" FROM contacts c WHERE NOT EXISTS (SELECT 1 FROM matters m WHERE m.contact_id = c.id AND m.outcome IS NOT NULL)"));
        Assert.Equal(0, await Count("SELECT count(*) AS \"Value\" FROM cases c WHERE NOT EXISTS (SELECT 1 FROM participants p WHERE p.case_id = c.id)"));
        Assert.Equal(filled.Contacts, await Count("SELECT count(*) AS \"Value\" FROM contacts"));
        Assert.Equal(0, await Count("SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM messages GROUP BY event_id, person_id HAVING count(*) > 1) AS twice"));
        Assert.Equal(0, await Count("SELECT count(*) AS \"Value\" FROM messages WHERE state = 'Failed'"));

        // Nothing leaves the demo: what went out stands on the page of outgoing post.
        var went = await Count("SELECT count(*) AS \"Value\" FROM messages WHERE state = 'Sent'");
        Assert.NotEqual(0, went);
        Assert.Equal(went, await Count("SELECT count(*) AS \"Value\" FROM messages WHERE state = 'Sent' AND stayed_inside"));
        await town.Use<TenantMessaging, bool>(messaging =>
        {
            messaging.ShowOutbox(town.Tenant);
            return Task.FromResult(true);
        });
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/berichten/uitgaand");
        Assert.NotEmpty(agent.Page.QuerySelectorAll("#messages tbody tr"));

        Task<int> Count(string sql) => db.Database.SqlQueryRaw<int>(sql).SingleAsync(Cancel);
    }

    [Theory, BothDatabases]
    public async Task Each_team_of_the_town_has_texts_that_it_writes_often_in_both_languages(Database database)
    {
        await using var town = await Town.On(database);
        var keys = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(), Cancel));
        await town.Use<IServiceProvider, bool>(async services =>
        {
            await ModulesOfTown.Keep(services, keys.Value, Cancel);
            return true;
        });

        var kept = await town.Use<TextModules, IReadOnlyList<ModuleCard>>(modules => modules.KeptBy(Actor.System, Cancel));
        Assert.All(kept, module => Assert.False(string.IsNullOrWhiteSpace(module.English), module.Name));
        Assert.InRange(kept.Count(module => module.Owner == ModuleOwner.Everybody), 3, 6);
        Assert.All(Team.All, team => Assert.True(kept.Count(module => module.Owner.Team == keys.Value.Teams[team.Key]) is >= 2 and <= 6, team.Key));
    }
}

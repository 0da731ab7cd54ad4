using System.Net;
using System.Text.Json;
using Loket.Cases.OnFile;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Somebody asks to see all that is kept of them, and gets that and nothing of others.</summary>
public sealed class AccessReportTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_privacy_officer_gives_all_that_is_kept_and_nothing_of_others(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var own = await town.Receives(
            agent, new NewMatter("Mijn lamp is stuk", "Al een week", Place: new Place { Area = "nieuwemeer", Text = "bij de schuur" }), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "0612345678", "pieters@voorbeeld.example"));
        await town.Receives(agent, new NewMatter("Bij ons brandt hij ook niet"), new MatterEnding.Join(own.Case!.Value), new CustomerDetails("A. Anders", "0687654321"));
        await town.RunJobs();

        using var officer = await town.SignIn(Role.PrivacyOfficer);
        await officer.Open("/inzageverzoek?Form.Reference=" + own.Reference);
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        var report = officer.Text("#report");
        Assert.All(["P. Pieters", "pieters@voorbeeld.example", "Mijn lamp is stuk", "Al een week", "bij de schuur", own.Reference], said => Assert.Contains(said, report, StringComparison.Ordinal));
        Assert.All(["A. Anders", "0687654321", "Bij ons brandt"], said => Assert.DoesNotContain(said, report, StringComparison.Ordinal));

        var file = await officer.Client.GetStringAsync(new Uri($"/inzageverzoek?Form.Reference={own.Reference}&handler=Json", UriKind.Relative), Cancel);
        using var json = JsonDocument.Parse(file);
        Assert.Equal("P. Pieters", json.RootElement.GetProperty("person").GetProperty("details")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("Anders", file, StringComparison.Ordinal);

        // Who got it from us is named, in a case of somebody else.
        Assert.DoesNotContain("Gegeven aan", report, StringComparison.Ordinal);
        var job = await PartnerJob.In(town);
        await officer.Open("/inzageverzoek?Form.Reference=" + job.Reference);
        Assert.All(["Gegeven aan", job.Partner.Name], said => Assert.Contains(said, officer.Text("#report"), StringComparison.Ordinal));

        await officer.Open("/beheer/inzage?Form.Reference=" + own.Reference);
        Assert.Contains("Alles over een persoon gegeven", officer.Text("#looks"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task By_the_number_of_a_case_on_which_others_stand_nobody_is_meant(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var own = await town.Receives(agent, new NewMatter("Mijn lamp is stuk"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "0612345678"));
        await town.Receives(agent, new NewMatter("Bij ons brandt hij ook niet"), new MatterEnding.Join(own.Case!.Value), new CustomerDetails("A. Anders", "0687654321"));
        var officer = await Officer(town);
        Assert.Equal("access.several-people", (await Ask(town, own.CaseReference!, officer)).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Who_does_not_handle_the_request_gets_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var own = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Mijn lamp is stuk"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "0612345678"));
        Assert.Equal("access.unknown-reference", (await Ask(town, own.Reference, await town.Somebody(Role.Handler))).Failure?.Code);
        Assert.Equal("access.unknown-reference", (await Ask(town, own.Reference, await town.Somebody(Role.Agent))).Failure?.Code);
    }

    private static async Task<Actor> Officer(Town town)
    {
        var made = await town.Make(new PlannedStaff("officer", "O. Officer", [Role.PrivacyOfficer], []));
        return (await town.Use<Actors, Actor?>(actors => actors.Of(made.Staff["officer"], Cancel)))!;
    }

    private static Task<Result<AccessReport>> Ask(Town town, string reference, Actor by) =>
        town.Use<MakeAccessReport, Result<AccessReport>>(make => make.Handle(reference, by, Cancel));
}

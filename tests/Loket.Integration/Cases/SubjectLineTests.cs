using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Api;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>A subject line is free text and may hold a name, and so may a place: who may not see personal data reads the name of the subject and the area instead.</summary>
public sealed class SubjectLineTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Lamp = new("lamp bij mevrouw Jansen kapot", Category: "street-light", Place: Calls.Lamp with { Address = null, Text = "bij mevrouw Jansen" });

    [Theory, BothDatabases]
    public async Task Lists_suggestions_and_pages_show_it_to_those_alone_who_may_read_it(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, Lamp, new MatterEnding.NewCase());

        foreach (var (reader, sees) in new[] { (agent, true), (await town.Somebody(Role.AreaManager), false), (await town.Somebody(Role.FunctionalAdministrator), false) })
        {
            var row = Assert.Single((await town.Use<Worklists, WorklistPage>(lists => lists.Page(WorklistKind.All, reader, 20, null, Cancel))).Rows);
            var words = sees ? Lamp.Subject : "Lantaarnpaal kapot";
            var page = await town.Sees(reader, lamp.CaseReference!);
            Assert.Equal((words, words, sees ? "bij mevrouw Jansen" : "Nieuwemeer", "118-042"), (row.Subject, page.Subject, page.Place.Text, page.Place.Asset));
        }

        var coHost = await town.Somebody(Role.CoHost);
        var match = Assert.Single(await town.Similar(new(coHost, "lamp uit", "street-light", Calls.Lamp)));
        Assert.Equal("Lantaarnpaal kapot", match.Case.Subject);
    }

    [Theory, BothDatabases]
    public async Task The_interface_for_programs_gives_it_with_the_right_and_its_name_without(Database database)
    {
        await using var town = await Town.On(database);
        var lamp = await town.Receives(await town.Somebody(Role.Agent), Lamp, new MatterEnding.NewCase());
        using var with = await town.Program(Right.SeeCases, Right.SeePersonalData);
        using var without = await town.Program(Right.SeeCases, Right.RegisterContacts);

        Assert.Contains("Jansen", (await (await with.Read("cases")).Json()).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("bij mevrouw Jansen", (await (await with.Read($"cases/{lamp.CaseReference}")).Json())["place"]!["text"]!.GetValue<string>());
        foreach (var path in (string[])["cases", $"cases/{lamp.CaseReference}", $"cases/{lamp.CaseReference}/timeline", $"cases/{lamp.CaseReference}/messages"])
            Assert.DoesNotContain("Jansen", (await (await without.Read(path)).Json()).ToJsonString(), StringComparison.Ordinal);
        using var suggested = await without.Post("suggestions", """{"category":"street-light","place":{"asset":"118-042"}}""", key: null);
        Assert.DoesNotContain("Jansen", (await suggested.Json()).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Mails_to_an_area_manager_and_to_a_shared_mailbox_name_the_subject_alone(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        await town.Receives(await town.Somebody(Role.Agent), new NewMatter("stoep bij mevrouw Jansen kapot", Category: "pavement", Place: Calls.Lamp), new MatterEnding.NewCase());

        for (var day = 0; day < 60; day++) await town.Pass(Duration.FromDays(1));

        var managers = Loket.Demo.Town.StaffList.Invent(Loket.Demo.Town.Loading.TownFounder.Seed).Where(person => person.Role == Loket.Demo.Town.StaffRole.AreaManager).Select(person => person.Email).ToHashSet();
        var mails = mailbox.Mail.Arrived.Where(mail => mail.To.Any(managers.Contains)).ToList();
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.DoesNotContain("Jansen", mail.Read().Subject + mail.Read().TextBody, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Who_is_called_at_night_reads_it_with_the_right_and_its_name_without(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var hole = new NewMatter("put bij mevrouw Jansen ligt open", Category: "acute-danger", Place: new() { Area = "nieuwemeer", Text = "voor de deur van Jansen" });
        await town.At(new LocalDateTime(2026, 3, 3, 22, 0));
        var receipt = await crew.Takes(hole, null);
        await town.RunJobs();
        await town.Pass(Duration.FromMinutes(11));

        // Nobody is on duty, so the lead is called, and then the manager of the area.
        foreach (var (address, reads) in new[] { ("lead@crew.example", true), ("manager@crew.example", false) })
        {
            using var mail = mailbox.OnlyMailTo(address);
            var read = mail.Subject + mail.TextBody;
            Assert.Contains(receipt.CaseReference!, read, StringComparison.Ordinal);
            Assert.Equal((reads, reads, !reads), (
                read.Contains("put bij mevrouw Jansen", StringComparison.Ordinal), read.Contains("voor de deur van Jansen", StringComparison.Ordinal),
                read.Contains("Nieuwemeer", StringComparison.Ordinal)));
        }
    }
}

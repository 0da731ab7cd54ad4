using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Integration.Api;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;
using Channel = Loket.Contacts.Channel;
using FormalPaper = Loket.Contacts.FormalPaper;

namespace Loket.Integration.Cases;

/// <summary>Care, debt, fraud, a complaint about staff: who is not of the group does not learn that it exists, however it ended.</summary>
public sealed class SensitiveTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CustomerDetails Resident = new("S. Stil", "+31612349876", Address: "Dorpsstraat 1\n2131 AA Hoofddorp");

    private static readonly NewMatter[] Matters =
    [
        new("Schulden lopen op", Category: "debt", Place: Calls.Lamp), new("Hulp bij het wassen", Category: "care-at-home", Place: Calls.Lamp),
        new("Tip over een uitkering", Category: "fraud", Place: Calls.Lamp), new("Klacht over een medewerker", FormalPaper: FormalPaper.Complaint, Place: Calls.Lamp),
    ];

    private static readonly MatterEnding[] Endings =
        [new MatterEnding.Answered("U kunt naar het spreekuur."), new MatterEnding.Forward("police"), new MatterEnding.NewCase(), new MatterEnding.ByItself()];

    [Theory, BothDatabases]
    public async Task An_agent_outside_the_group_sees_nothing_of_it_whatever_its_ending(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var taker = await town.Somebody(Role.DeskHost);
        var outsider = await town.Somebody(Role.Agent);
        var receipts = new List<MatterReceipt>();
        foreach (var matter in Matters)
        {
            foreach (var ending in Endings) receipts.Add(await town.Receives(taker, matter, ending, Resident, MessageChannel.Phone));
        }

        Assert.Empty(await town.Use<FindCustomers, IReadOnlyList<KnownCustomer>>(find => find.Handle(new(RequestKey.None, Resident.Phone, null, outsider), Cancel)));
        foreach (var matter in Matters)
        {
            Assert.Empty(await town.Similar(new(outsider, matter.Subject, matter.Category, matter.Place)));
        }

        foreach (var receipt in receipts)
        {
            Assert.Null(receipt.CaseReference);
            Assert.Null(await town.Use<FindCase, CaseId?>(find => find.Handle(receipt.Reference, outsider, Cancel)));
            Assert.Equal("case.not-found", (await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(receipt.Reference, outsider, "test", Cancel))).Failure?.Code);
            Assert.Null(await town.Use<ReadReceipt, TakenMatter?>(read => read.Handle(receipt.Reference, outsider, Cancel)));
        }

        foreach (var list in Enum.GetValues<WorklistKind>()) Assert.Empty((await town.Use<Worklists, WorklistPage>(lists => lists.Page(list, outsider, 50, null, Cancel))).Rows);
        Assert.Equal(WorklistCounts.None, await town.Use<Worklists, WorklistCounts>(lists => lists.Counts(outsider, Cancel)));
        Assert.Empty((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToCall(outsider, Cancel))).Value);
    }

    [Theory, BothDatabases]
    public async Task The_people_of_the_group_see_it_and_who_took_it_can_still_tell_the_resident(Database database)
    {
        await using var town = await Town.On(database);
        var taker = await town.Somebody(Role.DeskHost);
        var insider = await town.Somebody(Role.Handler, TeamKeys.IncomeAndDebt);

        var receipt = await town.Receives(taker, Matters[0], new MatterEnding.NewCase(), Resident, MessageChannel.Phone);
        var answered = await town.Receives(taker, Matters[0], new MatterEnding.Answered("Kom naar het spreekuur."), Resident);

        Assert.Equal(1, (await town.Sees(insider, receipt.Reference)).Contacts);
        Assert.NotEmpty(await town.Use<FindCustomers, IReadOnlyList<KnownCustomer>>(find => find.Handle(new(RequestKey.None, Resident.Phone, null, insider), Cancel)));
        var mine = (await town.Use<ReadReceipt, TakenMatter?>(read => read.Handle(receipt.Reference, taker, Cancel)))!;
        Assert.Equal((null, 1), (mine.Case!.Reference, mine.Case.Contacts));
        Assert.NotNull(await town.Use<ReadReceipt, TakenMatter?>(read => read.Handle(answered.Reference, taker, Cancel)));
    }

    [Theory, BothDatabases]
    public async Task A_program_without_the_group_learns_nothing_either(Database database)
    {
        await using var town = await Town.On(database);
        using var program = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases);

        using var registered = await program.Post("contacts", """
            {"channel":"phone","person":{"phone":"06 12349876"},"matters":[{"subject":"Schulden lopen op","category":"debt","place":{"asset":"118-042"},"ending":{"kind":"newCase"}}]}
            """);
        var made = (await registered.Json())["matters"]![0]!;
        var reference = made["reference"]!.GetValue<string>();
        using var suggested = await program.Post("suggestions", """{"subject":"Schulden lopen op","category":"debt","place":{"asset":"118-042"}}""", key: null);
        using var same = await program.Post("suggestions", $$"""{"subject":"lamp","sameCustomerAs":"{{reference}}"}""", key: null);

        Assert.Null(made["case"]);
        Assert.Empty((await suggested.Json()).AsArray());
        Assert.Equal(404, (int)same.StatusCode);
        Assert.Empty((await (await program.Read("cases")).Json())["cases"]!.AsArray());
        foreach (var path in (string[])["", "/messages", "/timeline"]) Assert.Equal(404, (int)(await program.Read($"cases/{reference}{path}")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task What_is_sensitive_is_never_put_on_a_case_that_others_see(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, new NewMatter("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase());

        var joined = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new(RequestKey.None, new NewContact(Channel.Phone, null, Resident, null, [Matters[0]]), [new MatterEnding.Join(lamp.Case!.Value)], agent), Cancel));

        Assert.Equal("case.more-confidential", joined.Failure?.Code);
        Assert.Equal(1, (await town.Sees(agent, lamp.Reference)).Contacts);
    }

    [Theory, BothDatabases]
    public async Task When_a_case_proves_sensitive_its_contacts_and_messages_follow_it(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var receipt = await town.Receives(agent, new NewMatter("Kunt u mij bellen?"), new MatterEnding.NewCase(), Resident, MessageChannel.Phone);
        Assert.Single((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToCall(agent, Cancel))).Value);

        var classified = await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, receipt.Case!.Value, agent), "debt", Cancel));

        Assert.True(classified.Succeeded, classified.Failure?.Code);
        Assert.Empty((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToCall(agent, Cancel))).Value);
        Assert.Empty(await town.Use<FindCustomers, IReadOnlyList<KnownCustomer>>(find => find.Handle(new(RequestKey.None, Resident.Phone, null, agent), Cancel)));
        Assert.Null(await town.Use<FindCase, CaseId?>(find => find.Handle(receipt.CaseReference, agent, Cancel)));
    }

    [Theory, BothDatabases]
    public async Task What_was_moved_to_a_sensitive_case_stays_a_secret_when_the_case_that_it_left_gets_a_subject(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var insider = await town.Somebody(Role.Handler, TeamKeys.IncomeAndDebt);
        var taker = await town.Somebody(Role.DeskHost);
        var triage = await town.Receives(taker, new NewMatter("Kunt u mij bellen?"), new MatterEnding.NewCase());
        var moved = await town.Receives(taker, new NewMatter("Kunt u mij ook bellen?"), new MatterEnding.Join(triage.Case!.Value), Resident);
        var debt = await town.Receives(insider, Matters[0], new MatterEnding.NewCase());
        await Moves(town, insider, moved, debt.CaseReference);
        Assert.Null(await town.Use<ReadReceipt, TakenMatter?>(read => read.Handle(moved.Reference, agent, Cancel)));

        var classified = await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, triage.Case.Value, agent), "street-light", Cancel));

        Assert.True(classified.Succeeded, classified.Failure?.Code);
        Assert.Null(await town.Use<ReadReceipt, TakenMatter?>(read => read.Handle(moved.Reference, agent, Cancel)));
        Assert.Empty(await town.Use<FindCustomers, IReadOnlyList<KnownCustomer>>(find => find.Handle(new(RequestKey.None, Resident.Phone, null, agent), Cancel)));
        Assert.Equal(2, (await town.Sees(insider, moved.Reference)).Contacts);
    }

    [Theory, BothDatabases]
    public async Task What_joined_a_sensitive_case_without_a_subject_of_its_own_leaves_it_as_a_secret(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var insider = await town.Somebody(Role.Handler, TeamKeys.IncomeAndDebt);
        var debt = await town.Receives(insider, Matters[0], new MatterEnding.NewCase());
        var joined = await town.Receives(insider, new NewMatter("Ik word er ook voor gebeld"), new MatterEnding.Join(debt.Case!.Value), Resident);

        await Moves(town, insider, joined, null);

        Assert.Null(await town.Use<FindCase, CaseId?>(find => find.Handle(joined.Reference, agent, Cancel)));
        var own = await town.Sees(insider, joined.Reference);
        Assert.Equal(("debt", false), (own.Category, own.Id == debt.Case));
    }

    [Theory, BothDatabases]
    public async Task What_is_written_about_it_is_on_no_list_and_in_no_number_of_who_is_not_of_the_group(Database database)
    {
        await using var town = await Town.On(database);
        var taker = await town.Somebody(Role.DeskHost);
        var outsider = await town.Somebody(Role.TeamLead, TeamKeys.PublicSpace);
        var insider = await town.Somebody(Role.TeamLead, TeamKeys.IncomeAndDebt);
        foreach (var way in (MessageChannel[])[MessageChannel.Phone, MessageChannel.Desk, MessageChannel.Email])
            await town.Receives(taker, Matters[0], new MatterEnding.NewCase(), Resident with { Email = "stil@voorbeeld.example" }, way);
        await town.RunJobs();

        foreach (var (reader, sees) in new[] { (outsider, false), (insider, true) })
        {
            Assert.Equal(sees, await Shows(list => list.ToCall(reader, Cancel)));
            Assert.Equal(sees, await Shows(list => list.AtDesk(null, reader, Cancel)));
            Assert.Equal(sees, await Shows(list => list.KeptInside(reader, null, Cancel)));
            var counts = await Counts(reader);
            Assert.Equal((sees, sees), (counts.ToCall > 0, counts.AtDesk > 0));
        }

        await Turn("Failed");
        foreach (var (reader, sees) in new[] { (outsider, false), (insider, true) })
        {
            Assert.Equal(sees, await Shows(list => list.Failed(reader, null, Cancel)));
            Assert.Equal(sees, (await Counts(reader)).Failed > 0);
        }

        await Turn("Queued");
        foreach (var (reader, sees) in new[] { (outsider, false), (insider, true) }) Assert.Equal(sees, await Shows(list => list.Delayed(reader, null, Cancel)));

        async Task<bool> Shows(Func<ListMessages, Task<Result<IReadOnlyList<MessageView>>>> list) => (await town.Use(list)).Value.Any(message => message.About.Case is not null);

        Task<WaitingMessages> Counts(Actor reader) => town.Use<CountMessages, WaitingMessages>(count => count.Handle(reader, Cancel));

        async Task Turn(string state)
        {
            await using var db = town.Open();
            await db.Database.ExecuteSqlRawAsync("UPDATE messages SET state = {0}, failure_code = 'message.refused' WHERE case_id IS NOT NULL", state);
        }
    }

    [Theory, BothDatabases]
    public async Task Colleagues_outside_the_group_get_no_mail_about_it_and_those_inside_get_its_number_only(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var insider = await town.Somebody(Role.Handler, TeamKeys.IncomeAndDebt);
        await town.Receives(insider, Matters[0], new MatterEnding.NewCase(), Resident);

        for (var week = 0; week < 6; week++) await town.Pass(Duration.FromDays(7));

        var team = Loket.Demo.Town.StaffList.Invent(Loket.Demo.Town.Loading.TownFounder.Seed).Where(person => person.WorksFor == TeamKeys.IncomeAndDebt).Select(person => person.Email).ToHashSet();
        Assert.NotEmpty(mailbox.Mail.Arrived);
        Assert.All(mailbox.Mail.Arrived, mail =>
        {
            Assert.All(mail.To, address => Assert.True(team.Contains(address) || address == TeamKeys.IncomeAndDebt + "@haarlemmermeer.example" || address == TeamKeys.SocialDomain + "@haarlemmermeer.example", address));
            Assert.DoesNotContain("Schulden", mail.Read().Subject + mail.Read().TextBody, StringComparison.Ordinal);
        });
    }

    /// <summary>Puts a contact with another case; without one with a case of its own.</summary>
    private static async Task Moves(Town town, Actor by, MatterReceipt what, string? to)
    {
        var from = await town.Sees(by, what.Reference);
        var moved = await town.Use<MoveContact, Result<Loket.Cases.Register.RegisteredCase>>(move => move.Handle(
            new(RequestKey.None, from.Id, from.Version, from.Participants.Single(one => one.Reference == what.Reference).Matter, to, by), Cancel));
        Assert.True(moved.Succeeded, moved.Failure?.Code);
    }
}

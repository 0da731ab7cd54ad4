using Loket.Cases;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Api;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.References;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Handler, deputy, team lead, area manager: each is told once by mail, also after downtime.</summary>
public sealed class EscalationTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("bankje kapot", Category: "pavement", Place: new Place { Area = "nieuwemeer", Text = "bij de speeltuin" });

    // A report of Tuesday 3 March at ten, with five working days: until Tuesday 10 March, 17.00.
    private static readonly LocalDateTime Deadline = new(2026, 3, 10, 17, 0);

    [Theory, BothDatabases]
    public async Task Each_step_goes_to_the_next_person_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);

        await town.At(Deadline.PlusMinutes(-1));
        Assert.Equal(["handler"], mailbox.Told());
        await town.At(Deadline.PlusMinutes(1));
        Assert.Equal(["handler", "handler"], mailbox.Told());
        await town.At(Deadline.PlusDays(1).PlusMinutes(1));
        Assert.Equal("deputy", mailbox.Told()[2]);
        await town.At(Deadline.PlusDays(2).PlusMinutes(1));
        Assert.Equal("lead", mailbox.Told()[3]);
        await town.At(Deadline.PlusDays(30));
        Assert.Equal(["handler", "handler", "deputy", "lead", "manager"], mailbox.Told());
        Assert.Equal(
            [EscalationStep.Warning, EscalationStep.Handler, EscalationStep.Deputy, EscalationStep.TeamLead, EscalationStep.AreaManager],
            (await Escalations(town, bench)).Select(one => one.Step));
    }

    [Theory, BothDatabases]
    public async Task After_downtime_the_highest_step_alone_is_told_and_a_program_that_starts_again_tells_nobody_twice(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);

        town.Tenant.Clock.SetTo(Deadline.PlusDays(2).PlusMinutes(1).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant());
        for (var starts = 0; starts < 3; starts++)
        {
            // Another process: it knows nothing but what stands in the database.
            var runner = ActivatorUtilities.CreateInstance<JobRunner>((await Installation.Running).Services);
            while (await runner.RunDue(town.Tenant, 50, Cancel) > 0)
            {
            }
        }

        Assert.Equal(["lead"], mailbox.Told());
        var only = Assert.Single(await Escalations(town, bench));
        Assert.Equal([EscalationStep.Warning, EscalationStep.Handler, EscalationStep.Deputy], only.PassedOver);
    }

    [Theory, BothDatabases]
    public async Task Without_a_handler_the_lead_is_told_and_the_manager_comes_last(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        await crew.Takes(Bench, null);

        for (var day = 0; day < 20; day++) await town.At(Deadline.PlusDays(day - 3).PlusMinutes(1));

        Assert.Equal(["lead", "lead", "manager"], mailbox.Told());
    }

    [Theory, BothDatabases]
    public async Task For_who_is_away_the_deputy_is_told_and_then_the_next_one_up(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        await crew.Takes(Bench, crew.Handler);
        await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, crew.Handler, Presence.Away, null, Actor.System), Cancel));

        for (var day = 0; day < 20; day++) await town.At(Deadline.PlusDays(day - 3).PlusMinutes(1));

        Assert.Equal(["deputy", "deputy", "lead", "manager"], mailbox.Told());
    }

    [Theory, BothDatabases]
    public async Task The_third_contact_about_one_case_is_heard_by_the_lead_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);
        using var program = await town.Program(Right.RegisterContacts, Right.SeeCases);

        for (var call = 0; call < 4; call++)
        {
            using var answer = await program.Post("contacts", $$$"""
                {"channel":"phone","matters":[{"subject":"bankje is nog kapot","category":"pavement","ending":{"kind":"join","case":"{{{bench.CaseReference}}}"}}]}
                """);
            Assert.Equal(201, (int)answer.StatusCode);
        }

        await town.RunJobs();
        Assert.Equal(["lead"], mailbox.Told());
        Assert.Contains("3 contacten", mailbox.OnlyMailTo("lead@crew.example").TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Every_third_contact_is_heard_once_also_when_one_is_taken_off_and_put_back_and_the_case_comes_forward(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var older = await crew.Takes(Bench with { Subject = "hek scheef" }, null);
        await town.At(new LocalDateTime(2026, 3, 4, 10, 0));
        var bench = await crew.Takes(Bench, null);
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        Assert.Equal([older.CaseReference, bench.CaseReference], await OfTheTeam());

        await Joins();
        var third = await Joins();
        Assert.True(Reference.TryParse(third.Reference, out var off));
        await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, off, Actor.System), Cancel));
        Assert.Equal([older.CaseReference, bench.CaseReference], await OfTheTeam());
        await Joins();
        await town.RunJobs();

        Assert.Equal(["lead"], mailbox.Told());
        Assert.Equal([bench.CaseReference, older.CaseReference], await OfTheTeam());
        using var page = await town.SignIn(Role.Handler);
        await page.Open("/werk/alles");
        Assert.Contains("Dringend: 3 contacten", page.Text("#work tbody tr"), StringComparison.Ordinal);
        await page.Open("/zaken/" + bench.CaseReference);
        Assert.Contains("Dringend: 3 contacten", page.Text("main"), StringComparison.Ordinal);

        for (var call = 0; call < 4; call++) await Joins();
        await town.RunJobs();
        Assert.Equal(["lead", "lead"], mailbox.Told());
        Assert.Contains(mailbox.MailsTo("lead@crew.example"), mail => mail.Read().TextBody!.Contains("6 contacten", StringComparison.Ordinal));
        // It is sorted as if it were due sooner; late it is not.
        Assert.Empty((await town.Use<Worklists, WorklistPage>(lists => lists.Page(WorklistKind.Overdue, lead, 50, null, Cancel))).Rows);

        async Task<MatterReceipt> Joins() => await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.Join(bench.Case!.Value));
        async Task<IEnumerable<string?>> OfTheTeam() =>
            (await town.Use<Worklists, WorklistPage>(lists => lists.Page(WorklistKind.Team, lead, 50, null, Cancel))).Rows.Select(row => row.Reference);
    }

    [Theory, BothDatabases]
    public async Task New_work_for_a_team_and_what_is_late_there_is_told_in_its_chat_room_without_what_a_resident_wrote(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        // A real room has https; this one does not leave the machine.
        await using (var db = town.Open())
            await db.Database.ExecuteSqlAsync($"UPDATE teams SET chat_webhook = {mailbox.Http.ChatRoom("ploeg").ToString()} WHERE key = 'crew'", Cancel);

        var bench = await crew.Takes(Bench, null);
        await crew.Takes(Bench with { Subject = "van een collega" }, crew.Handler);
        await town.RunJobs();
        var line = Assert.Single(mailbox.Http.Lines);
        Assert.Equal(("ploeg", true, false), (line.Room, line.Text.Contains(bench.CaseReference!, StringComparison.Ordinal), line.Text.Contains("bankje", StringComparison.Ordinal)));
        Assert.Contains("Dit is nieuw voor uw team.", line.Text, StringComparison.Ordinal);
        Assert.Empty(mailbox.Told());

        await town.At(Deadline.PlusMinutes(1));
        Assert.Contains(mailbox.Http.Lines, one => one.Text.Contains("De uiterste datum is voorbij.", StringComparison.Ordinal) && one.Text.Contains(bench.CaseReference!, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task The_chat_room_that_is_filled_in_for_a_team_is_told_of_its_new_work(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);
        await admin.Open("/beheer/teams/crew");
        await admin.Send(("Form.ChatWebhook", "http://chat.example/hook/ploeg"));
        Assert.NotEmpty(admin.Errors);
        await admin.Send(("Form.ChatWebhook", "https://chat.example/hook/ploeg"));
        Assert.Empty(admin.Errors);

        var bench = await crew.Takes(Bench, null);
        await town.RunJobs();

        // This town has no outside world, so nothing goes there.
        var line = Assert.Single(await town.MessagesOf(bench.Case!.Value.Value), message => message.Channel == MessageChannel.Chat);
        Assert.Equal(("https://chat.example/hook/ploeg", true), (line.Content!.Address, line.StayedInside));
    }

    private static async Task<IReadOnlyList<CaseEscalated>> Escalations(Town town, MatterReceipt matter) =>
        [.. (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(matter.Case!.Value.Value, Audience.Staff, 100, null, Cancel)))
            .Reverse().Select(line => line.Happened).OfType<CaseEscalated>()];
}

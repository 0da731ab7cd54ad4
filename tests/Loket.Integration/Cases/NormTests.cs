using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Cases.Norms;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

public sealed class NormTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("bankje kapot bij de speeltuin");

    [Theory, BothDatabases]
    public async Task Each_step_fires_once_and_a_day_of_downtime_makes_one_call(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var bench = await town.Receives(agent, Bench, new MatterEnding.NewCase());

        town.Tenant.Clock.Advance(Duration.FromDays(9));
        await town.RunJobs();
        await town.RunJobs();
        var afterDowntime = await Escalations(town, bench);
        await town.Pass(Duration.FromDays(30));
        var afterAll = await Escalations(town, bench);

        var first = Assert.Single(afterDowntime);
        Assert.True(first.Step > EscalationStep.Warning);
        Assert.Contains(EscalationStep.Warning, first.PassedOver);
        Assert.Equal(EscalationStep.AreaManager, afterAll[0].Step);
        Assert.Equal(afterAll.Count, afterAll.Select(escalated => escalated.Step).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task A_stopped_clock_has_no_deadline_and_what_it_stood_still_is_added(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var handler = await town.Somebody(Role.Handler);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        var before = (await town.Sees(handler, bench.Reference)).DeadlineAt!.Value;

        await Change<SuspendCase>(town, bench, handler, (use, change) => use.Handle(change, "Wij wachten op een onderdeel.", Cancel));
        var stopped = await town.Sees(handler, bench.Reference);
        await town.Pass(Duration.FromDays(7));
        await Change<ResumeCase>(town, bench, handler, (use, change) => use.Handle(change, Cancel));
        var after = await town.Sees(handler, bench.Reference);
        await Change<ExtendCase>(town, bench, handler, (use, change) => use.Handle(change, NormKind.WorkingDays, 5, "Het onderdeel is later.", Cancel));
        var extended = await town.Sees(handler, bench.Reference);

        Assert.Null(stopped.DeadlineAt);
        Assert.True(after.DeadlineAt - before >= Duration.FromDays(6));
        Assert.True(extended.DeadlineAt > after.DeadlineAt);
        Assert.Empty(await Escalations(town, bench));
    }

    [Theory, BothDatabases]
    public async Task The_third_contact_about_the_same_case_is_heard_by_the_lead(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var first = await town.Receives(agent, new NewMatter("lamp 118-042 uit", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase());

        foreach (var _ in Enumerable.Range(0, 3))
            await town.Receives(agent, new NewMatter("lamp 118-042 nog steeds uit", Category: "street-light", Place: Calls.Lamp), new MatterEnding.Join(first.Case!.Value));

        var heard = Assert.Single((await Timeline(town, first)).Select(line => line.Happened).OfType<RepeatsEscalated>());
        Assert.Equal(3, heard.Contacts);
    }

    [Theory, BothDatabases]
    public async Task Danger_at_night_rings_the_people_on_duty_in_turn_until_one_acknowledges(Database database)
    {
        await using var town = await Town.On(database);
        town.Tenant.Clock.SetTo(town.Tenant.Clock.Now().InZone(MunicipalCalendar.Amsterdam).Date.AtMidnight().PlusHours(3).InZoneLeniently(MunicipalCalendar.Amsterdam).ToInstant());
        var handler = await town.Somebody(Role.Handler);
        var danger = await town.Receives(handler, new NewMatter("losse draden uit lantaarnpaal"), new MatterEnding.NewCase());

        await town.RunJobs();
        await town.Pass(Duration.FromMinutes(11));
        await Change<AcknowledgeDanger>(town, danger, handler, (use, change) => use.Handle(change, Cancel));
        await town.Pass(Duration.FromHours(2));

        var called = (await Timeline(town, danger)).Select(line => line.Happened).OfType<DangerCalled>().ToList();
        Assert.Equal(2, called.Count);
        Assert.Equal(2, called.Select(one => one.Called).Distinct().Count());
        Assert.Equal(2, (await town.MessagesOf(danger.Case!.Value.Value)).Count(message => message.Kind == MessageKind.DangerPage));
    }

    [Theory, BothDatabases]
    public async Task An_objection_gets_six_weeks_by_the_law_a_receipt_with_its_date_and_is_never_joined(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var lead = await town.Somebody(Role.TeamLead);
        var report = await town.Receives(agent, Bench, new MatterEnding.NewCase());
        var objection = await town.Receives(agent, new NewMatter("Ik maak bezwaar", FormalPaper: FormalPaper.Objection), new MatterEnding.NewCase(), new CustomerDetails("C. Bewoner", Email: "c@example.nl"), MessageChannel.Email);

        var view = await town.Sees(lead, objection.Reference);
        var joined = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Letter, null, new CustomerDetails(), null, [new NewMatter("bezwaar", FormalPaper: FormalPaper.Objection)]),
                [new MatterEnding.Join(report.Case!.Value)], agent), Cancel));

        Assert.Equal(new LocalDate(2026, 4, 14), view.DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date);
        Assert.Equal("case.formal-paper-never-joined", joined.Failure?.Code);
        Assert.Contains(await town.MessagesOf(view.Id.Value), message => message.Kind == MessageKind.Receipt);
    }

    private static async Task<IReadOnlyList<CaseEscalated>> Escalations(Town town, MatterReceipt matter) =>
        [.. (await Timeline(town, matter)).Select(line => line.Happened).OfType<CaseEscalated>()];

    private static Task<IReadOnlyList<TimelineLine>> Timeline(Town town, MatterReceipt matter) =>
        town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(matter.Case!.Value.Value, Audience.Staff, 100, null, Cancel));

    private static async Task Change<TUse>(Town town, MatterReceipt matter, Actor by, Func<TUse, CaseChange, Task<Result<ChangedCase>>> use) where TUse : notnull
    {
        var result = await town.Use<TUse, Result<ChangedCase>>(one => use(one, new CaseChange(RequestKey.None, matter.Case!.Value, by)));
        Assert.True(result.Succeeded, result.Failure?.Code);
    }
}

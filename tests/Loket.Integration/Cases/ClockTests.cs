using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Cases.Types;
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

/// <summary>The clock of a case is stopped and started, lengthened, started anew; what was promised stays promised (row B4).</summary>
public sealed class ClockTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    // Five working days from Tuesday 3 March: until Tuesday 10 March, 17.00.
    private static readonly NewMatter Bench = new("bankje kapot bij de speeltuin");
    private static readonly CustomerDetails Resident = new("C. Bewoner", Email: "c@example.nl");

    [Theory, BothDatabases]
    public async Task A_stopped_clock_says_until_when_and_what_it_stood_still_is_added(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        Assert.Equal(new LocalDate(2026, 3, 10), await Day(town, bench));

        await Suspends(town, bench, handler, new LocalDate(2026, 3, 20));
        // Seventeen days it may stand still; the five working days begin on Friday 20 March.
        var stopped = await town.Sees(handler, bench.Reference);
        Assert.Equal(At(20, 0), stopped.SuspendedUntil);
        Assert.Equal(new LocalDate(2026, 3, 26), await Day(town, bench));

        // The answer comes sooner, on Tuesday 10 March.
        await town.At(new LocalDateTime(2026, 3, 10, 10, 0));
        await Change<ResumeCase>(town, bench, handler, (use, change) => use.Handle(change, Cancel));
        Assert.Equal(new LocalDate(2026, 3, 16), await Day(town, bench));
        await Extends(town, bench, handler, 5);

        Assert.Equal(new LocalDate(2026, 3, 23), await Day(town, bench));
        Assert.Empty(await Happened<CaseEscalated>(town, bench));
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_nobody_starts_runs_again_on_its_day_and_everybody_hears_so(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase(), Resident, MessageChannel.Email);
        await Change<TakeCase>(town, bench, handler, (use, change) => use.Handle(change, Cancel));
        await town.RunJobs();

        await Suspends(town, bench, handler, new LocalDate(2026, 3, 11));
        await town.RunJobs();
        Assert.Contains("woensdag 11 maart", mailbox.MailsTo("c@example.nl")[^1].Read().TextBody, StringComparison.Ordinal);
        await town.At(new LocalDateTime(2026, 3, 10, 23, 59));
        Assert.NotNull((await town.Sees(handler, bench.Reference)).SuspendedAt);

        // The program was down on the day itself.
        await town.At(new LocalDateTime(2026, 3, 13, 9, 0));

        var running = await town.Sees(handler, bench.Reference);
        Assert.Null(running.SuspendedAt);
        Assert.Equal(new LocalDate(2026, 3, 17), await Day(town, bench));
        Assert.True(Assert.Single(await Happened<CaseResumed>(town, bench)).ByItself);
        var mail = mailbox.MailsTo("c@example.nl")[^1].Read().TextBody;
        Assert.Contains("Wij gaan hiermee weer verder.", mail, StringComparison.Ordinal);
        Assert.Contains("dinsdag 17 maart", mail, StringComparison.Ordinal);
        Assert.Contains(mailbox.Mail.Arrived, one => one.Read().TextBody!.Contains("De wachttijd is voorbij", StringComparison.Ordinal));
        Assert.Equal("case.not-suspended", (await town.Use<ResumeCase, Result<ChangedCase>>(use => use.Handle(Of(bench, handler), Cancel))).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task A_clock_stands_still_until_a_day_within_a_year(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());

        foreach (var day in (LocalDate[])[new(2026, 3, 3), new(2025, 3, 3), new(2027, 3, 5)])
        {
            var refused = await town.Use<SuspendCase, Result<ChangedCase>>(use => use.Handle(Of(bench, handler), day, "Wij wachten.", Cancel));
            Assert.Equal("case.until-out-of-range", refused.Failure?.Code);
        }
    }

    [Theory, BothDatabases]
    public async Task A_case_that_was_closed_while_it_stood_still_is_opened_and_stopped_again(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());

        await Suspends(town, bench, handler, new LocalDate(2026, 3, 20));
        await town.Pass(Duration.FromDays(1));
        await Closes(town, bench, handler);
        await town.Pass(Duration.FromDays(1));
        await Reopens(town, bench, handler);
        Assert.Equal(new LocalDate(2026, 3, 12), await Day(town, bench));
        await Suspends(town, bench, handler, new LocalDate(2026, 3, 9));

        Assert.Equal(At(9, 0), (await town.Sees(handler, bench.Reference)).SuspendedUntil);
        await town.At(new LocalDateTime(2026, 3, 25, 9, 0));
        // It stood still from the fifth until the ninth; the pause before it was closed no longer counts.
        Assert.Equal(new LocalDate(2026, 3, 13), await Day(town, bench));
        Assert.Single(await Happened<CaseResumed>(town, bench));
    }

    [Theory, BothDatabases]
    public async Task Who_opens_a_case_again_promises_a_date_to_come_and_nobody_is_late(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase(), Resident, MessageChannel.Email);
        await Extends(town, bench, handler, 5);
        await Closes(town, bench, handler);

        await town.At(new LocalDateTime(2026, 4, 1, 10, 0));
        await Reopens(town, bench, handler);
        await town.RunJobs();

        // Friday 3 April is an ordinary day here, Easter Monday is not: five working days from Wednesday 1 April.
        Assert.Equal(new LocalDate(2026, 4, 9), await Day(town, bench));
        Assert.Contains("donderdag 9 april", mailbox.MailsTo("c@example.nl")[^1].Read().TextBody, StringComparison.Ordinal);
        Assert.Empty(await Happened<CaseEscalated>(town, bench));
        await town.At(new LocalDateTime(2026, 4, 9, 16, 59));
        Assert.Equal([EscalationStep.Warning], (await Happened<CaseEscalated>(town, bench)).Select(one => one.Step));
    }

    [Theory, BothDatabases]
    public async Task A_repeat_opens_a_case_again_with_a_date_to_come(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var handler = await Started(town);
        var lamp = await town.Receives(handler, new NewMatter("pad is kapot", Category: "pavement", Place: new() { Area = "hoofddorp" }), new MatterEnding.NewCase(), Resident, MessageChannel.Email);
        await Closes(town, lamp, handler);

        await town.At(new LocalDateTime(2026, 4, 1, 10, 0));
        var again = await town.Receives(handler, new NewMatter("pad is nog kapot", Category: "pavement"), new MatterEnding.Join(lamp.Case!.Value), new CustomerDetails("D. Buur", Email: "d@example.nl"), MessageChannel.Email);

        Assert.True(again.Reopened);
        Assert.Equal(new LocalDate(2026, 4, 9), await Day(town, lamp));
        Assert.Single(await Happened<CaseReopened>(town, lamp));
        await town.RunJobs();
        // Who stood on it hears that it is open again; who came now that it is known, and no more.
        Assert.Equal([MessageKind.Joined], await Told(again));
        Assert.Single(mailbox.MailsTo("d@example.nl"));
        Assert.Equal(MessageKind.Reopened, (await Told(lamp))[^1]);
        Assert.Empty(await Happened<CaseEscalated>(town, lamp));

        async Task<IReadOnlyList<MessageKind>> Told(MatterReceipt who)
        {
            var participant = (await town.Sees(handler, lamp.Reference)).Participants.Single(one => one.Reference == who.Reference).Id;
            return [.. (await town.MessagesOf(lamp.Case!.Value.Value)).Where(message => message.About.Participant == participant.Value).OrderBy(message => message.QueuedAt).Select(message => message.Kind)];
        }
    }

    [Theory, BothDatabases]
    public async Task More_time_just_before_the_end_warns_nobody_at_once(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        await town.At(new LocalDateTime(2026, 3, 10, 9, 0));
        Assert.Equal([EscalationStep.Warning], (await Happened<CaseEscalated>(town, bench)).Select(one => one.Step));

        await Extends(town, bench, handler, 1);
        await town.RunJobs();
        Assert.Equal(new LocalDate(2026, 3, 11), await Day(town, bench));
        Assert.Single(await Happened<CaseEscalated>(town, bench));

        await town.At(new LocalDateTime(2026, 3, 11, 16, 0));
        Assert.Equal([EscalationStep.Warning, EscalationStep.Warning], (await Happened<CaseEscalated>(town, bench)).Select(one => one.Step));
    }

    [Theory, BothDatabases]
    public async Task A_case_that_was_late_in_triage_is_escalated_anew_for_the_date_that_its_subject_gives(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        await town.At(new LocalDateTime(2026, 3, 13, 10, 0));
        Assert.Equal(EscalationStep.TeamLead, (await Happened<CaseEscalated>(town, bench))[0].Step);

        // Fifteen working days from 3 March.
        await Change<ClassifyCase>(town, bench, handler, (use, change) => use.Handle(change, "green", Cancel));
        Assert.Equal(new LocalDate(2026, 3, 24), await Day(town, bench));
        await town.PassUntil(new LocalDateTime(2026, 3, 25, 9, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant());

        Assert.Equal([EscalationStep.Handler, EscalationStep.Warning], (await Happened<CaseEscalated>(town, bench)).Take(2).Select(one => one.Step));
    }

    [Theory, BothDatabases]
    public async Task What_was_promised_stays_when_the_type_changes_and_grows_in_its_own_calendar(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await Started(town);
        var admin = await town.Somebody(Role.FunctionalAdministrator);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        var form = (await town.Use<CaseTypeForms, CaseTypeSetUp?>(forms => forms.Type("general", admin, Cancel)))!;
        var saved = await town.Use<SaveCaseType, Result<Done>>(save => save.Handle(
            new(RequestKey.None, form.Details with { Norm = Norm.CalendarWeeks(6) }, form.Version, admin), Cancel));
        Assert.True(saved.Succeeded, saved.Failure?.Code);
        var live = await town.Use<MakeTypeLive, Result<int>>(use => use.Handle(new DraftOfType(RequestKey.None, "general", form.Version + 1, admin), Cancel));
        Assert.Equal(2, live.Value);

        var refused = await town.Use<ExtendCase, Result<ChangedCase>>(use => use.Handle(Of(bench, handler), NormKind.CalendarDays, 5, "Het onderdeel is later.", Cancel));
        Assert.Equal("case.other-calendar", refused.Failure?.Code);
        using var page = await town.SignIn(Role.Handler);
        await page.Open("/zaken/" + bench.CaseReference);
        await page.Send(("Extend.Amount", "5"), ("Extend.Reason", "Het onderdeel is later."));
        Assert.Contains("De termijn is verlengd", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 3, 17), await Day(town, bench));

        // A subject of another kind is another promise: more time in working days went with the old one.
        var law = new CategoryDetails("law", "traffic", "Wet", "Law", "Wet", "Law", "general");
        var added = await town.Use<SaveCategory, Result<Done>>(save => save.Handle(new(RequestKey.None, law, true, null, admin), Cancel));
        Assert.True(added.Succeeded, added.Failure?.Code);
        await Change<ClassifyCase>(town, bench, handler, (use, change) => use.Handle(change, "law", Cancel));
        Assert.Equal(new LocalDate(2026, 4, 14), await Day(town, bench));
    }

    [Theory, BothDatabases]
    public async Task The_term_of_the_law_stands_still_in_days_of_the_law(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await Started(town);
        var paper = await town.Receives(handler, new NewMatter("Ik maak bezwaar", FormalPaper: FormalPaper.Objection), new MatterEnding.NewCase(), Resident);
        Assert.Equal(new LocalDate(2026, 4, 14), await Day(town, paper));

        await Suspends(town, paper, handler, new LocalDate(2026, 3, 24));
        // The day on which it was stopped and the day on which it runs again count: twenty days stand still.
        Assert.Equal(new LocalDate(2026, 5, 4), await Day(town, paper));
        await town.At(new LocalDateTime(2026, 3, 13, 10, 0));
        await Change<ResumeCase>(town, paper, handler, (use, change) => use.Handle(change, Cancel));

        Assert.Equal(new LocalDate(2026, 4, 23), await Day(town, paper));
    }

    private static async Task<Actor> Started(Town town)
    {
        town.SetTo(hour: 10);
        return await town.Somebody(Role.TeamLead);
    }

    private static Instant At(int day, int hour) => new LocalDateTime(2026, 3, day, hour, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();

    private static CaseChange Of(MatterReceipt matter, Actor by) => new(RequestKey.None, matter.Case!.Value, by);

    private static async Task<LocalDate> Day(Town town, MatterReceipt matter) =>
        (await town.Sees(Actor.System, matter.Reference)).DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date;

    [Theory, BothDatabases]
    public async Task Without_a_reason_a_clock_is_neither_stopped_nor_given_more_time(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());

        foreach (var reason in (string[])["", "  "])
        {
            var stopped = await town.Use<SuspendCase, Result<ChangedCase>>(use => use.Handle(Of(bench, handler), new LocalDate(2026, 3, 20), reason, Cancel));
            var extended = await town.Use<ExtendCase, Result<ChangedCase>>(use => use.Handle(Of(bench, handler), NormKind.WorkingDays, 5, reason, Cancel));
            Assert.Equal((CaseFailures.ReasonMissing, CaseFailures.ReasonMissing), (stopped.Failure, extended.Failure));
        }

        Assert.Equal(new LocalDate(2026, 3, 10), await Day(town, bench));
    }

    [Theory, BothDatabases]
    public async Task Whoever_asked_hears_of_more_time_with_the_new_date_the_old_one_and_why(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var handler = await Started(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase(), Resident, MessageChannel.Email);

        await Extends(town, bench, handler, 5);
        await town.RunJobs();

        var told = Assert.Single(mailbox.MailsTo("c@example.nl").Select(mail => mail.Read()), mail => mail.Subject!.StartsWith("Wij hebben meer tijd nodig", StringComparison.Ordinal));
        Assert.Contains("dinsdag 17 maart", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("Eerst was dat dinsdag 10 maart", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("Het onderdeel is later.", told.TextBody, StringComparison.Ordinal);
    }

    private static Task Suspends(Town town, MatterReceipt matter, Actor by, LocalDate until) =>
        Change<SuspendCase>(town, matter, by, (use, change) => use.Handle(change, until, "Wij wachten op een onderdeel.", Cancel));

    private static Task Extends(Town town, MatterReceipt matter, Actor by, int days) =>
        Change<ExtendCase>(town, matter, by, (use, change) => use.Handle(change, NormKind.WorkingDays, days, "Het onderdeel is later.", Cancel));

    private static Task Closes(Town town, MatterReceipt matter, Actor by) =>
        Change<CloseCase>(town, matter, by, (use, change) => use.Handle(change, "solved", true, "Het is gemaakt.", Cancel));

    private static Task Reopens(Town town, MatterReceipt matter, Actor by) =>
        Change<ReopenCase>(town, matter, by, (use, change) => use.Handle(change, "Het is weer kapot.", Cancel));

    /// <summary>What happened of one kind, newest first.</summary>
    private static async Task<IReadOnlyList<T>> Happened<T>(Town town, MatterReceipt matter) =>
        [.. (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(matter.Case!.Value.Value, Audience.Staff, 100, null, Cancel)))
            .Select(line => line.Happened).OfType<T>()];

    private static async Task Change<TUse>(Town town, MatterReceipt matter, Actor by, Func<TUse, CaseChange, Task<Result<ChangedCase>>> use) where TUse : notnull
    {
        var result = await town.Use<TUse, Result<ChangedCase>>(one => use(one, Of(matter, by)));
        Assert.True(result.Succeeded, result.Failure?.Code);
    }
}

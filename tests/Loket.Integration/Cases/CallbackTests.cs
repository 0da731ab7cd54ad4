using System.Data.Common;
using System.Net;
using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Loket.Integration.Cases.CallbackCalls;

namespace Loket.Integration.Cases;

/// <summary>Who asks to be called back is called, or heard of until they are (row A6).</summary>
public sealed class CallbackTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task It_is_promised_made_tried_moved_to_a_next_attempt_and_ends_with_what_was_said(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var handler = await ActorOf(town, crew.Handler);

        var made = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15);
        await town.RunJobs();
        var promised = mailbox.OnlyMailTo("terug@inwoner.example");
        Assert.Contains("dinsdag 3 maart tussen 13.00 en 15.00 uur", promised.Subject, StringComparison.Ordinal);
        Assert.Contains("Vraag over de kapvergunning", promised.TextBody, StringComparison.Ordinal);
        Assert.Equal(["handler"], mailbox.Told());

        var seen = await Sees(town, handler, made);
        Assert.Equal(("+31612345678", crew.Handler, crew.Team, 0), (seen.Phone, seen.Owner, seen.Team, seen.Attempts));
        await town.At(Tuesday.PlusHours(13));
        Assert.Equal(["handler", "handler"], mailbox.Told());
        await Succeeds(town, handler, seen, change => new RecordAttempt.Attempt(AttemptResult.Voicemail, "Ingesproken.", Window(4, 10, 12), null));
        await town.RunJobs();
        Assert.Contains("Wij belden u en proberen het opnieuw", mailbox.MailsTo("terug@inwoner.example")[^1].Read().Subject, StringComparison.Ordinal);
        Assert.Contains("voicemail ingesproken", mailbox.MailsTo("terug@inwoner.example")[^1].Read().TextBody, StringComparison.Ordinal);

        seen = await Sees(town, handler, made);
        Assert.Equal((1, Window(4, 10, 12)), (seen.Attempts, seen.Window));
        await town.At(Tuesday.PlusDays(1).PlusHours(10));
        Assert.Equal("callback.report-missing", await Tries(town, handler, seen, new RecordAttempt.Attempt(AttemptResult.Reached, " ", null, null)));
        await Succeeds(town, handler, seen, _ => new RecordAttempt.Attempt(AttemptResult.Reached, "De vergunning komt vrijdag.", null, null));
        await town.RunJobs();

        var told = mailbox.MailsTo("terug@inwoner.example")[^1].Read();
        Assert.Contains("De vergunning komt vrijdag.", told.TextBody, StringComparison.Ordinal);
        Assert.Contains(mailbox.Mail.Arrived, mail => mail.Read().Subject == $"Terugbelverzoek {made}" && Body(mail).Contains("De inwoner is gesproken.", StringComparison.Ordinal));
        seen = await Sees(town, handler, made);
        Assert.Equal((CallbackOutcome.Spoken, 2, "De vergunning komt vrijdag."), (seen.Outcome!.Value, seen.Attempts, seen.Report));
        await town.At(Tuesday.PlusDays(20));
        Assert.Equal(3, mailbox.MailsTo("terug@inwoner.example").Count);
        Assert.Equal("callback.ended", await Tries(town, handler, seen, new RecordAttempt.Attempt(AttemptResult.Reached, "Nog eens.", null, null)));
    }

    [Theory, BothDatabases]
    public async Task Nobody_who_waits_is_forgotten_the_lead_hears_of_it_each_working_day_also_after_downtime_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        await Asks(town, await town.Somebody(Role.Agent), new CallbackOwner(null, crew.Handler), 13, 15);
        await town.RunJobs();

        foreach (var (moment, told) in new[]
        {
            (Tuesday.PlusHours(12).PlusMinutes(30), "handler"), (Tuesday.PlusHours(13), "handler"), (Tuesday.PlusHours(15), "handler"), (Tuesday.PlusHours(17), "lead"), (Tuesday.PlusDays(1).PlusHours(17), "lead"),
            (Tuesday.PlusDays(2).PlusHours(17), "lead"),
        })
        {
            var before = mailbox.Told().Count;
            await town.At(moment.PlusMinutes(-1));
            Assert.Equal(before, mailbox.Told().Count);
            await town.At(moment);
            Assert.Equal(told, Assert.Single(mailbox.Told().Skip(before)));
        }

        // Down for a week: one mail, not five.
        var sofar = mailbox.Told().Count;
        await town.At(Tuesday.PlusDays(9).PlusHours(18));
        Assert.Equal("lead", Assert.Single(mailbox.Told().Skip(sofar)));
    }

    [Theory, BothDatabases]
    public async Task Whoever_calls_is_reminded_half_an_hour_of_working_time_before_it_begins_and_when_it_does(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var seen = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(null, crew.Handler), 15, 17));
        Assert.True((await town.Use<MoveCallback, Result<Done>>(move => move.Handle(new CallbackChange(RequestKey.None, seen.Id, agent), Window(4, 10, 12), Cancel))).Succeeded);
        await town.RunJobs();

        foreach (var (moment, words) in new[] { (Tuesday.PlusDays(1).PlusHours(9).PlusMinutes(30), "Het is bijna tijd om te bellen."), (Tuesday.PlusDays(1).PlusHours(10), "Het is tijd om te bellen.") })
        {
            var before = mailbox.MailsTo("handler@crew.example").Count;
            await town.At(moment.PlusMinutes(-1));
            Assert.Equal(before, mailbox.MailsTo("handler@crew.example").Count);
            await town.At(moment);
            var told = Body(Assert.Single(mailbox.MailsTo("handler@crew.example").Skip(before)));
            Assert.Contains(words, told, StringComparison.Ordinal);
            Assert.Contains("tussen 10.00 en 12.00 uur", told, StringComparison.Ordinal);
        }

        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(seen.Id.Value, Audience.Staff, 50, null, Cancel));
        Assert.Equal([CallbackStep.Ahead, CallbackStep.Reminder], lines.Select(line => line.Happened).OfType<CallbackWatched>().Select(watched => watched.Step).Order());
    }

    [Theory, BothDatabases]
    public async Task What_is_promised_for_soon_is_told_once_and_then_when_it_begins(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        await town.At(Tuesday.PlusHours(12).PlusMinutes(45));

        await Asks(town, await town.Somebody(Role.Agent), new CallbackOwner(null, crew.Handler), 13, 15);
        await town.RunJobs();
        Assert.Equal(["handler"], mailbox.Told());

        await town.At(Tuesday.PlusHours(13));
        Assert.Equal(["handler", "handler"], mailbox.Told());
        Assert.Contains("Het is tijd om te bellen.", Body(mailbox.MailsTo("handler@crew.example")[^1]), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_is_away_is_replaced_by_the_deputy_and_where_nobody_stands_in_the_team_calls(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        await Away(town, crew.Handler);
        var deputy = (await town.Use<StaffDirectory, StaffCard?>(people => people.Find("deputy", Cancel)))!.Id;

        var forDeputy = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15);
        Assert.Equal((crew.Team, deputy), ((await Sees(town, agent, forDeputy)).Team, (await Sees(town, agent, forDeputy)).Owner));

        // Who falls ill afterwards too, when the time comes.
        await Away(town, deputy);
        await town.At(Tuesday.PlusHours(13));
        Assert.Equal((crew.Team, null), ((await Sees(town, agent, forDeputy)).Team, (await Sees(town, agent, forDeputy)).Owner));
        var forTeam = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 15, 17, "+31612345699");
        Assert.Null((await Sees(town, agent, forTeam)).Owner);
    }

    [Theory, BothDatabases]
    public async Task Who_is_back_at_the_promised_time_calls_and_who_is_not_is_replaced(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var deputy = (await town.Use<StaffDirectory, StaffCard?>(people => people.Find("deputy", Cancel)))!.Id;
        Assert.True((await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, crew.Handler, Presence.Away, At(3, 15), Actor.System), Cancel))).Succeeded);

        var before = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15);
        var after = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 15, 17, "+31612345699");

        Assert.Equal((deputy, crew.Handler), ((await Sees(town, agent, before)).Owner!.Value, (await Sees(town, agent, after)).Owner!.Value));
        await town.At(Tuesday.PlusHours(15));
        Assert.Equal(crew.Handler, (await Sees(town, agent, after)).Owner);
    }

    [Theory, BothDatabases]
    public async Task Who_does_not_work_in_the_promised_hours_is_replaced_as_who_is_away(Database database)
    {
        await using var town = await Town.On(database);
        await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        // Not on Tuesday, and on Wednesday in the morning.
        var made = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(
            Staff: [new("halves", "H. Halves", [Role.Handler], ["crew"], "halves@crew.example", Deputy: "deputy", Hours: "1 08:30-17:00\n3 08:30-12:00")]), Cancel));
        var halves = made.Value.Staff["halves"];
        var deputy = (await town.Use<StaffDirectory, StaffCard?>(people => people.Find("deputy", Cancel)))!.Id;

        Assert.Equal(deputy, (await Sees(town, agent, await Asks(town, agent, new CallbackOwner(null, halves), 13, 15))).Owner);
        var taken = await town.Receives(agent, Question, new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, halves), Window(4, 10, 12))), Caller);
        var seen = await Sees(town, agent, taken.Reference);
        Assert.Equal(halves, seen.Owner);

        Assert.True((await town.Use<MoveCallback, Result<Done>>(move => move.Handle(new CallbackChange(RequestKey.None, seen.Id, agent), Window(4, 13, 15), Cancel))).Succeeded);
        await town.At(Tuesday.PlusDays(1).PlusHours(13));
        Assert.Equal(deputy, (await Sees(town, agent, taken.Reference)).Owner);
    }

    [Theory, BothDatabases]
    public async Task Who_calls_again_comes_sooner_and_whoever_calls_is_told_and_it_can_be_taken_back(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var first = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 10, 12);
        var second = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 15, 17, "+31612345699");
        Assert.Equal([first, second], await Mine(town, crew));

        var known = await town.Use<OpenCallbacksOf, IReadOnlyList<CallbackRow>>(open => open.Handle("+31612345699", RequestKey.None, agent, Cancel));
        var again = await town.Receives(agent, Question, new MatterEnding.CallBackAgain(Assert.Single(known).Id), new CustomerDetails("B. Bis", "+31612345699"));
        await town.RunJobs();
        Assert.Equal(Outcome.Callback, again.Outcome);
        Assert.Equal([second, first], await Mine(town, crew));
        Assert.Contains(mailbox.MailsTo("handler@crew.example"), mail => Body(mail).Contains("De inwoner heeft opnieuw gebeld.", StringComparison.Ordinal));

        Assert.Null(await Undo(town, agent, again.Reference));
        Assert.Equal([first, second], await Mine(town, crew));
        Assert.Null(await Undo(town, agent, second));
        Assert.Equal(CallbackOutcome.Undone, (await Sees(town, agent, second)).Outcome);
        Assert.Equal([first], await Mine(town, crew));

        await town.At(Tuesday.PlusHours(10));
        await Succeeds(town, agent, await Sees(town, agent, first), _ => new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(4, 10, 12), null));
        Assert.Equal("callback.ended", await Undo(town, agent, first));
    }

    [Theory, BothDatabases]
    public async Task The_link_shows_when_moves_it_and_withdraws_it_and_looking_uses_nothing_up(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var made = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15);
        await town.RunJobs();
        var link = CallbackMail.LinkIn(mailbox.OnlyMailTo("terug@inwoner.example"));

        using var visitor = new Visitor(town.Client());
        for (var look = 0; look < 3; look++) await visitor.Open(link);
        Assert.Contains("dinsdag 3 maart tussen 13:00 en 15:00 uur", visitor.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Terug", visitor.Text(".loket-lead"), StringComparison.Ordinal);
        Assert.DoesNotContain("kapvergunning", visitor.Text("main"), StringComparison.Ordinal);
        await visitor.Send(("Form.Window", ""));
        Assert.Contains("Kies wanneer wij bellen", Assert.Single(visitor.Errors), StringComparison.Ordinal);
        var other = visitor.Page.QuerySelectorAll("select[name='Form.Window'] option").Select(option => option.GetAttribute("value")).Last(value => value!.Length > 0)!;
        await visitor.Send(("Form.Window", other));
        Assert.Contains("Wij bellen u op de tijd die u koos", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
        await town.RunJobs();
        var seen = await Sees(town, agent, made);
        Assert.Equal(other, $"{seen.Window.From.ToUnixTimeSeconds()}-{seen.Window.Until.ToUnixTimeSeconds()}");
        Assert.Contains(mailbox.MailsTo("handler@crew.example"), mail => Body(mail).Contains("De inwoner koos een andere tijd.", StringComparison.Ordinal));

        await visitor.Follow(visitor.Pressed("Withdraw"));
        Assert.Contains("Wij bellen u niet meer", visitor.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Uw terugbelverzoek is afgerond", visitor.Heading);
        await town.RunJobs();
        Assert.Equal(CallbackOutcome.Withdrawn, (await Sees(town, agent, made)).Outcome);
        Assert.Contains(mailbox.MailsTo("handler@crew.example"), mail => Body(mail).Contains("hoeft niet meer gebeld te worden", StringComparison.Ordinal));
        await visitor.Open(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_given_up_before_the_third_attempt_and_none_ends_without_outcome(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var made = await Asks(town, agent, new CallbackOwner(crew.Team, null), 13, 15);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal("callback.too-few-attempts", await Ends(CallbackOutcome.Unreachable, "Neemt niet op."));
            if (attempt < 2) Assert.Equal("callback.window-missing", await Tries(town, agent, await Sees(town, agent, made), new RecordAttempt.Attempt(AttemptResult.NotReached, null, null, null)));
            Assert.Equal("callback.outside-phone-hours", await Tries(town, agent, await Sees(town, agent, made), new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(7, 10, 12), null)));
            await Succeeds(town, agent, await Sees(town, agent, made), _ => new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(4 + attempt, 10, 12), null));
        }

        Assert.Equal("callback.report-missing", await Ends(CallbackOutcome.Unreachable, ""));
        Assert.Equal("callback.result-missing", await Ends(CallbackOutcome.Spoken, "Zogenaamd."));
        Assert.Equal("callback.result-missing", await Ends(CallbackOutcome.Undone, "Zogenaamd."));
        Assert.Null(await Ends(CallbackOutcome.Unreachable, "Neemt niet op."));
        await using var db = town.Open();
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE callbacks SET outcome = NULL", Cancel));
        Assert.Contains("ck_callbacks_outcome", refused.Message, StringComparison.Ordinal);

        async Task<string?> Ends(CallbackOutcome outcome, string report)
        {
            var id = (await Sees(town, agent, made)).Id;
            return (await town.Use<EndCallback, Result<Done>>(end => end.Handle(new CallbackChange(RequestKey.None, id, agent), outcome, report, Cancel))).Failure?.Code;
        }
    }

    [Theory, BothDatabases]
    public async Task Figures_per_team_say_how_many_were_called_in_time_how_often_and_how_many_are_open(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var inTime = await Asks(town, agent, new CallbackOwner(crew.Team, null), 10, 12);
        var late = await Asks(town, agent, new CallbackOwner(crew.Team, null), 10, 12, "+31612345691");
        var moved = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(crew.Team, null), 10, 12, "+31612345692"));
        await Asks(town, agent, new CallbackOwner(crew.Team, null), 15, 17, "+31612345693");
        var waited = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(crew.Team, null), 10, 12, "+31612345694"));
        var mistake = await Asks(town, agent, new CallbackOwner(crew.Team, null), 10, 12, "+31612345695");
        await town.At(Tuesday.PlusHours(11));
        await Succeeds(town, agent, await Sees(town, agent, inTime), _ => new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(3, 13, 15), null));
        await Succeeds(town, agent, await Sees(town, agent, inTime), _ => new RecordAttempt.Attempt(AttemptResult.Reached, "Gesproken.", null, null));
        await town.At(Tuesday.PlusHours(13));
        await Succeeds(town, agent, await Sees(town, agent, late), _ => new RecordAttempt.Attempt(AttemptResult.Reached, "Gesproken.", null, null));

        // Another promise does not make good that nobody kept the first.
        Assert.True((await town.Use<MoveCallback, Result<Done>>(move => move.Handle(new CallbackChange(RequestKey.None, moved.Id, agent), Window(3, 15, 17), Cancel))).Succeeded);

        // Nor does an end: who gave up waiting was not called in time. What was made by mistake was promised to nobody.
        Assert.True((await town.Use<EndCallback, Result<Done>>(end => end.Handle(new CallbackChange(RequestKey.None, waited.Id, agent), CallbackOutcome.Withdrawn, null, Cancel))).Succeeded);
        Assert.Null(await Undo(town, agent, mistake));

        var lead = await ActorOf(town, crew.Lead);
        var figures = (await town.Use<CallbackFigures, Result<IReadOnlyList<TeamCallbacks>>>(read => read.Handle(30, lead, Cancel))).Value.Single(team => team.Team == crew.Team);
        Assert.Equal(new TeamCallbacks(crew.Team, Made: 6, Called: 2, InTime: 1, Late: 3, Attempts: 3, Spoken: 2, Open: 2), figures);
        Assert.Equal(1.0 / 4, figures.Share!.Value, 5);
        Assert.False((await town.Use<CallbackFigures, Result<IReadOnlyList<TeamCallbacks>>>(read => read.Handle(30, agent, Cancel))).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task After_enough_attempts_the_last_in_vain_needs_no_next_moment_and_ends_it(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var made = await Asks(town, agent, new CallbackOwner(crew.Team, null), 13, 15);
        for (var attempt = 0; attempt < 2; attempt++) await Succeeds(town, agent, await Sees(town, agent, made), _ => new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(4 + attempt, 10, 12), null));
        await town.RunJobs();
        var before = mailbox.MailsTo("terug@inwoner.example").Count;

        await Succeeds(town, agent, await Sees(town, agent, made), _ => new RecordAttempt.Attempt(AttemptResult.WrongNumber, "Dit nummer bestaat niet.", null, null));
        await town.RunJobs();

        var seen = await Sees(town, agent, made);
        Assert.Equal((CallbackOutcome.Unreachable, 3, "Dit nummer bestaat niet."), (seen.Outcome!.Value, seen.Attempts, seen.Report));
        var told = Assert.Single(mailbox.MailsTo("terug@inwoner.example").Skip(before)).Read();
        Assert.Contains("Wij hebben u een paar keer gebeld, maar konden u niet bereiken.", told.TextBody, StringComparison.Ordinal);
        await town.At(Tuesday.PlusDays(20));
        Assert.DoesNotContain(mailbox.Told(), who => who == "lead");
    }

    [Theory, BothDatabases]
    public async Task A_wrong_number_asks_for_another_at_which_the_next_attempt_is_and_nobody_at_the_old_one_is_told_any_more(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var made = (await town.Receives(
            agent, Question, new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, crew.Handler), Window(3, 13, 15))), new CustomerDetails("T. Terug", "+31612345678"))).Reference;
        var wrong = new RecordAttempt.Attempt(AttemptResult.WrongNumber, "Iemand anders nam op.", Window(4, 10, 12), null);

        Assert.Equal("callback.phone-missing", await Tries(town, agent, await Sees(town, agent, made), wrong));
        Assert.Equal("phone.invalid", await Tries(town, agent, await Sees(town, agent, made), wrong with { Phone = "12" }));
        await Succeeds(town, agent, await Sees(town, agent, made), _ => wrong with { Phone = "06 87654321" });
        await town.RunJobs();

        // The promise had not gone out yet, and does not any more.
        Assert.Empty(mailbox.Http.Texts);
        var seen = await Sees(town, agent, made);
        Assert.Equal(("+31687654321", 1, Window(4, 10, 12)), (seen.Phone, seen.Attempts, seen.Window));
        Assert.Empty(await Known("+31612345678"));
        Assert.Equal(made, Assert.Single(await Known("+31687654321")).Reference);

        await town.At(Tuesday.PlusDays(1).PlusHours(10));
        await Succeeds(town, agent, seen, _ => new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(5, 10, 12), null));
        await town.RunJobs();
        Assert.Equal("+31687654321", Assert.Single(mailbox.Http.Texts).To);
        await Succeeds(town, agent, await Sees(town, agent, made), _ => new RecordAttempt.Attempt(AttemptResult.Reached, "De vergunning komt vrijdag.", null, null));
        await town.RunJobs();
        Assert.Equal(["+31687654321", "+31687654321"], mailbox.Http.Texts.Select(text => text.To));

        Task<IReadOnlyList<CallbackRow>> Known(string phone) => town.Use<OpenCallbacksOf, IReadOnlyList<CallbackRow>>(open => open.Handle(phone, RequestKey.None, agent, Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_was_asked_by_mistake_is_taken_back_and_nobody_is_said_to_have_wanted_that(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var made = await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15);
        await town.RunJobs();

        Assert.Null(await Undo(town, agent, made));
        await town.RunJobs();

        Assert.Equal(CallbackOutcome.Undone, (await Sees(town, agent, made)).Outcome);
        var told = mailbox.MailsTo("terug@inwoner.example")[^1].Read().TextBody!;
        Assert.Contains("was een vergissing", told, StringComparison.Ordinal);
        Assert.DoesNotContain("zoals u vroeg", told, StringComparison.Ordinal);
        Assert.Contains("Dit terugbelverzoek was een vergissing.", Body(mailbox.MailsTo("handler@crew.example")[^1]), StringComparison.Ordinal);
        Assert.Equal("callback.ended", await Tries(town, agent, await Sees(town, agent, made), new RecordAttempt.Attempt(AttemptResult.Reached, "Toch.", null, null)));
    }

    [Theory, BothDatabases]
    public async Task Nobody_calls_who_has_died_and_whoever_was_to_call_hears_why(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var (agent, lead) = (await town.Somebody(Role.Agent), await ActorOf(town, crew.Lead));
        var alone = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15));
        var both = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(null, crew.Handler), 15, 17, "+31612345699"));
        await town.Receives(agent, Question, new MatterEnding.CallBackAgain(both.Id), new CustomerDetails("B. Buur", "+31612345699"));
        await town.RunJobs();
        var told = mailbox.MailsTo("terug@inwoner.example").Count;

        foreach (var seen in (CallbackView[])[alone, both])
        {
            var placed = await town.Use<PlaceWarning, Result<Done>>(place => place.Handle(
                new PlaceWarning.Request(RequestKey.None, seen.Asks[0].Customer!.Value, WarningKind.Deceased, "Bericht van de burgerlijke stand.", null, lead), Cancel));
            Assert.True(placed.Succeeded, placed.Failure?.Code);
        }

        await town.RunJobs();
        Assert.Equal(CallbackOutcome.Died, (await Sees(town, agent, alone.Reference)).Outcome);
        Assert.Contains("De inwoner is overleden. Bel niet meer.", Body(mailbox.MailsTo("handler@crew.example")[^1]), StringComparison.Ordinal);
        Assert.Equal(told, mailbox.MailsTo("terug@inwoner.example").Count);
        // Somebody else asked for that call too.
        Assert.Null((await Sees(town, agent, both.Reference)).Outcome);
    }

    [Theory, BothDatabases]
    public async Task Whoever_calls_hears_that_it_was_a_colleague_who_chose_another_time(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var made = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15));
        await town.RunJobs();

        Assert.True((await town.Use<MoveCallback, Result<Done>>(move => move.Handle(new CallbackChange(RequestKey.None, made.Id, agent), Window(4, 10, 12), Cancel))).Succeeded);
        await town.RunJobs();

        var told = Body(mailbox.MailsTo("handler@crew.example")[^1]);
        Assert.Contains("Een collega heeft de inwoner een andere tijd beloofd.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("De inwoner koos", told, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Another_time_that_is_promised_to_who_calls_again_counts_and_is_told(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var made = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15));
        await town.RunJobs();

        var refused = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(new RegisterContact.Request(
            RequestKey.None, new NewContact(Channel.Phone, null, Caller, null, [Question]), [new MatterEnding.CallBackAgain(made.Id, Window: Window(7, 10, 12))], agent), Cancel));
        Assert.Equal("callback.outside-phone-hours", refused.Failure?.Code);
        await town.Receives(agent, Question, new MatterEnding.CallBackAgain(made.Id, Window: Window(4, 13, 15)), Caller);
        await town.RunJobs();

        var seen = await Sees(town, agent, made.Reference);
        Assert.Equal((Window(4, 13, 15), 1, crew.Handler), (seen.Window, seen.Raised, seen.Owner));
        Assert.Contains("woensdag 4 maart tussen 13.00 en 15.00 uur", mailbox.MailsTo("terug@inwoner.example")[^1].Read().TextBody, StringComparison.Ordinal);
        var before = mailbox.Told().Count;
        await town.At(Tuesday.PlusHours(16));
        Assert.Equal(before, mailbox.Told().Count);
        await town.At(Tuesday.PlusDays(1).PlusHours(13));
        Assert.Equal("handler", Assert.Single(mailbox.Told().Skip(before)));

        // And somebody else, where that was said.
        await town.Receives(agent, Question, new MatterEnding.CallBackAgain(made.Id, Owner: new CallbackOwner(crew.Team, null)), Caller);
        Assert.Equal((crew.Team, null), ((await Sees(town, agent, made.Reference)).Team, (await Sees(town, agent, made.Reference)).Owner));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_make_a_second_one_at_once_about_one_contact_one_is_told_that_there_is_one(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var first = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(crew.Team, null), 13, 15));
        Assert.True((await town.Use<EndCallback, Result<Done>>(end => end.Handle(new CallbackChange(RequestKey.None, first.Id, agent), CallbackOutcome.NotNeeded, "Staat op de site.", Cancel))).Succeeded);

        var both = await Task.WhenAll(Makes(town, agent, first.Reference, crew), Makes(town, agent, first.Reference, crew));

        Assert.Single(both, code => code is null);
        Assert.Single(both, code => code == "callback.already-made");
    }

    [Theory, BothDatabases]
    public async Task Two_who_record_at_once_don_t_overwrite_each_other_and_the_same_wish_twice_is_one_attempt(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var seen = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(crew.Team, null), 13, 15));
        var attempt = new RecordAttempt.Attempt(AttemptResult.NotReached, "Nam niet op.", Window(4, 10, 12), null);
        var key = new RequestKey("test", Guid.NewGuid().ToString());

        for (var click = 0; click < 2; click++)
            Assert.True((await town.Use<RecordAttempt, Result<Done>>(record => record.Handle(new CallbackChange(key, seen.Id, agent, seen.Version), attempt, Cancel))).Succeeded);
        Assert.Equal("request.changed-meanwhile", await Tries(town, agent, seen, attempt));

        Assert.Equal(1, (await Sees(town, agent, seen.Reference)).Attempts);
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(seen.Id.Value, Audience.Audit, 50, null, Cancel));
        Assert.Single(lines, line => line.Happened is CallbackAttempted);
        Assert.Contains(lines, line => line.Happened is CallbacksLookedAt);
    }
}

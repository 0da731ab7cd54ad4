using System.Data.Common;
using System.Net;
using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Demo.Outside;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.References;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Who asks to be called back is called, or heard of until they are (row A6).</summary>
public sealed class CallbackTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Question = new("Vraag over de kapvergunning");
    private static readonly CustomerDetails Caller = new("T. Terug", "+31612345678", "terug@inwoner.example");
    private static readonly LocalDateTime Tuesday = new(2026, 3, 3, 0, 0);

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
        await Succeeds(town, handler, seen, change => new RecordAttempt.Attempt(AttemptResult.Voicemail, "Ingesproken.", Window(4, 9, 11), null));
        await town.RunJobs();
        Assert.Contains("Wij belden u en proberen het opnieuw", mailbox.MailsTo("terug@inwoner.example")[^1].Read().Subject, StringComparison.Ordinal);
        Assert.Contains("voicemail ingesproken", mailbox.MailsTo("terug@inwoner.example")[^1].Read().TextBody, StringComparison.Ordinal);

        seen = await Sees(town, handler, made);
        Assert.Equal((1, Window(4, 9, 11)), (seen.Attempts, seen.Window));
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
            (Tuesday.PlusHours(13), "handler"), (Tuesday.PlusHours(15), "handler"), (Tuesday.PlusHours(17), "lead"), (Tuesday.PlusDays(1).PlusHours(17), "lead"),
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
        Assert.Equal(CallbackOutcome.Withdrawn, (await Sees(town, agent, second)).Outcome);
        Assert.Equal([first], await Mine(town, crew));

        await town.At(Tuesday.PlusHours(10));
        await Succeeds(town, agent, await Sees(town, agent, first), _ => new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(4, 9, 11), null));
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
            Assert.Equal("callback.window-missing", await Tries(town, agent, await Sees(town, agent, made), new RecordAttempt.Attempt(AttemptResult.NotReached, null, null, null)));
            Assert.Equal("callback.outside-phone-hours", await Tries(town, agent, await Sees(town, agent, made), new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(7, 9, 11), null)));
            await Succeeds(town, agent, await Sees(town, agent, made), _ => new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(4 + attempt, 9, 11), null));
        }

        Assert.Equal("callback.report-missing", await Ends(CallbackOutcome.Unreachable, ""));
        Assert.Equal("callback.result-missing", await Ends(CallbackOutcome.Spoken, "Zogenaamd."));
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
    public async Task A_sensitive_one_exists_for_its_group_alone_and_says_nothing_in_mail(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Crew.In(town);
        var host = await town.Somebody(Role.DeskHost);
        var agent = await town.Somebody(Role.Agent);
        var matter = new NewMatter("Mijn schulden lopen op", Category: "debt");
        var made = (await town.Receives(host, matter, new MatterEnding.CallBack(new NewCallback(null, Window(3, 13, 15))), Caller)).Reference;
        await town.RunJobs();

        Assert.False((await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(made, agent, Cancel))).Succeeded);
        Assert.Empty(await town.Use<OpenCallbacksOf, IReadOnlyList<CallbackRow>>(open => open.Handle(Caller.Phone, RequestKey.None, agent, Cancel)));
        Assert.DoesNotContain(made, (await town.Use<CallbackLists, CallbackPage>(lists => lists.Page(CallbackListKind.All, agent, 50, null, Cancel))).Rows.Select(row => row.Reference));
        Assert.Equal(0, (await town.Use<CallbackLists, CallbackCounts>(lists => lists.Counts(agent, Cancel))).All);
        Assert.All(mailbox.Mail.Arrived, mail => Assert.DoesNotContain("lopen op", mail.Read().TextBody + mail.Read().Subject, StringComparison.OrdinalIgnoreCase));
        Assert.Single(mailbox.MailsTo("terug@inwoner.example"));

        // And it cannot go to a team that may not know.
        var elsewhere = (await town.Use<TeamDirectory, IReadOnlyList<TeamCard>>(teams => teams.All(Cancel))).First(team => team.Groups.Count == 0).Id;
        var refused = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Phone, null, Caller, null, [matter]), [new MatterEnding.CallBack(new NewCallback(new CallbackOwner(elsewhere, null), Window(3, 13, 15)))], host), Cancel));
        Assert.Equal("callback.team-may-not-know", refused.Failure?.Code);
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
        await town.At(Tuesday.PlusHours(11));
        await Succeeds(town, agent, await Sees(town, agent, inTime), _ => new RecordAttempt.Attempt(AttemptResult.NotReached, null, Window(3, 13, 15), null));
        await Succeeds(town, agent, await Sees(town, agent, inTime), _ => new RecordAttempt.Attempt(AttemptResult.Reached, "Gesproken.", null, null));
        await town.At(Tuesday.PlusHours(13));
        await Succeeds(town, agent, await Sees(town, agent, late), _ => new RecordAttempt.Attempt(AttemptResult.Reached, "Gesproken.", null, null));

        // Another promise does not make good that nobody kept the first.
        Assert.True((await town.Use<MoveCallback, Result<Done>>(move => move.Handle(new CallbackChange(RequestKey.None, moved.Id, agent), Window(3, 15, 17), Cancel))).Succeeded);

        var lead = await ActorOf(town, crew.Lead);
        var figures = (await town.Use<CallbackFigures, Result<IReadOnlyList<TeamCallbacks>>>(read => read.Handle(30, lead, Cancel))).Value.Single(team => team.Team == crew.Team);
        Assert.Equal(new TeamCallbacks(crew.Team, Made: 4, Called: 2, InTime: 1, Late: 2, Attempts: 3, Spoken: 2, Open: 2), figures);
        Assert.Equal(1.0 / 3, figures.Share!.Value, 5);
        Assert.False((await town.Use<CallbackFigures, Result<IReadOnlyList<TeamCallbacks>>>(read => read.Handle(30, agent, Cancel))).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Two_who_record_at_once_don_t_overwrite_each_other_and_the_same_wish_twice_is_one_attempt(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var seen = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(crew.Team, null), 13, 15));
        var attempt = new RecordAttempt.Attempt(AttemptResult.NotReached, "Nam niet op.", Window(4, 9, 11), null);
        var key = new RequestKey("test", Guid.NewGuid().ToString());

        for (var click = 0; click < 2; click++)
            Assert.True((await town.Use<RecordAttempt, Result<Done>>(record => record.Handle(new CallbackChange(key, seen.Id, agent, seen.Version), attempt, Cancel))).Succeeded);
        Assert.Equal("request.changed-meanwhile", await Tries(town, agent, seen, attempt));

        Assert.Equal(1, (await Sees(town, agent, seen.Reference)).Attempts);
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(seen.Id.Value, Audience.Audit, 50, null, Cancel));
        Assert.Single(lines, line => line.Happened is CallbackAttempted);
        Assert.Contains(lines, line => line.Happened is CallbacksLookedAt);
    }

    private static string Body(ArrivedMail mail) => mail.Read().TextBody ?? "";

    private static CallWindow Window(int day, int from, int until) => new(At(day, from), At(day, until));

    private static Instant At(int day, int hour) => new LocalDateTime(2026, 3, day, hour, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();

    // Somebody calls on that Tuesday and asks to be called back; gives the reference.
    private static async Task<string> Asks(Town town, Actor agent, CallbackOwner owner, int from, int until, string phone = "+31612345678") =>
        (await town.Receives(agent, Question, new MatterEnding.CallBack(new NewCallback(owner, Window(3, from, until))), Caller with { Phone = phone })).Reference;

    private static async Task<CallbackView> Sees(Town town, Actor by, string reference)
    {
        var opened = await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(reference, by, Cancel));
        Assert.True(opened.Succeeded, opened.Failure?.Code);
        return opened.Value;
    }

    private static async Task<string?> Tries(Town town, Actor by, CallbackView seen, RecordAttempt.Attempt attempt) =>
        (await town.Use<RecordAttempt, Result<Done>>(record => record.Handle(new CallbackChange(RequestKey.None, seen.Id, by, seen.Version), attempt, Cancel))).Failure?.Code;

    private static async Task Succeeds(Town town, Actor by, CallbackView seen, Func<CallbackView, RecordAttempt.Attempt> attempt) =>
        Assert.Null(await Tries(town, by, seen, attempt(seen)));

    private static async Task<IReadOnlyList<string>> Mine(Town town, Crew crew)
    {
        var by = await ActorOf(town, crew.Handler);
        return [.. (await town.Use<CallbackLists, CallbackPage>(lists => lists.Page(CallbackListKind.Mine, by, 10, null, Cancel))).Rows.Select(row => row.Reference)];
    }

    private static async Task<Actor> ActorOf(Town town, StaffId id) => (await town.Use<Actors, Actor?>(actors => actors.Of(id, Cancel)))!;

    private static async Task Away(Town town, StaffId who) =>
        Assert.True((await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, who, Presence.Away, null, Actor.System), Cancel))).Succeeded);

    private static async Task<string?> Undo(Town town, Actor by, string reference)
    {
        Assert.True(Reference.TryParse(reference, out var matter));
        return (await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, matter, by), Cancel))).Failure?.Code;
    }
}

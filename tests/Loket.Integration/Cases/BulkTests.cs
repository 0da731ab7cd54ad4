using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Cases.Snoozing;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;
using Presence = Loket.Organisation.People.Presence;

namespace Loket.Integration.Cases;

/// <summary>What is done to several cases at once: each is judged by itself, and the whole can be undone for a while.</summary>
public sealed class BulkTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("bankje kapot", Category: "pavement", Place: new Place { Area = "nieuwemeer", Text = "bij de speeltuin" });

    [Theory, BothDatabases]
    public async Task Of_two_who_take_the_same_cases_at_once_each_case_is_one_persons(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var (one, other) = (await As(town, crew.Handler), await As(town, crew.Lead));
        var seen = new List<SeenCase>();
        for (var number = 0; number < 4; number++) seen.Add(await Seen(town, await crew.Takes(Bench, null)));

        var outcomes = await Task.WhenAll(new[] { one, other }.Select(by => town.Use<TakeCases, Result<BulkOutcome>>(take => take.Handle(new BulkChange(RequestKey.None, seen, by), Cancel))));

        Assert.Equal([0, 4], outcomes.Select(outcome => outcome.Value.Done).Order());
        Assert.All(outcomes.Single(outcome => outcome.Value.Done == 0).Value.LeftOut, left => Assert.Equal("request.changed-meanwhile", left.Why));
    }

    [Theory, BothDatabases]
    public async Task A_lead_spreads_over_who_is_there_and_one_undo_puts_all_back_as_it_was(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var lead = await As(town, crew.Lead);
        var cases = new List<MatterReceipt>();
        for (var number = 0; number < 4; number++) cases.Add(await crew.Takes(Bench, null));

        var spread = await Spread(town, crew, lead, cases);

        Assert.Equal((4, 0), (spread.Done, spread.LeftOut.Count));
        Assert.Equal([2, 2], (await Handlers(town, cases)).GroupBy(one => one).Select(same => same.Count()));
        Assert.Equal((4, 0), await Undone(town, lead, spread));
        Assert.All(await Handlers(town, cases), handler => Assert.Null(handler));
        Assert.Equal("bulk.undone", (await Undo(town, lead, spread)).Failure?.Code);
        Assert.Single(await Lines(town, cases[0]), line => line.Happened is CaseActUndone { Kind: BulkKind.Spread } undone && undone.Team == crew.Team);

        // The deputy is of the team already, and gets all.
        Assert.True((await town.Use<SetPresence, Result<Done>>(presence => presence.Handle(new(RequestKey.None, crew.Handler, Presence.Away, null, Actor.System), Cancel))).Succeeded);
        Assert.Equal(4, (await Spread(town, crew, lead, cases)).Done);
        Assert.DoesNotContain(crew.Handler, await Handlers(town, cases));
        Assert.Single((await Handlers(town, cases)).Distinct());
    }

    [Theory, BothDatabases]
    public async Task Who_is_busy_gets_some_only_where_nobody_else_is_there_and_who_was_away_is_back_after_it(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var lead = await As(town, crew.Lead);
        var deputy = (await town.Use<StaffDirectory, StaffCard?>(people => people.Find("deputy", Cancel)))!.Id;
        await Says(crew.Handler, Presence.Busy);

        Assert.Equal((StaffId?[])[deputy, deputy], await Gets());
        await Says(deputy, Presence.Away, CallbackCalls.At(3, 12));
        Assert.Equal((StaffId?[])[crew.Handler, crew.Handler], await Gets());
        await town.At(CallbackCalls.Tuesday.PlusHours(12));
        Assert.Equal((StaffId?[])[deputy, deputy], await Gets());

        async Task Says(StaffId who, Presence presence, Instant? until = null) =>
            Assert.True((await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, who, presence, until, Actor.System), Cancel))).Succeeded);

        async Task<IEnumerable<StaffId?>> Gets()
        {
            List<MatterReceipt> cases = [await crew.Takes(Bench, null), await crew.Takes(Bench, null)];
            Assert.Equal(2, (await Spread(town, crew, lead, cases)).Done);
            return await Handlers(town, cases);
        }
    }

    [Theory, BothDatabases]
    public async Task Only_who_leads_the_team_spreads_over_it_and_only_what_is_its_own(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var lead = await As(town, crew.Lead);
        var handler = await As(town, crew.Handler);
        var stranger = await town.Somebody(Role.TeamLead);
        var own = await crew.Takes(Bench, null);
        var others = await town.Receives(handler, new NewMatter("lamp brandt niet", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase());

        Assert.Equal("organisation.forbidden", (await TrySpread(town, crew, handler, [own])).Failure?.Code);
        Assert.Equal("bulk.no-team", (await TrySpread(town, crew, stranger, [own])).Failure?.Code);
        var spread = await Spread(town, crew, lead, [own, others]);

        Assert.Equal(1, spread.Done);
        Assert.Equal((others.CaseReference, "bulk.other-team"), (Assert.Single(spread.LeftOut).Reference, spread.LeftOut[0].Why));
    }

    [Theory, BothDatabases]
    public async Task Undoing_leaves_what_somebody_changed_since_and_is_for_who_did_it_for_a_quarter_of_an_hour(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var handler = await As(town, crew.Handler);
        var (first, second) = (await crew.Takes(Bench, null), await crew.Takes(Bench, null));
        var taken = await Take(town, handler, first, second);
        await town.Use<HandBackCase, Result<ChangedCase>>(back => back.Handle(new CaseChange(RequestKey.None, second.Case!.Value, Actor.System), Cancel));
        await town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(new CaseChange(RequestKey.None, second.Case!.Value, Actor.System), crew.Team, crew.Lead, Cancel));

        Assert.Equal("bulk.not-found", (await Undo(town, await As(town, crew.Lead), taken)).Failure?.Code);
        var undone = (await Undo(town, handler, taken)).Value;

        Assert.Equal((1, second.CaseReference, "request.changed-meanwhile"), (undone.Done, Assert.Single(undone.LeftOut).Reference, undone.LeftOut[0].Why));
        Assert.Equal(new StaffId?[] { null, crew.Lead }, await Handlers(town, [first, second]));

        var again = await Take(town, handler, first);
        town.Tenant.Clock.Advance(UndoBulkAct.Window + Duration.FromMinutes(1));
        Assert.Equal("bulk.too-late", (await Undo(town, handler, again)).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Undoing_gives_nothing_back_to_who_has_left_meanwhile(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var lead = await As(town, crew.Lead);
        var bench = await crew.Takes(Bench, crew.Handler);
        var taken = await Take(town, lead, bench);
        var closed = await town.Use<CloseStaff, Result<Done>>(close => close.Handle(new CloseStaff.Request(RequestKey.None, crew.Handler, Actor.System), Cancel));
        Assert.True(closed.Succeeded, closed.Failure?.Code);

        Assert.Equal((1, 0), await Undone(town, lead, taken));

        var stands = await town.Sees(Actor.System, bench.Reference);
        Assert.Equal((null, crew.Team, CaseStatus.Received), (stands.Handler, stands.Team, stands.Status));
    }

    [Theory, BothDatabases]
    public async Task What_sleeps_is_woken_by_news_or_by_the_day_and_its_clock_goes_on(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var handler = await As(town, crew.Handler);
        var bench = await crew.Takes(Bench, crew.Handler);
        var deadline = (await town.Sees(handler, bench.Reference)).DeadlineAt;

        Assert.Equal("case.until-out-of-range", (await Snooze(town, handler, new LocalDate(2026, 3, 3), bench)).Failure?.Code);
        Assert.Equal("case.reason-missing", (await Snooze(town, handler, new LocalDate(2026, 3, 4), bench, reason: " ")).Failure?.Code);
        Assert.Equal(1, (await Snooze(town, handler, new LocalDate(2026, 3, 4), bench)).Value.Done);
        Assert.Equal((0, 0, 1), await Listed(town, handler));
        Assert.Equal(deadline, (await town.Sees(handler, bench.Reference)).DeadlineAt);

        await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.Join(bench.Case!.Value));
        Assert.Equal((1, 1, 0), await Listed(town, handler));

        Assert.Equal(1, (await Snooze(town, handler, new LocalDate(2026, 3, 4), bench)).Value.Done);
        await town.At(new LocalDateTime(2026, 3, 3, 23, 0));
        Assert.Equal((0, 0, 1), await Listed(town, handler));
        await town.At(new LocalDateTime(2026, 3, 4, 0, 1));
        Assert.Equal((1, 1, 0), await Listed(town, handler));
        Assert.Equal([WakeCause.Day, WakeCause.News], (await Lines(town, bench)).Select(line => line.Happened).OfType<CaseWoken>().Select(woken => woken.Cause));
    }

    [Theory, BothDatabases]
    public async Task A_colleagues_note_a_message_that_came_back_and_a_callback_request_wake_it_and_the_handlers_own_note_does_not(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var (handler, lead, agent) = (await As(town, crew.Handler), await As(town, crew.Lead), await town.Somebody(Role.Agent));
        var bench = await town.Receives(agent, Bench, new MatterEnding.NewCase(), CallbackCalls.Caller, MessageChannel.Email);
        await town.RunJobs();
        var given = await town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, Actor.System), crew.Team, crew.Handler, Cancel));
        Assert.True(given.Succeeded, given.Failure?.Code);

        await Sleeps();
        await Notes(handler);
        Assert.NotNull((await town.Sees(handler, bench.Reference)).SnoozedUntil);
        await Notes(lead);
        Assert.Null((await town.Sees(handler, bench.Reference)).SnoozedUntil);

        await Sleeps();
        Assert.Null(await CallbackCalls.Makes(town, agent, bench.Reference, crew));
        Assert.Null((await town.Sees(handler, bench.Reference)).SnoozedUntil);

        await Sleeps();
        var sent = (await town.MessagesOf(bench.Case!.Value.Value)).First(message => message is { Channel: MessageChannel.Email, State: MessageState.Sent });
        var returned = await town.Use<RecordReturn, Result<MessageState>>(record => record.Handle(new RecordReturn.Request(RequestKey.None, sent.Id, null, Actor.System), Cancel));
        Assert.True(returned.Succeeded, returned.Failure?.Code);
        Assert.Null((await town.Sees(handler, bench.Reference)).SnoozedUntil);

        async Task Sleeps() => Assert.Equal(1, (await Snooze(town, handler, new LocalDate(2026, 3, 20), bench)).Value.Done);

        async Task Notes(Actor by) => Assert.Null((await town.Use<WriteNote, Result<ChangedCase>>(note => note.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, by), "Gebeld.", Cancel))).Failure);
    }

    [Theory, BothDatabases]
    public async Task A_step_of_the_deadline_wakes_it_also_where_nobody_is_left_to_be_told(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var lead = await As(town, crew.Lead);
        var bench = await crew.Takes(Bench, crew.Lead);
        // The lead heard as its handler that it is late; a day later comes the step of the deputy, of whom there is none, and then of the lead.
        await town.At(new LocalDateTime(2026, 3, 11, 9, 0));
        Assert.Equal(1, (await Snooze(town, lead, new LocalDate(2026, 3, 20), bench)).Value.Done);
        var told = (await Lines(town, bench)).Count(line => line.Happened is CaseEscalated);

        await town.At(new LocalDateTime(2026, 3, 11, 17, 1));

        Assert.Equal(told, (await Lines(town, bench)).Count(line => line.Happened is CaseEscalated));
        Assert.Null((await town.Sees(lead, bench.Reference)).SnoozedUntil);
    }

    [Theory, BothDatabases]
    public async Task Whose_day_has_come_is_on_the_lists_also_where_the_timer_did_not_run(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var handler = await As(town, crew.Handler);
        var bench = await crew.Takes(Bench, crew.Handler);
        Assert.Equal(1, (await Snooze(town, handler, new LocalDate(2026, 3, 4), bench)).Value.Done);
        await using (var db = town.Open())
        {
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("DELETE FROM jobs WHERE kind = 'case.end-snooze'", Cancel));
            // What sleeps says why, also to the database.
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE cases SET snooze_reason = NULL WHERE snoozed_until IS NOT NULL", Cancel));
        }


        await town.At(new LocalDateTime(2026, 3, 4, 9, 0));

        Assert.Equal((1, 1, 0), await Listed(town, handler));
    }

    [Theory, BothDatabases]
    public async Task What_goes_on_as_part_of_another_is_on_no_list_wakes_that_one_and_sleeps_on_when_it_is_taken_apart(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var handler = await As(town, crew.Handler);
        var (whole, part) = (await crew.Takes(Bench, crew.Handler), await crew.Takes(Bench with { Subject = "leuning los" }, crew.Handler));
        Assert.Equal(1, (await Snooze(town, handler, new LocalDate(2026, 3, 5), whole)).Value.Done);
        var slept = (await Snooze(town, handler, new LocalDate(2026, 3, 5), part)).Value;
        Assert.Equal((0, 0, 2), await Listed(town, handler));

        var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, handler), whole.CaseReference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);
        Assert.Equal((1, 1, 0), await Listed(town, handler));
        Assert.Equal((0, 1), await Undone(town, handler, slept));

        var parted = await town.Use<PartCase, Result<ChangedCase>>(parts => parts.Handle(new CaseChange(RequestKey.None, whole.Case!.Value, handler), part.Case!.Value, Cancel));
        Assert.True(parted.Succeeded, parted.Failure?.Code);
        Assert.Equal((1, 1, 1), await Listed(town, handler));
        await town.At(new LocalDateTime(2026, 3, 5, 0, 1));
        Assert.Equal((2, 2, 0), await Listed(town, handler));
    }

    [Theory, BothDatabases]
    public async Task An_undone_sleep_is_over_and_an_undone_taking_sleeps_on(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var handler = await As(town, crew.Handler);
        var bench = await crew.Takes(Bench, null);
        var slept = (await Snooze(town, handler, new LocalDate(2026, 3, 5), bench)).Value;
        Assert.Equal((1, 0), await Undone(town, handler, slept));
        Assert.Null((await town.Sees(handler, bench.Reference)).SnoozedUntil);

        Assert.Equal(1, (await Snooze(town, handler, new LocalDate(2026, 3, 5), bench)).Value.Done);
        var taken = await Take(town, handler, bench);
        Assert.Null((await town.Sees(handler, bench.Reference)).SnoozedUntil);
        Assert.Equal((1, 0), await Undone(town, handler, taken));
        Assert.NotNull((await town.Sees(handler, bench.Reference)).SnoozedUntil);
        await town.At(new LocalDateTime(2026, 3, 5, 0, 1));
        Assert.Null((await town.Sees(handler, bench.Reference)).SnoozedUntil);
    }

    [Theory, BothDatabases]
    public async Task What_is_anothers_a_secret_or_dangerous_is_left_as_it_is(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var handler = await As(town, crew.Handler);
        var insider = await town.Somebody(Role.Handler, TeamKeys.IncomeAndDebt);
        var leads = await crew.Takes(Bench, crew.Lead);
        var debt = await town.Receives(insider, new NewMatter("Mijn schulden lopen op", Category: "debt"), new MatterEnding.NewCase());
        var tree = await crew.Takes(Bench with { Subject = "boom hangt over de weg" }, null);
        await town.Use<FindDanger, Result<ChangedCase>>(find => find.Handle(new CaseChange(RequestKey.None, tree.Case!.Value, Actor.System), "De weg is dicht.", Cancel));

        var slept = (await Snooze(town, handler, new LocalDate(2026, 3, 4), leads)).Value;
        var taken = await Take(town, handler, debt, tree);
        var given = (await town.Use<AssignCases, Result<BulkOutcome>>(async assign =>
            await assign.Handle(new BulkChange(RequestKey.None, [await Seen(town, debt)], insider), new AssignCases.Receiver(crew.Team, null), Cancel))).Value;

        Assert.Equal("bulk.not-theirs", Assert.Single(slept.LeftOut).Why);
        Assert.Equal([": case.not-found", tree.CaseReference + ": bulk.danger"], taken.LeftOut.Select(left => left.Reference + ": " + left.Why));
        Assert.Equal("case.team-may-not-know", Assert.Single(given.LeftOut).Why);
        Assert.Equal((null, null, null), (slept.Act, taken.Act, given.Act));
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_given_what_lies_outside_their_bounds(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var lead = await As(town, crew.Lead);
        var (near, far) = (await crew.Takes(Bench, null), await crew.Takes(Bench with { Place = new Place { Area = "hoofddorp" } }, null));
        await town.Bound("handler", "nieuwemeer");

        var change = await Change(town, lead, [near, far]);
        var given = (await town.Use<AssignCases, Result<BulkOutcome>>(assign => assign.Handle(change, new AssignCases.Receiver(null, crew.Handler), Cancel))).Value;
        Assert.Equal((1, far.CaseReference, "case.outside-bounds"), (given.Done, Assert.Single(given.LeftOut).Reference, given.LeftOut[0].Why));
        Assert.Equal(new StaffId?[] { crew.Handler, null }, await Handlers(town, [near, far]));

        await town.Bound("handler", "hoofddorp");
        await town.Bound("deputy", "nieuwemeer");
        Assert.Equal(2, (await Spread(town, crew, lead, [near, far])).Done);
        Assert.Equal([crew.Handler], (await Handlers(town, [far])).OfType<StaffId>());
        Assert.DoesNotContain(crew.Handler, await Handlers(town, [near]));
    }

    private static async Task<Actor> As(Town town, StaffId id) => (await town.Use<Actors, Actor?>(actors => actors.Of(id, Cancel)))!;

    private static async Task<SeenCase> Seen(Town town, MatterReceipt receipt) => new(receipt.Case!.Value, (await town.Sees(Actor.System, receipt.Reference)).Version);

    private static async Task<BulkChange> Change(Town town, Actor by, IEnumerable<MatterReceipt> cases)
    {
        var seen = new List<SeenCase>();
        foreach (var one in cases) seen.Add(await Seen(town, one));
        return new BulkChange(RequestKey.None, seen, by);
    }

    private static async Task<BulkOutcome> Take(Town town, Actor by, params IReadOnlyList<MatterReceipt> cases)
    {
        var change = await Change(town, by, cases);
        return (await town.Use<TakeCases, Result<BulkOutcome>>(take => take.Handle(change, Cancel))).Value;
    }

    private static async Task<Result<BulkOutcome>> TrySpread(Town town, Crew crew, Actor by, IReadOnlyList<MatterReceipt> cases)
    {
        var change = await Change(town, by, cases);
        return await town.Use<SpreadCases, Result<BulkOutcome>>(spread => spread.Handle(change, crew.Team, Cancel));
    }

    private static async Task<BulkOutcome> Spread(Town town, Crew crew, Actor by, IReadOnlyList<MatterReceipt> cases) => (await TrySpread(town, crew, by, cases)).Value;

    private static async Task<Result<BulkOutcome>> Snooze(Town town, Actor by, LocalDate until, MatterReceipt one, string reason = "De aannemer komt.")
    {
        var change = await Change(town, by, [one]);
        return await town.Use<SnoozeCases, Result<BulkOutcome>>(snooze => snooze.Handle(change, new SnoozeCases.Sleep(until, reason), Cancel));
    }

    private static Task<Result<BulkOutcome>> Undo(Town town, Actor by, BulkOutcome act) =>
        town.Use<UndoBulkAct, Result<BulkOutcome>>(undo => undo.Handle(new UndoBulkAct.Request(RequestKey.None, act.Act!.Value, by), Cancel));

    private static async Task<(int Done, int LeftOut)> Undone(Town town, Actor by, BulkOutcome act)
    {
        var undone = await Undo(town, by, act);
        Assert.True(undone.Succeeded, undone.Failure?.Code);
        return (undone.Value.Done, undone.Value.LeftOut.Count);
    }

    private static async Task<IReadOnlyList<StaffId?>> Handlers(Town town, IEnumerable<MatterReceipt> cases)
    {
        var handlers = new List<StaffId?>();
        foreach (var one in cases) handlers.Add((await town.Sees(Actor.System, one.Reference)).Handler);
        return handlers;
    }

    // How many are the reader's, the team's and asleep.
    private static async Task<(int Mine, int Team, int Snoozed)> Listed(Town town, Actor by)
    {
        var counts = await town.Use<Worklists, WorklistCounts>(lists => lists.Counts(by, Cancel));
        return (counts.Mine, counts.Team, counts.Snoozed);
    }

    private static Task<IReadOnlyList<TimelineLine>> Lines(Town town, MatterReceipt one) =>
        town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(one.Case!.Value.Value, Audience.Staff, 100, null, Cancel));
}

using System.Net;
using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Integration.Api;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Danger reaches somebody, by day and by night, however it comes to light (row A14).</summary>
public sealed class DangerTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("bankje kapot", Category: "pavement", Place: new Place { Area = "nieuwemeer", Text = "bij de speeltuin" });
    private static readonly NewMatter Manhole = new("put ligt open", Category: "acute-danger", Place: new Place { Area = "nieuwemeer" });

    // The crew has duty in the night of Saturday 7 March, and at no other time.
    private static readonly LocalDateTime Night = new(2026, 3, 7, 3, 0);

    [Theory, BothDatabases]
    public async Task Danger_at_night_rings_whoever_is_on_duty_and_the_next_one_until_somebody_is_on_it(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        await town.At(new LocalDateTime(2026, 3, 7, 3, 0));
        using var program = await town.Program(Right.RegisterContacts, Right.SeeCases);
        using var registered = await program.Post("contacts", """{"channel":"phone","matters":[{"subject":"losse draden uit lantaarnpaal","place":{"asset":"118-042"}}]}""");
        var reference = (await registered.Json())["matters"]![0]!["case"]!.GetValue<string>();
        await town.RunJobs();
        Assert.Equal(["deputy"], mailbox.Told());

        await town.Pass(Duration.FromMinutes(11));
        Assert.Equal(["deputy", "lead"], mailbox.Told());

        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        var acknowledged = await town.Use<AcknowledgeDanger, Result<ChangedCase>>(async use =>
            await use.Handle(new CaseChange(RequestKey.None, (await town.Sees(lead, reference)).Id, lead), Cancel));
        await town.Pass(Duration.FromHours(3));

        Assert.True(acknowledged.Succeeded, acknowledged.Failure?.Code);
        Assert.Equal(["deputy", "lead"], mailbox.Told());
        Assert.Equal(crew.Lead, (await town.Sees(lead, reference)).Handler);
    }

    [Theory, BothDatabases]
    public async Task Who_is_on_duty_with_a_mobile_telephone_is_called_by_a_text_message(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Crew.In(town);
        var made = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(
            Staff:
            [
                new("mobiel", "M. Mobiel", [Role.Handler], ["crew"], "mobiel@crew.example", Phone: "06 80123456"),
                new("vast", "V. Vast", [Role.Handler], ["crew"], "vast@crew.example", Phone: "023 0123456"),
            ],
            OnCall: [new PlannedDuty(Instant.FromUtc(2026, 3, 14, 0, 0), Instant.FromUtc(2026, 3, 15, 0, 0), ["mobiel", "vast"])]), Cancel));
        Assert.True(made.Succeeded, made.Failure?.Code);
        await town.At(Night.PlusDays(7));
        var before = mailbox.Told().Count;

        var hatch = await town.Receives(await town.Somebody(Role.Agent), Manhole, new MatterEnding.NewCase());
        await town.RunJobs();
        var page = Assert.Single(mailbox.Http.Requests);
        Assert.Equal("+31680123456", page.To);
        Assert.Contains(hatch.CaseReference!, page.Text, StringComparison.Ordinal);
        Assert.Equal(before, mailbox.Told().Count);

        // A landline takes no text messages.
        await town.Pass(Duration.FromMinutes(11));
        Assert.Equal(["vast"], mailbox.Told().Skip(before));
        Assert.Single(mailbox.Http.Requests);
    }

    [Theory, BothDatabases]
    public async Task Danger_in_working_hours_is_told_to_the_team_at_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);

        await town.Receives(agent, new NewMatter("gat in de weg, gevaarlijk", Category: "road-surface", Place: new Place { Area = "hoofddorp" }), new MatterEnding.NewCase());
        await town.RunJobs();

        Assert.Contains(mailbox.Mail.Arrived, mail => mail.Read().TextBody!.Contains("Er is gevaar gemeld.", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task With_an_empty_roster_those_who_lead_are_called(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, null);
        await town.At(new LocalDateTime(2026, 3, 3, 22, 0));

        await Call(town, bench, danger: true);
        await town.RunJobs();
        Assert.Equal(["lead"], mailbox.Told());
        await town.Pass(Duration.FromMinutes(11));
        Assert.Equal(["lead", "manager"], mailbox.Told());

        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/piket");
        Assert.Contains("Van 3 maart 2026, 22:11 tot 4 maart 2026", administrator.Text("#gaps"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_repeat_that_tells_of_danger_calls_whoever_is_on_duty(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);
        await town.At(Night);
        Assert.False((await town.Sees(Actor.System, bench.Reference)).Danger);

        await Call(town, bench, danger: true);
        await town.RunJobs();

        Assert.Equal(["deputy"], mailbox.Told());
        Assert.True((await town.Sees(Actor.System, bench.Reference)).Danger);
        Assert.Single(await Happened<DangerFound>(town, bench));
        // A next repeat is no new danger; as the third contact it is told to the lead.
        await Call(town, bench, danger: true);
        await town.RunJobs();
        Assert.Equal(["deputy", "lead"], mailbox.Told());
        Assert.Single(await Happened<DangerCalled>(town, bench));
    }

    [Theory, BothDatabases]
    public async Task A_box_that_is_ticked_on_the_screen_counts_for_a_repeat(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "bankje kapot"), ("Form.Area", "nieuwemeer")));
        await agent.Send(("Form.Danger", "true"), ("Form.Case", bench.CaseReference!), ("ending", "join"));

        Assert.Equal(2, (await town.Sees(Actor.System, bench.Reference)).Contacts);
        Assert.True((await town.Sees(Actor.System, bench.Reference)).Danger);
    }

    [Theory, BothDatabases]
    public async Task A_dangerous_subject_calls_whoever_is_on_duty(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);
        await town.At(Night);

        await Change<ClassifyCase>(town, bench, Actor.System, (use, change) => use.Handle(change, "acute-danger", Cancel));
        await town.RunJobs();

        Assert.Contains("deputy", mailbox.Told());
        Assert.Single(await Happened<DangerCalled>(town, bench));
    }

    [Theory, BothDatabases]
    public async Task Danger_that_is_opened_again_calls_again_whoever_was_on_it_before(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        var hole = await crew.Takes(Manhole, null);
        await Change<TakeCase>(town, hole, lead, (use, change) => use.Handle(change, Cancel));
        await Change<CloseCase>(town, hole, lead, (use, change) => use.Handle(change, "solved", true, "De put is dicht.", Cancel));
        await town.At(Night);
        var before = mailbox.Told().Count;

        await Change<ReopenCase>(town, hole, lead, (use, change) => use.Handle(change, "De put ligt weer open.", Cancel));
        await town.RunJobs();

        Assert.Equal(["deputy"], mailbox.Told().Skip(before));
        Assert.Null((await town.Sees(lead, hole.Reference)).DangerCall!.AcknowledgedBy);
    }

    [Theory, BothDatabases]
    public async Task What_nobody_has_taken_up_when_work_stops_is_called_about_then(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        await town.At(new LocalDateTime(2026, 3, 3, 16, 59));
        var hole = await crew.Takes(Manhole, null);
        var taken = await crew.Takes(Manhole, null);
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        await Change<TakeCase>(town, taken, lead, (use, change) => use.Handle(change, Cancel));
        await town.RunJobs();
        Assert.Empty(await Happened<DangerCalled>(town, hole));

        await town.At(new LocalDateTime(2026, 3, 3, 19, 0));

        Assert.NotEmpty(await Happened<DangerCalled>(town, hole));
        Assert.Empty(await Happened<DangerCalled>(town, taken));
        Assert.Single(await Happened<DangerAcknowledged>(town, taken));
    }

    [Theory, BothDatabases]
    public async Task A_false_alarm_is_lifted_with_a_reason_and_nobody_is_called_any_more(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);
        await town.At(Night);
        await Call(town, bench, danger: true);
        await town.RunJobs();
        using var page = await town.SignIn(Role.TeamLead);
        await page.Open("/zaken/" + bench.CaseReference);
        Assert.Contains("Wij belden 1 keer", page.Text("main"), StringComparison.Ordinal);

        await page.Send(("Lift.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        await page.Send(("Lift.Reason", "Het ging om een bankje."));

        Assert.Contains("De zaak is niet meer gevaarlijk", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Het ging om een bankje.", page.Text("main"), StringComparison.Ordinal);
        await town.Pass(Duration.FromHours(2));
        Assert.Equal(["deputy"], mailbox.Told());
        Assert.False((await town.Sees(Actor.System, bench.Reference)).Danger);
    }

    [Theory, BothDatabases]
    public async Task Who_sees_danger_in_a_case_calls_whoever_is_on_duty(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);
        await town.At(Night);
        using var page = await town.SignIn(Role.TeamLead);
        await page.Open("/zaken/" + bench.CaseReference);

        await page.Send(("Warn.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        await page.Send(("Warn.Reason", "Op de foto steekt een draad uit."));
        Assert.Contains("Het gevaar is gemeld", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Op de foto steekt een draad uit.", page.Text("main"), StringComparison.Ordinal);
        await town.RunJobs();

        Assert.Equal(["deputy"], mailbox.Told());
        var again = await town.Use<FindDanger, Result<ChangedCase>>(find => find.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, Actor.System), "Nog steeds.", Cancel));
        Assert.Equal("case.danger-known", again.Failure?.Code);
    }

    // Said as an ordinary matter, and rightly heard as danger: a child can be hurt today.
    private static readonly HashSet<string> Alarming = new(StringComparer.Ordinal)
    {
        "De oversteek bij de school is gevaarlijk.", "Gevaarlijke oversteek bij de school", "Er ligt glas in het zand van de speeltuin.",
    };

    [Theory, BothDatabases]
    public async Task What_residents_say_of_danger_is_recognised_and_what_they_say_besides_is_not(Database database)
    {
        await using var town = await Town.On(database);
        var sentences = Phrases.All.Where(phrases => !Categories.Of(phrases.Category).IsDanger).SelectMany(phrases => phrases.Matters
            .SelectMany(matter => (IEnumerable<string>)[.. matter.Subjects, .. matter.Texts, .. matter.Details, .. matter.English.Select(english => $"{english.Subject}\n{english.Text}")])
            .Concat(phrases.Details).Select(sentence => (phrases.Category, Sentence: sentence))).ToList();

        var (missed, alarms) = await town.Use<DangerWords, (List<string>, List<string>)>(async words =>
        {
            var missed = new List<string>();
            foreach (var phrases in Phrases.All.Where(one => one.Danger is not null))
            {
                // For its subject, and while it has none.
                if (!await words.In(phrases.Category, phrases.Danger, Cancel) || !await words.In(null, phrases.Danger, Cancel)) missed.Add(phrases.Danger!);
            }

            var alarms = new List<string>();
            foreach (var (category, sentence) in sentences)
            {
                if (await words.In(category, sentence, Cancel) || await words.In(null, sentence, Cancel)) alarms.Add(sentence);
            }

            return (missed, alarms);
        });

        Assert.Equal(11, Phrases.All.Count(phrases => phrases.Danger is not null));
        Assert.Empty(missed);
        Assert.True(sentences.Count > 500, "The list of what residents say is short.");
        Assert.True(Alarming.SetEquals(alarms), string.Join('\n', alarms.Except(Alarming, StringComparer.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task A_word_of_danger_of_a_subject_counts_for_it_and_for_what_has_none_from_when_it_is_saved(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Crew.In(town);
        await town.At(Night);
        Assert.False(await Danger("vermin"));
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/onderwerpen/vermin");
        await administrator.Send(("Form.DangerWords", new string('a', 61)));
        Assert.Single(administrator.Errors);
        await administrator.Send(("Form.DangerWords", "wespensteek\r\n  Aziatische hoornaar \r\n\r\nwespensteek"));
        Assert.Empty(administrator.Errors);
        await administrator.Open("/beheer/onderwerpen/vermin");
        Assert.Equal("wespensteek\nAziatische hoornaar", administrator.Value("Form.DangerWords").ReplaceLineEndings("\n"));

        Assert.True(await Danger("vermin"));
        Assert.True(await Danger(null));
        Assert.False(await Danger("noise"));
        await town.RunJobs();
        Assert.Contains("deputy", mailbox.Told());

        async Task<bool> Danger(string? category)
        {
            var heard = new NewMatter("Nest in de speeltuin", "Er zitten aziatische hoornaars in de boom.", category, new Place { Area = "nieuwemeer" });
            return (await town.Sees(Actor.System, (await town.Receives(Actor.System, heard, new MatterEnding.ByItself())).Reference)).Danger;
        }
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_open_the_case_by_their_bounds_is_not_called_about_it(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var (bench, other) = (await crew.Takes(Bench, null), await crew.Takes(Bench, null));
        await town.Bound("deputy", "hoofddorp");
        await town.At(Night);

        await Call(town, bench, danger: true);
        await town.RunJobs();
        Assert.Equal(["lead"], mailbox.Told());
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        await Change<AcknowledgeDanger>(town, bench, lead, (use, change) => use.Handle(change, Cancel));

        // Nobody on duty may: those who answer for it are called.
        await town.Bound("lead", "hoofddorp");
        await Call(town, other, danger: true);
        await town.RunJobs();
        Assert.Equal(["lead", "manager"], mailbox.Told());
    }

    [Theory, BothDatabases]
    public async Task Danger_outside_everybodys_bounds_is_called_all_the_same_without_the_words_of_residents(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Crew.In(town);
        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE staff SET bound_areas = 'hoofddorp', bound_within = 'hoofddorp'", Cancel);
        await town.At(Night);

        var hole = await town.Receives(Actor.System, Manhole, new MatterEnding.NewCase());
        await town.RunJobs();

        using var mail = mailbox.OnlyMailTo("deputy@crew.example");
        Assert.Contains(hole.CaseReference!, mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(Manhole.Subject!, mail.Subject + mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task In_working_hours_it_is_told_to_who_may_open_it(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, crew.Handler);
        await town.Bound("handler", "hoofddorp");

        await Change<FindDanger>(town, bench, Actor.System, (use, change) => use.Handle(change, "Er steekt een draad uit.", Cancel));
        await town.RunJobs();

        Assert.Equal(["deputy"], mailbox.Told());
    }

    private static async Task Call(Town town, MatterReceipt about, bool danger) => await town.Receives(
        await town.Somebody(Role.Agent), new NewMatter("het bankje staat onder stroom"), new MatterEnding.Join(about.Case!.Value, danger));

    private static async Task<IReadOnlyList<T>> Happened<T>(Town town, MatterReceipt matter) =>
        [.. (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(matter.Case!.Value.Value, Audience.Staff, 100, null, Cancel)))
            .Select(line => line.Happened).OfType<T>()];

    private static async Task Change<TUse>(Town town, MatterReceipt matter, Actor by, Func<TUse, CaseChange, Task<Result<ChangedCase>>> use) where TUse : notnull
    {
        var result = await town.Use<TUse, Result<ChangedCase>>(one => use(one, new CaseChange(RequestKey.None, matter.Case!.Value, by)));
        Assert.True(result.Succeeded, result.Failure?.Code);
    }
}

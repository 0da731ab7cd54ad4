using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Intake.Register;
using Loket.Integration.Organisation;
using Loket.Integration.Storage;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Jobs;
using Loket.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>The handler is told where he lives: an overview by e-mail on each working morning.</summary>
public sealed class DigestTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("bankje kapot bij de speeltuin", Category: "pavement");
    private static readonly NewMatter Unknown = new("iets met de sloot");

    [Theory, BothDatabases]
    public async Task It_names_what_is_late_new_and_answered_by_number_and_link_and_nothing_else(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var (handler, lead, address) = await People(town);
        var given = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        var asked = await town.Receives(handler, Bench with { Subject = "schommel stuk" }, new MatterEnding.NewCase());
        await Do<AssignCase>(town, given, lead, (use, change) => use.Handle(change, lead.Teams.First(), handler.Staff, Cancel));
        await Do<TakeCase>(town, asked, handler, (use, change) => use.Handle(change, Cancel));
        await Do<AskParticipants>(town, asked, handler, (use, change) => use.Handle(change, "Welke schommel is het?", Cancel));
        var participant = (await town.Sees(handler, asked.Reference)).Participants[0].Id;
        await town.Use<WriteToHandler, Result<ChangedCase>>(write => write.Handle(RequestKey.None, asked.Case!.Value, participant, "De linker, bij de heg.", [], Cancel));
        await town.PlanSchedules();

        await town.At(new LocalDateTime(2026, 3, 4, 7, 30));
        using var first = Assert.Single(Overviews(mailbox, address)).Read();
        await town.At(new LocalDateTime(2026, 3, 30, 7, 30));
        using var late = Overviews(mailbox, address)[^1].Read();

        Assert.StartsWith("Uw werk voor woensdag 4 maart: 1 nieuw, 1 beantwoord", first.Subject, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{town.Address}zaken/{given.CaseReference}\">", first.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(asked.CaseReference!, first.TextBody, StringComparison.Ordinal);
        Assert.Contains("2 te laat", late.Subject, StringComparison.Ordinal);
        foreach (var secret in (string[])["bankje", "schommel", "linker", "heg"]) Assert.DoesNotContain(secret, first.TextBody + late.TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_comes_once_a_day_on_working_days_and_once_after_days_of_downtime(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var (handler, _, address) = await People(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        await Do<TakeCase>(town, bench, handler, (use, change) => use.Handle(change, Cancel));
        await town.PlanSchedules();

        // Past its deadline it is in each overview. Down from Friday to Wednesday 1 April, 16 o'clock.
        await town.At(new LocalDateTime(2026, 3, 26, 7, 30));
        await town.At(new LocalDateTime(2026, 3, 26, 12, 0));
        var before = Overviews(mailbox, address).Count;
        await town.At(new LocalDateTime(2026, 4, 1, 16, 0));
        await town.PlanSchedules();
        await town.RunJobs();
        var after = Overviews(mailbox, address).Count;
        await town.At(new LocalDateTime(2026, 4, 4, 7, 30));
        var friday = Overviews(mailbox, address).Count;
        await town.At(new LocalDateTime(2026, 4, 6, 12, 0));

        Assert.Equal(before + 1, after);
        Assert.Equal(friday, Overviews(mailbox, address).Count);
        Assert.Equal(Overviews(mailbox, address).Count, Overviews(mailbox, address).Select(mail => mail.Read().Subject!.Split(':')[0]).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task Who_has_nothing_waiting_or_does_not_want_it_gets_none(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var (handler, lead, address) = await People(town);
        await town.PlanSchedules();
        await town.At(new LocalDateTime(2026, 3, 4, 7, 30));
        Assert.Empty(mailbox.Mail.Arrived);

        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        await Do<AssignCase>(town, bench, lead, (use, change) => use.Handle(change, lead.Teams.First(), handler.Staff, Cancel));
        var chosen = await town.Use<ChooseDigest, Result<Done>>(choose => choose.Handle(new(RequestKey.None, handler.Staff!.Value, false, handler), Cancel));
        await town.At(new LocalDateTime(2026, 3, 5, 7, 30));

        Assert.True(chosen.Succeeded, chosen.Failure?.Code);
        Assert.Empty(Overviews(mailbox, address));
    }

    [Theory, BothDatabases]
    public async Task Who_leads_a_team_hears_what_nobody_was_found_for_in_the_language_of_the_municipality(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var english = new Profile("Gemeente Polderstad", "PLD", "+31123456789", "en", town.Address.ToString(), "gemeente@polderstad.example");
        await town.Becomes(english);
        town.SetTo(hour: 10);
        var (handler, lead, _) = await People(town);
        var waiting = await town.Receives(handler, Unknown, new MatterEnding.NewCase());
        await town.PlanSchedules();

        await town.At(new LocalDateTime(2026, 3, 4, 7, 30));

        using var mail = Assert.Single(Overviews(mailbox, await AddressOf(town, lead))).Read();
        Assert.StartsWith("Your work for Wednesday 4 March: 1 to place", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"{waiting.CaseReference}, Question or report: {english.BaseAddress}en/zaken/{waiting.CaseReference}", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_leads_a_team_hears_what_is_new_there_and_what_is_late_and_nobody_has_taken(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var (handler, lead, address) = await People(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        await Do<AssignCase>(town, bench, lead, (use, change) => use.Handle(change, lead.Teams.First(), null, Cancel));
        await town.PlanSchedules();

        await town.At(new LocalDateTime(2026, 3, 4, 7, 30));
        await town.At(new LocalDateTime(2026, 3, 5, 7, 30));
        await town.At(new LocalDateTime(2026, 3, 31, 7, 30));
        var told = Overviews(mailbox, await AddressOf(town, lead)).Select(mail => mail.Read()).ToList();
        await Do<TakeCase>(town, bench, handler, (use, change) => use.Handle(change, Cancel));
        await town.At(new LocalDateTime(2026, 4, 1, 7, 30));

        Assert.Equal(2, told.Count);
        Assert.StartsWith("Uw werk voor woensdag 4 maart: 1 nieuw voor uw team", told[0].Subject, StringComparison.Ordinal);
        Assert.StartsWith("Uw werk voor dinsdag 31 maart: 1 te laat bij uw team", told[1].Subject, StringComparison.Ordinal);
        Assert.All(told, mail => Assert.Contains(bench.CaseReference!, mail.TextBody, StringComparison.Ordinal));
        Assert.All(told, mail => Assert.DoesNotContain("bankje", mail.TextBody, StringComparison.Ordinal));
        Assert.Equal(2, Overviews(mailbox, await AddressOf(town, lead)).Count);
        // On a day off of who leads it, who stands in hears it.
        var heard = Overviews(mailbox, address).Select(mail => mail.Read().Subject).ToList();
        Assert.Equal(2, heard.Count);
        Assert.StartsWith("Uw werk voor donderdag 5 maart: 1 nieuw voor uw team", heard[0], StringComparison.Ordinal);
        Assert.StartsWith("Uw werk voor woensdag 1 april: 1 te laat", heard[1], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task With_the_lead_away_the_one_who_stands_in_hears_it_and_without_one_everybody_of_the_team(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(Bench, null);
        await town.Receives(await town.Somebody(Role.Agent), Unknown, new MatterEnding.NewCase());
        await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, crew.Lead, Loket.Organisation.People.Presence.Away, null, Actor.System), Cancel));
        var deputy = (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("deputy", Cancel)))!.Id;
        await town.Use<SetDeputy, Result<Done>>(set => set.Handle(new(RequestKey.None, crew.Lead, deputy, Actor.System), Cancel));
        await town.PlanSchedules();

        await town.At(new LocalDateTime(2026, 3, 4, 7, 30));
        using var mail = Assert.Single(Overviews(mailbox, "deputy@crew.example")).Read();
        Assert.StartsWith("Uw werk voor woensdag 4 maart: 1 nieuw voor uw team, 1 te verdelen", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(bench.CaseReference!, mail.TextBody, StringComparison.Ordinal);
        Assert.Empty(Overviews(mailbox, "handler@crew.example"));

        await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, deputy, Loket.Organisation.People.Presence.Away, null, Actor.System), Cancel));
        await town.At(new LocalDateTime(2026, 3, 5, 7, 30));
        Assert.Contains("1 nieuw voor uw team", Assert.Single(Overviews(mailbox, "handler@crew.example")).Read().Subject, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task One_that_still_fails_from_the_day_before_keeps_nobody_from_theirs(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var (handler, lead, address) = await People(town);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        await Do<AssignCase>(town, bench, lead, (use, change) => use.Handle(change, lead.Teams.First(), handler.Staff, Cancel));
        await town.Receives(handler, Unknown, new MatterEnding.NewCase());
        await town.PlanSchedules();
        var stuck = town.Tenant.Database.Parameter(Guid.NewGuid());
        await FailingJobTests.Do(
            town, $"INSERT INTO jobs (id, kind, payload, once, due_at, ready_at, state, attempt, last_error) VALUES ({{0}}, 'case.send-digest', '', 'digest:{handler.Staff!.Value.Value:N}', 0, 0, 'Dead', 12, 'x')", stuck);

        await town.At(new LocalDateTime(2026, 3, 4, 7, 30));

        Assert.Single(Overviews(mailbox, address));
        Assert.Single(Overviews(mailbox, await AddressOf(town, lead)));
    }

    private static IReadOnlyList<Loket.Demo.Outside.ArrivedMail> Overviews(Mailbox mailbox, string address) =>
        [.. mailbox.MailsTo(address).Where(mail => mail.Read().Subject is { } subject && (subject.StartsWith("Uw werk", StringComparison.Ordinal) || subject.StartsWith("Your work", StringComparison.Ordinal)))];

    private static async Task<(Actor Handler, Actor Lead, string Address)> People(Town town)
    {
        var handler = await town.Somebody(Role.Handler, TeamKeys.PublicSpace);
        return (handler, await town.Somebody(Role.TeamLead, TeamKeys.PublicSpace), await AddressOf(town, handler));
    }

    private static async Task<string> AddressOf(Town town, Actor person) =>
        (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find(person.Staff!.Value, Cancel)))!.Email;

    private static async Task Do<TUse>(Town town, MatterReceipt matter, Actor by, Func<TUse, CaseChange, Task<Result<ChangedCase>>> use) where TUse : notnull
    {
        var result = await town.Use<TUse, Result<ChangedCase>>(one => use(one, new CaseChange(RequestKey.None, matter.Case!.Value, by)));
        Assert.True(result.Succeeded, result.Failure?.Code);
    }
}

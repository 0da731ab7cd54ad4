using System.Globalization;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Demo.Outside;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Organisation.Settings;
using Loket.Storage.Journal;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Whose turn it is between us and a partner: who is silent is reminded, and who asked hears when a case goes another way.</summary>
public sealed class HandoverTurnTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter LampOut = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);
    private static readonly CustomerDetails Resident = new("A. Bewoner", Email: "een@example.nl");

    [Theory, BothDatabases]
    public async Task An_offer_without_an_answer_is_asked_after_twice_each_after_the_norm_and_then_told_once_to_whose_case_it_is(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await AnswersWithinTwoDays(town);
        // Offered on Tuesday 3 March at ten: an answer is due on Thursday when work stops.
        var lamp = await Lamp.In(town);
        var asked = new List<string>();

        foreach (var (day, chased, silences) in ((int, int, int)[])[(5, 1, 0), (9, 2, 0), (11, 2, 1)])
        {
            await town.PassUntil(March(day, 16));
            asked.Add(await Stand());
            await town.PassUntil(March(day, 17).Plus(Duration.FromMinutes(1)));
            asked.Add(await Stand());
            Assert.Equal((day, chased), (day, (await lamp.View()).Handovers[0].Chased));
            Assert.Equal((day, silences), (day, mailbox.MailsTo("handler@ploeg.example").Count(IsAboutSilence)));
        }

        await town.PassUntil(March(31, 17));
        asked.Add(await Stand());
        Assert.Equal(["", "1", "1", "1 2", "1 2", "1 2 handler", "1 2 handler"], asked);
        Assert.Equal((CaseStatus.WithPartner, HandoverState.Offered), ((await lamp.View()).Status, (await lamp.View()).Handovers[0].State));
        Assert.Equal(1, mailbox.Mail.Arrived.Count(IsAboutSilence));
        var chases = (await town.MessagesOf(lamp.Case.Value)).Where(message => message.Kind == MessageKind.PartnerChase).ToList();
        Assert.All(chases, message => Assert.Equal(MessageState.Sent, message.State));
        Assert.Equal([new LocalDate(2026, 3, 5), new LocalDate(2026, 3, 9)], chases.Select(message => message.QueuedAt.InZone(MunicipalCalendar.Amsterdam).Date).Distinct().Order());

        // What was asked of the partner and told of its silence, in the order in which it happened.
        async Task<string> Stand() => string.Join(' ', (await lamp.Happened<ICaseEvent>()).Select(happened => happened switch
        {
            HandoverChased chase => chase.Times.ToString(CultureInfo.InvariantCulture),
            HandoverSilenceEscalated silence => silence.Told == lamp.Handler ? "handler" : "somebody else",
            _ => null,
        }).OfType<string>());
    }

    [Theory, BothDatabases]
    public async Task A_partner_that_waits_for_our_answer_is_not_chased_and_our_own_people_are_reminded(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var lamp = await Lamp.In(town);
        await lamp.Says(new PartnerReply.AskBack("Is er een sleutel nodig?"));

        await lamp.Days(21);

        Assert.Empty(await lamp.Happened<HandoverChased>());
        Assert.Empty(await lamp.Happened<HandoverSilenceEscalated>());
        Assert.Equal([(1, (StaffId?)lamp.Handler), (2, lamp.Lead)], (await lamp.Happened<HandoverAnswerOwed>()).Select(one => (one.Times, one.Told)));
        Assert.Contains(mailbox.MailsTo("handler@ploeg.example"), mail => mail.Read().TextBody!.Contains("wacht nog op antwoord", StringComparison.Ordinal));
        Assert.Contains(mailbox.MailsTo("lead@ploeg.example"), mail => mail.Read().TextBody!.Contains("wacht nog op antwoord", StringComparison.Ordinal));

        var answered = await town.Use<AnswerPartner, Result<ChangedCase>>(answer => answer.Handle(new CaseChange(RequestKey.None, lamp.Case, Actor.System), "Nee, de mast is open.", Cancel));
        Assert.True(answered.Succeeded, answered.Failure?.Code);
        await lamp.Days(7);
        Assert.NotEmpty(await lamp.Happened<HandoverChased>());
    }

    [Theory, BothDatabases]
    public async Task A_partner_that_let_hear_of_itself_is_chased_anew_before_anybody_is_told_of_silence(Database database)
    {
        await using var town = await Town.On(database);
        var lamp = await Lamp.In(town);
        await lamp.Says(new PartnerReply.Accept(null, null));
        while ((await lamp.Happened<HandoverChased>()).Count < 2) await lamp.Days(1);

        await lamp.Says(new PartnerReply.Progress("W-1", null, null));
        while ((await lamp.Happened<HandoverChased>()).Count < 3) await lamp.Days(1);

        Assert.Empty(await lamp.Happened<HandoverSilenceEscalated>());
        Assert.Equal([1, 2, 1], (await lamp.Happened<HandoverChased>()).Select(one => one.Times));
    }

    [Theory, BothDatabases]
    public async Task A_missed_day_is_asked_after_and_the_silence_that_follows_is_told_to_whose_case_it_is(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var lamp = await Lamp.In(town);
        await lamp.Says(new PartnerReply.Accept("W-1", new LocalDate(2026, 3, 17)));

        await town.PassUntil(new LocalDateTime(2026, 3, 18, 8, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant());
        Assert.Empty(await lamp.Happened<HandoverChased>());

        await lamp.Days(30);
        Assert.Equal([1, 2], (await lamp.Happened<HandoverChased>()).Select(one => one.Times));
        Assert.Equal(lamp.Handler, Assert.Single(await lamp.Happened<HandoverSilenceEscalated>()).Told);
        Assert.Contains(mailbox.MailsTo("handler@ploeg.example"), mail => mail.Read().TextBody!.Contains("antwoordt niet", StringComparison.Ordinal));
        Assert.DoesNotContain(mailbox.MailsTo("lead@ploeg.example"), mail => mail.Read().TextBody!.Contains("antwoordt niet", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Whose_case_it_is_hears_that_a_partner_asks_or_gives_it_back(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var lamp = await Lamp.In(town);

        await lamp.Says(new PartnerReply.AskBack("Welke kant van de weg?"));
        await town.RunJobs();
        Assert.Contains("De ketenpartner heeft een vraag.", mailbox.MailsTo("handler@ploeg.example")[^1].Read().TextBody, StringComparison.Ordinal);

        await lamp.Says(new PartnerReply.Refuse("Dit is niet onze lamp."));
        await town.RunJobs();
        Assert.Contains(mailbox.MailsTo("handler@ploeg.example"), mail => mail.Read().TextBody!.Contains("De ketenpartner heeft deze zaak teruggegeven.", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_second_refusal_brings_a_case_to_triage(Database database)
    {
        await using var town = await Town.On(database);
        var lamp = await Lamp.In(town);
        await lamp.Says(new PartnerReply.Refuse("Dit is niet onze lamp."));
        Assert.NotEqual(TriageReason.RefusedTwice, (await lamp.View()).TriageReason);
        await lamp.GoesTo("grid-operator");

        await lamp.Says(new PartnerReply.Refuse("Dit is niet onze kabel."));

        var view = await lamp.View();
        Assert.Equal((CaseStatus.Received, TriageReason.RefusedTwice, null), (view.Status, view.TriageReason, view.Partner));
        Assert.Equal(2, (await lamp.Happened<HandoverRefused>()).Select(one => one.Partner).Distinct().Count());
        var lead = await town.Somebody(Role.TeamLead);
        var triage = await town.Use<Worklists, WorklistPage>(lists => lists.Page(WorklistKind.Triage, lead, 50, null, Cancel));
        Assert.Contains(triage.Rows, row => row.Reference == view.Reference);
    }

    [Theory, BothDatabases]
    public async Task Who_asked_hears_when_a_partner_stops_and_the_team_when_it_did_not_solve_it(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var lamp = await Lamp.In(town);
        await lamp.Says(new PartnerReply.Accept(null, null));
        await lamp.Says(new PartnerReply.Finish("Aannemer Jansen kon er niet bij.", Solved: false));
        await town.RunJobs();
        Assert.Contains(mailbox.MailsTo("handler@ploeg.example"), mail => mail.Read().TextBody!.Contains("niet opgelost", StringComparison.Ordinal));
        Assert.DoesNotContain(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("niet opgelost", StringComparison.Ordinal));

        await town.Pass(Duration.FromMinutes(61));

        var told = Assert.Single(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("nog niet opgelost", StringComparison.Ordinal)).Read();
        Assert.Contains("Herstelploeg", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", told.TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_case_that_goes_on_to_another_partner_within_the_hour_is_told_of_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var lamp = await Lamp.In(town);
        await lamp.TakenBack();
        await town.Pass(Duration.FromMinutes(20));
        await lamp.GoesTo("grid-operator");

        await town.Pass(Duration.FromMinutes(61));
        Assert.Empty(await lamp.Happened<HandoverCameBack>());

        await lamp.TakenBack();
        await town.Pass(Duration.FromMinutes(61));
        Assert.Single(await lamp.Happened<HandoverCameBack>());
        Assert.Single(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("hier niet meer mee bezig", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Residents_are_told_what_is_new_and_not_again_what_they_know(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var lamp = await Lamp.In(town);
        await lamp.Says(new PartnerReply.Accept(null, new LocalDate(2026, 3, 19)));
        await town.RunJobs();
        Assert.Equal(1, Planned());

        await lamp.Says(new PartnerReply.Progress("W-1", null, null));
        await lamp.Says(new PartnerReply.Progress(null, new LocalDate(2026, 3, 19), "De vergunning is er."));
        await town.RunJobs();
        Assert.Equal(1, Planned());
        Assert.Single(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("De vergunning is er.", StringComparison.Ordinal));
        Assert.Equal(("W-1", new LocalDate(2026, 3, 19)), ((await lamp.View()).Handovers[0].JobNumber, (await lamp.View()).Handovers[0].PlannedOn!.Value));
        Assert.Equal("handover.nothing-to-report", (await lamp.Asks(new PartnerReply.Progress("W-1", new LocalDate(2026, 3, 19), " "))).Failure?.Code);

        int Planned() => mailbox.MailsTo("een@example.nl").Count(mail => mail.Read().TextBody!.Contains("19 maart", StringComparison.Ordinal));
    }

    private static Instant March(int day, int hour) => new LocalDateTime(2026, 3, day, hour, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();

    private static bool IsAboutSilence(ArrivedMail mail) => mail.Read().TextBody!.Contains("antwoordt niet", StringComparison.Ordinal);

    // Work stops at five, and the contractor answers within two working days.
    private static async Task AnswersWithinTwoDays(Town town)
    {
        var hours = string.Join('\n', Enumerable.Range(1, 5).Select(day => $"{day} 08:30-17:00"));
        var planned = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(Calendar: new CalendarDetails(hours)), Cancel));
        Assert.True(planned.Succeeded, planned.Failure?.Code);
        var now = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find("street-light-contractor", Cancel)))!;
        var details = new PartnerDetails(now.Key, now.Name, now.Email, Norm.WorkingDays(2), now.Sharing, now.Phone, [new PartnerPersonDetails("A. Monteur", "monteur@partner.example")]);
        var changed = await town.Use<ChangePartner, Result<Done>>(change => change.Handle(new ChangePartner.Request(RequestKey.None, now.Id, now.Version, details, Actor.System), Cancel));
        Assert.True(changed.Succeeded, changed.Failure?.Code);
    }

    /// <summary>A lamp with a partner, for a resident who is told by mail; the case is of a handler in a team with a lead.</summary>
    private sealed record Lamp(Town Town, CaseId Case, string Reference, StaffId Handler, StaffId Lead)
    {
        public static async Task<Lamp> In(Town town)
        {
            town.SetTo(hour: 10);
            var made = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(
                Teams: [new PlannedTeam("ploeg", "Herstelploeg", "lead")],
                Staff:
                [
                    new("handler", "H. Handler", [Role.Handler], ["ploeg"], "handler@ploeg.example"),
                    new("lead", "L. Lead", [Role.TeamLead], ["ploeg"], "lead@ploeg.example"),
                ]), Cancel));
            Assert.True(made.Succeeded, made.Failure?.Code);
            var receipt = await town.Receives(await town.Somebody(Role.Agent), LampOut, new MatterEnding.NewCase(), Resident, MessageChannel.Email);
            var lamp = new Lamp(town, receipt.Case!.Value, receipt.Reference, made.Value.Staff["handler"], made.Value.Staff["lead"]);
            await lamp.TakenBack();
            var assigned = await town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(new CaseChange(RequestKey.None, lamp.Case, Actor.System), made.Value.Teams["ploeg"], lamp.Handler, Cancel));
            Assert.True(assigned.Succeeded, assigned.Failure?.Code);
            await lamp.GoesTo("street-light-contractor");
            return lamp;
        }

        public async Task<CaseView> View() => await Town.Sees(await Town.Somebody(Role.Agent), Reference);

        public async Task Days(int days)
        {
            for (var day = 0; day < days; day++) await Town.Pass(Duration.FromDays(1));
        }

        public async Task<IReadOnlyList<T>> Happened<T>() where T : ICaseEvent =>
            [.. (await Town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(Case.Value, Audience.Staff, 200, null, Cancel)))
                .Reverse().Select(line => line.Happened).OfType<T>()];

        public async Task<Result<Done>> Asks(PartnerReply reply)
        {
            var handover = (await View()).Handovers[0];
            var by = new Actor(new Who(WhoKind.Partner, handover.Partner.Value), [], [], [], handover.Partner);
            return await Town.Use<ReplyToHandover, Result<Done>>(use => use.Handle(new ReplyToHandover.Request(RequestKey.None, handover.Id, by, reply), Cancel));
        }

        public async Task Says(PartnerReply reply)
        {
            var said = await Asks(reply);
            Assert.True(said.Succeeded, said.Failure?.Code);
        }

        public async Task GoesTo(string partner)
        {
            var card = (await Town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(partner, Cancel)))!;
            var given = await Town.Use<HandOverCase, Result<ChangedCase>>(use => use.Handle(new CaseChange(RequestKey.None, Case, Actor.System), card.Id, "Kunt u dit herstellen?", Cancel));
            Assert.True(given.Succeeded, given.Failure?.Code);
        }

        public async Task TakenBack()
        {
            var back = await Town.Use<TakeBack, Result<ChangedCase>>(use => use.Handle(new CaseChange(RequestKey.None, Case, Actor.System), "Wij kijken er zelf naar.", Cancel));
            Assert.True(back.Succeeded, back.Failure?.Code);
        }
    }
}

using Loket.Contacts;
using Loket.Intake.Papers;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Objection, complaint, requests, notice of default, claim: an own case with the term of the law, a receipt with its date, never joined (row A13).</summary>
public sealed class FormalPaperTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CustomerDetails Resident = new("C. Bewoner", Email: "c@example.nl");

    [Theory, BothDatabases]
    public async Task Each_paper_gets_its_term_from_the_law_and_a_receipt_that_names_the_day(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);

        // Received on Tuesday 3 March 2026. A term that ends on a day off runs on (General Terms Act): 3 April is Good Friday, Easter Monday follows.
        foreach (var (paper, words, until, written) in new (FormalPaper, string, LocalDate, string)[]
        {
            (FormalPaper.Objection, "Ik maak bezwaar tegen uw besluit", new(2026, 4, 14), "dinsdag 14 april"),
            (FormalPaper.Complaint, "Klacht over een medewerker", new(2026, 4, 14), "dinsdag 14 april"),
            (FormalPaper.InformationRequest, "Woo-verzoek over de rondweg", new(2026, 3, 31), "dinsdag 31 maart"),
            (FormalPaper.PrivacyRequest, "Ik wil mijn persoonsgegevens zien", new(2026, 4, 7), "dinsdag 7 april"),
            (FormalPaper.NoticeOfDefault, "Ingebrekestelling: u beslist te laat", new(2026, 3, 17), "dinsdag 17 maart"),
            (FormalPaper.DamageClaim, "Schadeclaim na val over stoeptegel", new(2026, 4, 28), "dinsdag 28 april"),
        })
        {
            Assert.Equal(paper, PaperWords.Propose(words, null));
            var receipt = await town.Receives(agent, new NewMatter(words, FormalPaper: paper), new MatterEnding.NewCase(), Resident, MessageChannel.Email);
            await town.RunJobs();

            var view = await town.Sees(Actor.System, receipt.Reference);
            Assert.Equal((paper, until), (paper, view.DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date));
            using var mail = mailbox.MailsTo("c@example.nl")[^1].Read();
            Assert.Contains(written, mail.TextBody, StringComparison.Ordinal);
            Assert.Contains("dinsdag 3 maart", mail.TextBody, StringComparison.Ordinal);
            Assert.Contains(receipt.Reference, mail.TextBody, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task The_term_of_a_letter_counts_from_the_day_on_which_it_came_in(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);

        // It came on Friday 27 February and is registered on Tuesday 3 March.
        var contact = new NewContact(Channel.Letter, null, Resident, MessageChannel.Email, [new NewMatter("Ik maak bezwaar", FormalPaper: FormalPaper.Objection)], ReceivedOn: new LocalDate(2026, 2, 27));
        var registered = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(new(RequestKey.None, contact, [new MatterEnding.NewCase()], agent), Cancel));
        await town.RunJobs();

        var view = await town.Sees(agent, registered.Value.Matters[0].Reference);
        Assert.Equal(new LocalDate(2026, 4, 10), view.DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date);
        using var mail = Assert.Single(mailbox.MailsTo("c@example.nl")).Read();
        Assert.Contains("ontvangen op vrijdag 27 februari", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("vrijdag 10 april", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_paper_is_joined_to_nothing_and_nothing_to_a_paper(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var report = await town.Receives(agent, new NewMatter("lamp 118-042 uit", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase(), Resident);
        var objection = new NewMatter("Ik maak bezwaar tegen lamp 118-042", Category: "street-light", Place: Calls.Lamp, FormalPaper: FormalPaper.Objection);
        var paper = await town.Receives(agent, objection, new MatterEnding.ByItself(), Resident);

        Assert.Equal("case.formal-paper-never-joined", (await Join(town, agent, objection, report)).Failure?.Code);
        Assert.Equal("case.formal-paper-never-joined", (await Join(town, agent, new NewMatter("lamp uit", Category: "street-light"), paper)).Failure?.Code);
        Assert.NotEqual(report.Case, paper.Case);
        Assert.DoesNotContain(
            await town.Use<FindSimilar, IReadOnlyList<Match>>(similar => similar.Handle(new(agent, "bezwaar lamp 118-042", "street-light", Calls.Lamp), Cancel)),
            match => match.Case.Id == paper.Case);
        var moved = await town.Use<JoinContact, Result<MatterReceipt>>(join => join.Handle(
            new(RequestKey.None, Loket.Kernel.References.Reference.TryParse(paper.Reference, out var reference) ? reference : default, report.Case!.Value, agent), Cancel));
        Assert.Equal("case.formal-paper-never-joined", moved.Failure?.Code);
        Assert.Equal(1, (await town.Sees(agent, paper.Reference)).Contacts);
    }

    [Theory, BothDatabases]
    public async Task The_term_of_a_paper_stands_still_and_grows_in_days_of_the_law(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var handler = await town.Somebody(Role.Handler);
        var paper = await town.Receives(agent, new NewMatter("Ik maak bezwaar", FormalPaper: FormalPaper.Objection), new MatterEnding.NewCase(), Resident);

        var extended = await town.Use<Loket.Cases.Norms.ExtendCase, Result<Loket.Cases.Handling.ChangedCase>>(extend => extend.Handle(
            new(RequestKey.None, paper.Case!.Value, handler), NormKind.CalendarWeeks, 6, "Advies van de commissie.", Cancel));

        Assert.True(extended.Succeeded, extended.Failure?.Code);
        // Twelve weeks end on Tuesday 26 May.
        Assert.Equal(new LocalDate(2026, 5, 26), (await town.Sees(handler, paper.Reference)).DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date);
    }

    private static Task<Result<ContactReceipt>> Join(Town town, Actor by, NewMatter matter, MatterReceipt to) => town.Use<RegisterContact, Result<ContactReceipt>>(register =>
        register.Handle(new(RequestKey.None, new NewContact(Channel.Letter, null, Resident, null, [matter]), [new MatterEnding.Join(to.Case!.Value)], by), Cancel));
}

using Loket.Contacts;
using Loket.Integration.Api;
using Loket.Intake.Papers;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
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
        var handler = await town.Somebody(Role.Handler);
        var report = await town.Receives(agent, new NewMatter("lamp 118-042 uit", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase(), Resident);
        var objection = new NewMatter("Ik maak bezwaar tegen lamp 118-042", Category: "street-light", Place: Calls.Lamp, FormalPaper: FormalPaper.Objection);
        var paper = await town.Receives(agent, objection, new MatterEnding.ByItself(), Resident);

        Assert.Equal("case.formal-paper-never-joined", (await Join(town, agent, objection, report)).Failure?.Code);
        Assert.Equal("case.formal-paper-never-joined", (await Join(town, agent, new NewMatter("lamp uit", Category: "street-light"), paper)).Failure?.Code);
        Assert.NotEqual(report.Case, paper.Case);
        Assert.DoesNotContain(
            await town.Similar(new(agent, "bezwaar lamp 118-042", "street-light", Calls.Lamp)),
            match => match.Case.Id == paper.Case);
        var moved = await town.Use<JoinContact, Result<MatterReceipt>>(join => join.Handle(
            new(RequestKey.None, Loket.Kernel.References.Reference.TryParse(paper.Reference, out var reference) ? reference : default, report.Case!.Value, handler), Cancel));
        Assert.Equal("case.formal-paper-never-joined", moved.Failure?.Code);
        Assert.Equal(1, (await town.Sees(agent, paper.Reference)).Contacts);
    }

    [Theory, BothDatabases]
    public async Task What_may_be_a_paper_is_joined_to_nothing_and_nothing_to_it_until_somebody_has_decided(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        var lamp = new NewMatter("lamp 118-042 uit", Category: "street-light", Place: Calls.Lamp);
        var report = await town.Receives(handler, lamp, new MatterEnding.NewCase(), Resident);
        var claim = await town.Receives(handler, lamp with { Subject = "Ik stel u aansprakelijk voor mijn val bij lamp 118-042" }, new MatterEnding.ByItself(), Resident);
        var held = await town.Sees(handler, claim.Reference);
        Assert.Equal(FormalPaper.DamageClaim, held.ProposedPaper);

        // It goes nowhere, by no door.
        Assert.Equal("case.paper-undecided", (await Put(claim, report)).Failure?.Code);
        var moved = await town.Use<MoveContact, Result<Loket.Cases.Register.RegisteredCase>>(move => move.Handle(
            new(RequestKey.None, held.Id, held.Version, held.Participants[0].Matter, report.CaseReference, handler), Cancel));
        Assert.Equal("case.paper-undecided", moved.Failure?.Code);
        using var page = await town.SignIn(Role.Handler);
        await page.Open("/zaken/" + claim.Reference);
        using var program = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases, Right.Triage);
        using (var refused = await program.Post($"cases/{report.CaseReference}/contacts", $$"""{"contact":"{{claim.Reference}}"}"""))
            Assert.Equal("case.paper-undecided", (await refused.Json())["code"]!.GetValue<string>());

        // Nothing comes to it, and nobody is sent there.
        Assert.Equal("case.paper-undecided", (await Put(report, claim)).Failure?.Code);
        Assert.DoesNotContain(
            await town.Similar(new(handler, "lamp 118-042 uit", null, Calls.Lamp)), match => match.Case.Id == held.Id);

        // It still waits for somebody, also when its contact gets a case of its own again; once decided it is as any other.
        Assert.Equal((1, FormalPaper.DamageClaim), ((await town.Sees(handler, claim.Reference)).Contacts, (await town.Sees(handler, claim.Reference)).ProposedPaper!.Value));
        var anew = await town.Use<MoveContact, Result<Loket.Cases.Register.RegisteredCase>>(move => move.Handle(
            new(RequestKey.None, held.Id, held.Version, held.Participants[0].Matter, null, handler), Cancel));
        Assert.True(anew.Succeeded, anew.Failure?.Code);
        var waits = await town.Sees(handler, claim.Reference);
        Assert.Equal((anew.Value.Id, FormalPaper.DamageClaim), (waits.Id, waits.ProposedPaper!.Value));
        var none = await town.Use<Loket.Cases.Handling.UnmarkPaper, Result<Loket.Cases.Handling.ChangedCase>>(unmark => unmark.Handle(new(RequestKey.None, waits.Id, handler, waits.Version), Cancel));
        Assert.True(none.Succeeded, none.Failure?.Code);
        Assert.Equal(report.Case, (await Put(claim, report)).Value.Case);

        Task<Result<MatterReceipt>> Put(MatterReceipt what, MatterReceipt where) => town.Use<JoinContact, Result<MatterReceipt>>(join => join.Handle(
            new(RequestKey.None, Loket.Kernel.References.Reference.TryParse(what.Reference, out var reference) ? reference : default, where.Case!.Value, handler), Cancel));
    }

    [Theory, BothDatabases]
    public async Task Whatever_a_program_or_partner_wants_with_it_what_may_be_a_paper_waits_for_a_person(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var job = await Loket.Testing.PartnerJob.In(town);
        using var program = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases);
        foreach (var (ending, said) in new (string, string?)[]
        {
            ($$"""{"kind":"join","case":"{{(await job.Case()).Reference}}"}""", null), ("""{"kind":"newCase"}""", null),
            ("""{"kind":"answered","answer":"Dat hebben wij zo uitgelegd."}""", "Dat hebben wij zo uitgelegd."), ("""{"kind":"forward","body":"province"}""", "Provinciale wegbeheerder"),
        })
        {
            using var answer = await program.Post("contacts", $$"""{"channel":"email","matters":[{"subject":"Val over de stoep","text":"Ik stel u aansprakelijk.","ending":{{ending}}}]}""");
            var made = (await answer.Json())["matters"]![0]!;
            Assert.Equal("newCase", made["outcome"]!.GetValue<string>());
            var held = await town.Sees(Actor.System, made["reference"]!.GetValue<string>());
            Assert.Equal((FormalPaper.DamageClaim, 1), (held.ProposedPaper!.Value, held.Contacts));
            var notes = (await town.Use<Loket.Storage.Journal.JournalReader, IReadOnlyList<Loket.Storage.Journal.TimelineLine>>(journal =>
                journal.Timeline(held.Id.Value, Loket.Storage.Journal.Audience.Staff, 100, null, Cancel))).Select(line => line.Happened).OfType<Loket.Cases.CaseNoted>().ToList();
            if (said is null) Assert.Empty(notes);
            else Assert.Contains(said, Assert.Single(notes).Text!, StringComparison.Ordinal);
        }

        using var fitter = job.Visitor();
        await fitter.Open(job.Link(0));
        await fitter.Send(("Contact.About", "this"), ("Contact.Subject", "Klacht over een medewerker van de gemeente"), ("Contact.Phone", "023 555 12 34"));
        Assert.Empty(fitter.Errors);
        Assert.Equal(1, (await job.Case()).Contacts);
        await town.RunJobs();
        Assert.DoesNotContain(mailbox.Mail.Arrived, mail => mail.Read().Subject!.Contains("Provinciale", StringComparison.Ordinal));
        // A complaint about staff is for the people of such complaints alone.
        await using var db = town.Open();
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM cases WHERE proposed_paper = 'Complaint' AND sensitive_group IS NOT NULL").SingleAsync(Cancel));
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

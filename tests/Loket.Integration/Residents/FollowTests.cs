using System.Text;
using System.Text.RegularExpressions;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Integration.Messages;
using Loket.Intake.Follow;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.References;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Residents;

public sealed partial class FollowTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_resident_follows_with_a_code_writes_to_the_handler_and_sees_it_back(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var visitor = new Visitor(town.Client());
        var reference = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042", "volger@voorbeeld.example");
        await town.RunJobs();

        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference.ToLowerInvariant()), ("way", "code"));
        await town.RunJobs();
        var code = mailbox.MailsTo("volger@voorbeeld.example").Select(mail => Following.Digits().Match(mail.Read().TextBody ?? "")).Last(match => match.Success).Value;
        await visitor.Send(("Form.Code", code));

        Assert.Equal("/volgen/zaak", visitor.Address);
        Assert.Contains(reference, visitor.Page.Body!.TextContent);
        var deadline = (await town.Sees(await town.Somebody(Role.Agent), reference)).DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam);
        Assert.Matches($@"Uiterlijk .*\b{deadline.Day}\b.* hoort u van ons", visitor.Text(".loket-summary, dl"));
        await visitor.Send(("Form.Text", "Hij doet het weer een beetje."));
        Assert.Contains("Uw bericht is verstuurd", visitor.Page.Body!.TextContent);
        Assert.Contains("Hij doet het weer een beetje.", visitor.Text(".loket-timeline"));
        using (var handler = await town.SignIn(Role.Handler))
        {
            await handler.Open("/zaken/" + reference);
            Assert.Contains("Hij doet het weer een beetje.", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        }

        using var again = new Visitor(town.Client());
        await again.Open("/volgen");
        await again.Send(("Form.Reference", reference), ("way", "pin"));
        await again.Send(("Form.Code", code));
        Assert.Contains("hoort niet bij dit kenmerk", Assert.Single(again.Errors));
    }

    [Theory, BothDatabases]
    public async Task Danger_in_a_message_calls_whoever_is_on_duty_and_an_objection_in_it_waits_apart(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Crew.In(town);
        using var visitor = new Visitor(town.Client());
        var reference = await visitor.Sends("Container zit vol bij het plein", email: "volger@voorbeeld.example");
        Assert.Equal("waste-container", (await town.Sees(Actor.System, reference)).Category);
        await town.At(new LocalDateTime(2026, 3, 7, 3, 0));
        Assert.True(Reference.TryParse(reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference), ("way", "pin"));
        await visitor.Send(("Form.Code", pin.Value));

        await visitor.Send(("Form.Text", "Ik maak bezwaar tegen het besluit over de container."));
        Assert.Contains("Wij hebben uw bericht apart geregistreerd", visitor.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ik maak bezwaar", visitor.Text(".loket-timeline"), StringComparison.Ordinal);
        var apart = OtherReference().Match(visitor.Text("main .loket-alert")).Value;
        Assert.True(apart.Length > 0, visitor.Text("main"));
        var held = await town.Sees(Actor.System, apart);
        Assert.Equal((FormalPaper.Objection, 1), (held.ProposedPaper!.Value, held.Contacts));
        var stands = await town.Sees(Actor.System, reference);
        Assert.Equal((1, false, stands.Participants[0].Customer), (stands.Contacts, stands.Danger, held.Participants[0].Customer));
        await town.RunJobs();
        Assert.Empty(mailbox.Told());

        await visitor.Send(("Form.Text", "Er komt nu rook uit."));
        Assert.Contains("Er komt nu rook uit.", visitor.Text(".loket-timeline"), StringComparison.Ordinal);
        await town.RunJobs();
        Assert.Equal(["deputy"], mailbox.Told());
        Assert.True((await town.Sees(Actor.System, reference)).Danger);

        // Nobody works on what is closed: there it is a new report.
        var handler = await town.Somebody(Role.Handler);
        var open = await town.Sees(handler, reference);
        var closed = await town.Use<CloseCase, Result<ChangedCase>>(close => close.Handle(new CaseChange(RequestKey.None, open.Id, Actor.System), "solved", true, "Geleegd.", Cancel));
        Assert.True(closed.Succeeded, closed.Failure?.Code);
        await visitor.Send(("Form.Text", "Hij staat weer in brand!"));
        var again = await town.Sees(Actor.System, OtherReference().Match(visitor.Text("main .loket-alert")).Value);
        Assert.Equal((true, "waste-container"), (again.Danger, again.Category));
        Assert.NotEqual(open.Id, again.Id);
    }

    [Theory, BothDatabases]
    public async Task What_becomes_private_or_is_taken_off_its_case_is_open_no_longer_to_pin_ticket_or_code(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        foreach (var what in (string[])["noise", "debt", "undo"])
        {
            var email = what + "@voorbeeld.example";
            var lamp = await town.Receives(
                handler, new NewMatter("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase(), new CustomerDetails(Email: email), MessageChannel.Email);
            Assert.True(Reference.TryParse(lamp.Reference, out var matter));
            var pin = (await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, handler), Cancel))).Value;
            using var visitor = new Visitor(town.Client());
            await Following.Ask(visitor, lamp.Reference);
            await town.RunJobs();
            await Following.Open(visitor, lamp.Reference, pin);
            Assert.Equal((what, "/volgen/zaak", 1), (what, visitor.Address, await Following.Codes(town, email)));

            var failure = what == "undo"
                ? (await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new UndoEnding.Request(RequestKey.None, matter, handler), Cancel))).Failure
                : (await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, lamp.Case!.Value, handler), what, Cancel))).Failure;
            Assert.Null(failure);

            await visitor.Send(("Form.Text", "Is er al nieuws?"));
            Assert.Equal((what, "/volgen"), (what, visitor.Address));
            Assert.Contains("U kunt deze zaak hier niet meer volgen", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
            await visitor.Open("/volgen/zaak");
            Assert.Equal((what, "/volgen"), (what, visitor.Address));
            await Following.Open(visitor, lamp.Reference, pin);
            Assert.Contains("hoort niet bij dit kenmerk", Assert.Single(visitor.Errors), StringComparison.Ordinal);
            await Following.Ask(visitor, lamp.Reference);
            await town.RunJobs();
            Assert.Equal((what, "/volgen/code", 1), (what, visitor.Address, await Following.Codes(town, email)));
        }
    }

    [Theory, BothDatabases]
    public async Task Photos_go_along_with_a_message_to_whose_case_it_is_and_are_chosen_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = await crew.Takes(new NewMatter("bankje kapot bij de speeltuin", Category: "playground"), crew.Handler);
        Assert.True(Reference.TryParse(bench.Reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));
        using var visitor = new Visitor(town.Client());
        await Following.Open(visitor, bench.Reference, pin.Value);

        await visitor.Send(("Form.Text", ""));
        Assert.Single(visitor.Errors);
        await visitor.Upload("Form.Files", [("plank.jpg", Documents.Files.PhotoWithPlace()), ("virus.exe", [0x4D, 0x5A, 0, 1])], ("Form.Text", "De plank ligt los."));
        Assert.Contains("virus.exe:", Assert.Single(visitor.Errors), StringComparison.Ordinal);
        Assert.Equal("De plank ligt los.", visitor.Value("Form.Text"));
        Assert.Contains("plank.jpg", visitor.Text("main form"), StringComparison.Ordinal);
        await visitor.Send(("Form.Text", "De plank ligt los."));
        Assert.Contains("Uw bericht is verstuurd", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
        await visitor.Upload("Form.Files", "bon.pdf", Documents.Files.Pdf(), ("Form.Text", ""));
        Assert.Contains("Met 1 bestand.", visitor.Text(".loket-timeline"), StringComparison.Ordinal);
        await visitor.Upload("Form.Files", [.. Enumerable.Range(1, 6).Select(number => ($"brief-{number}.txt", "Zo ging het."u8.ToArray()))], ("Form.Text", "En dit nog."));
        Assert.Equal(("En dit nog.", 1), (visitor.Value("Form.Text"), visitor.Errors.Count));

        await town.RunJobs();
        Assert.Contains(mailbox.MailsTo("handler@crew.example"), mail => mail.Read().TextBody!.Contains("Een inwoner heeft een bericht gestuurd", StringComparison.Ordinal));
        using var handler = await town.SignIn(Role.TeamLead);
        await handler.Open("/zaken/" + bench.Reference);
        Assert.Contains("bestanden erbij: 1", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Contains("De plank ligt los.", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        var files = handler.Page.QuerySelectorAll(".loket-files a").ToList();
        Assert.Equal(["plank.jpg", "bon.pdf"], files.Select(file => file.TextContent.Trim()));
        var photo = await handler.Client.GetByteArrayAsync(new Uri(files[0].GetAttribute("href")!, UriKind.Relative), Cancel);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_pin_of_the_desk_opens_the_same_page_and_no_other_reference(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var reference = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042", email: null);
        var other = await visitor.Sends("Lantaarnpaal 118-043 brandt niet", "118-043", email: null);
        var agent = await town.Somebody(Role.Agent);
        Assert.True(Reference.TryParse(reference, out var matter));
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));

        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", other), ("way", "pin"));
        await visitor.Send(("Form.Code", pin.Value));
        Assert.Single(visitor.Errors);
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference), ("way", "pin"));
        await visitor.Send(("Form.Code", pin.Value));

        Assert.Equal("/volgen/zaak", visitor.Address);
    }

    [Theory, BothDatabases]
    public async Task The_letter_of_receipt_has_a_pin_and_the_slip_does_not_take_its_place(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(
            agent, new NewMatter("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase(),
            new CustomerDetails("B. Brief", Address: "Dorpsstraat 1\n2131 AA Hoofddorp"), MessageChannel.Letter);
        Assert.True(Reference.TryParse(lamp.Reference, out var matter));
        var slip = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));

        var letters = (await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToPost(Sender.Clerk, Cancel))).Value;
        var letter = Assert.Single(letters, one => one.Kind == MessageKind.Receipt);
        var pin = Strong().Match(letter.Content!.Html).Value;
        foreach (var code in new[] { pin, slip.Value })
        {
            using var visitor = new Visitor(town.Client());
            await visitor.Open("/volgen");
            await visitor.Send(("Form.Reference", lamp.Reference), ("way", "pin"));
            await visitor.Send(("Form.Code", code));
            Assert.Equal("/volgen/zaak", visitor.Address);
        }
    }

    [Theory, BothDatabases]
    public async Task A_letter_about_what_cannot_be_followed_has_no_pin(Database database)
    {
        await using var town = await Town.On(database);
        var host = await town.Somebody(Role.DeskHost);

        await town.Receives(
            host, new NewMatter("Schulden lopen op", Category: "debt"), new MatterEnding.NewCase(),
            new CustomerDetails("B. Brief", Address: "Dorpsstraat 1\n2131 AA Hoofddorp"), MessageChannel.Letter);

        await using var db = town.Open();
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM matters WHERE letter_pin_hash IS NOT NULL").SingleAsync(Cancel));
    }

    [GeneratedRegex(@"[A-Z]{3}-[0-9A-Z-]+[0-9A-Z]", RegexOptions.None, 1000)]
    private static partial Regex OtherReference();

    [GeneratedRegex(@"(?<=<strong>)\d{6}(?=</strong>)", RegexOptions.None, 1000)]
    private static partial Regex Strong();
}

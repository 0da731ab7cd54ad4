using System.Net;
using System.Text.RegularExpressions;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Integration.Messages;
using Loket.Integration.Storage;
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
        var code = mailbox.MailsTo("volger@voorbeeld.example").Select(mail => Digits().Match(mail.Read().TextBody ?? "")).Last(match => match.Success).Value;
        await visitor.Send(("Form.Code", code));

        Assert.Equal("/volgen/zaak", visitor.Address);
        Assert.Contains(reference, visitor.Page.Body!.TextContent);
        var deadline = (await town.Sees(await town.Somebody(Role.Agent), reference)).DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam);
        Assert.Matches($@"Uiterlijk .*\b{deadline.Day}\b.* hoort u van ons", visitor.Text(".loket-summary, dl"));
        await visitor.Send(("Form.Text", "Hij doet het weer een beetje."));
        Assert.Contains("Uw bericht is verstuurd", visitor.Page.Body!.TextContent);
        Assert.Contains("Hij doet het weer een beetje.", visitor.Text(".loket-timeline"));

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
    public async Task A_reference_that_does_not_exist_and_one_that_may_not_be_followed_look_like_one_that_does(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var open = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var closed = await visitor.Sends("Uw medewerker was onbeleefd tegen mij.", email: "klager@voorbeeld.example", kind: "Complaint");
        var none = Loket.Kernel.References.Reference.FromNumber("HLM", 12_345_678).ToString();

        var pages = new List<string>();
        foreach (var reference in new[] { open, closed, none })
        {
            using var stranger = new Visitor(town.Client());
            await stranger.Open("/volgen");
            await stranger.Send(("Form.Reference", reference), ("way", "code"));
            var asked = stranger.Text("main");
            await stranger.Send(("Form.Code", "000000"));
            pages.Add((asked + stranger.Text("main")).Replace(reference, "…", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct());
        await town.RunJobs();
        Assert.Equal((1, 0), (await Codes(town, "bewoner@voorbeeld.example"), await Codes(town, "klager@voorbeeld.example")));
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
            await Ask(visitor, lamp.Reference);
            await town.RunJobs();
            await Open(visitor, lamp.Reference, pin);
            Assert.Equal((what, "/volgen/zaak", 1), (what, visitor.Address, await Codes(town, email)));

            var failure = what == "undo"
                ? (await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new UndoEnding.Request(RequestKey.None, matter, handler), Cancel))).Failure
                : (await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, lamp.Case!.Value, handler), what, Cancel))).Failure;
            Assert.Null(failure);

            await visitor.Send(("Form.Text", "Is er al nieuws?"));
            Assert.Equal((what, "/volgen"), (what, visitor.Address));
            Assert.Contains("U kunt deze zaak hier niet meer volgen", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
            await visitor.Open("/volgen/zaak");
            Assert.Equal((what, "/volgen"), (what, visitor.Address));
            await Open(visitor, lamp.Reference, pin);
            Assert.Contains("hoort niet bij dit kenmerk", Assert.Single(visitor.Errors), StringComparison.Ordinal);
            await Ask(visitor, lamp.Reference);
            await town.RunJobs();
            Assert.Equal((what, "/volgen/code", 1), (what, visitor.Address, await Codes(town, email)));
        }
    }

    [Theory, BothDatabases]
    public async Task Asking_for_codes_again_and_again_is_refused_alike_whether_the_reference_exists_or_not_and_floods_nobody(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var open = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var refusals = new List<string>();
        foreach (var reference in new[] { open, Reference.FromNumber("HLM", 12_345_678).ToString() })
        {
            for (var attempt = 0; attempt < 7; attempt++) await Ask(visitor, reference);
            refusals.Add(Assert.Single(visitor.Errors) + visitor.Text("main").Replace(reference, "…", StringComparison.Ordinal));
        }

        await town.RunJobs();
        Assert.Contains("te vaak", refusals[0], StringComparison.Ordinal);
        Assert.Single(refusals.Distinct());
        Assert.InRange(await Codes(town, "bewoner@voorbeeld.example"), 1, 5);
    }

    [Theory, BothDatabases]
    public async Task Who_asks_for_one_reference_after_the_other_is_slowed_down_also_for_one_that_exists_and_others_are_not(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        Assert.True(Reference.TryParse(await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042"), out var open));
        Failure? refused = null;
        for (var number = 0; number < 150 && refused is null; number++) refused = await Asked(Reference.FromNumber("HLM", 1_000 + number), "198.51.100.7");

        Assert.Equal(FollowFailures.WaitMinute.Code, refused?.Code);
        Assert.Equal(FollowFailures.WaitMinute.Code, (await Asked(open, "198.51.100.7"))?.Code);
        Assert.Null(await Asked(open, "198.51.100.8"));

        async Task<Failure?> Asked(Reference reference, string client) =>
            (await town.Use<RequestCode, Result<Done>>(request => request.Handle(new RequestCode.Request(reference, client), Cancel))).Failure;
    }

    [Theory, BothDatabases]
    public async Task Guessing_is_slowed_down_also_for_a_reference_that_does_not_exist(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", Loket.Kernel.References.Reference.FromNumber("HLM", 7).ToString()), ("way", "pin"));

        for (var attempt = 0; attempt < 6; attempt++) await visitor.Send(("Form.Code", $"00000{attempt}"));

        Assert.Contains("te vaak", Assert.Single(visitor.Errors));
    }

    [Theory, BothDatabases]
    public async Task What_is_written_after_half_an_hour_stands_filled_in_again_after_the_next_code_and_for_nobody_else(Database database)
    {
        await using var town = await Town.On(database);
        var cookies = new CookieContainer();
        using var visitor = new Visitor(town.Client(cookies: cookies));
        using var other = new Visitor(town.Client());
        var (reference, pin) = await WithPin(town, visitor, "118-042");
        var (elsewhere, otherPin) = await WithPin(town, other, "118-043");
        // What was written, whether the form was still fresh, and whether the browser still carries its ticket.
        foreach (var (text, fresh, carried) in ((string, bool, bool)[])[("Hij brandt nu overdag.", true, true), ("Het luik ontbreekt.", false, true), ("Wanneer komt u?", true, false)])
        {
            await Open(visitor, reference, pin);
            Assert.Equal("", visitor.Value("Form.Text"));
            TimePasses(town, cookies, Duration.FromMinutes(30));
            if (!carried) cookies.GetAllCookies()[FollowTickets.Cookie]!.Expired = true;
            await visitor.Send([("Form.Text", text), .. fresh ? Array.Empty<(string, string)>() : [("__RequestVerificationToken", "oud")]]);
            Assert.Equal((text, "/volgen"), (text, visitor.Address));
            Assert.Contains("U was te lang weg. Uw bericht is bewaard", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
            Assert.Equal(reference, visitor.Value("Form.Reference"));

            await Open(other, elsewhere, otherPin);
            Assert.Equal(("/volgen/zaak", ""), (other.Address, other.Value("Form.Text")));
            await Open(visitor, reference, pin);
            Assert.Contains("Uw bericht staat weer klaar", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
            Assert.DoesNotContain(text, visitor.Text(".loket-timeline"), StringComparison.Ordinal);
            Assert.Equal(text, visitor.Value("Form.Text"));
            await visitor.Send(("Form.Text", visitor.Value("Form.Text")));
            Assert.Contains(text, visitor.Text(".loket-timeline"), StringComparison.Ordinal);
        }

        // Ready with it on a computer of others: what was not sent is forgotten too.
        TimePasses(town, cookies, Duration.FromMinutes(30));
        await visitor.Send(("Form.Text", "Laat maar."));
        await Open(visitor, reference, pin);
        Assert.Equal("Laat maar.", visitor.Value("Form.Text"));
        await visitor.Press("Klaar, deze pagina vergeten");
        await Open(visitor, reference, pin);
        Assert.Equal(("/volgen/zaak", ""), (visitor.Address, visitor.Value("Form.Text")));
    }

    [Theory, BothDatabases]
    public async Task Each_look_gives_another_half_hour_and_who_stayed_away_longer_is_told_so(Database database)
    {
        await using var town = await Town.On(database);
        var cookies = new CookieContainer();
        using var visitor = new Visitor(town.Client(cookies: cookies));
        var (reference, pin) = await WithPin(town, visitor, "118-042");
        await Open(visitor, reference, pin);
        for (var look = 0; look < 3; look++)
        {
            TimePasses(town, cookies, Duration.FromMinutes(20));
            await visitor.Open("/volgen/zaak");
            Assert.Equal("/volgen/zaak", visitor.Address);
        }

        TimePasses(town, cookies, Duration.FromMinutes(30));
        await visitor.Open("/volgen/zaak");

        Assert.Equal("/volgen", visitor.Address);
        Assert.Contains("U was te lang weg", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
        await visitor.Open("/volgen");
        Assert.Equal("", visitor.Text("main .loket-alert"));
    }

    [Theory, BothDatabases]
    public async Task Guesses_made_at_once_count_each(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        Assert.True(Reference.TryParse(await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042"), out var reference));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Opens(town, reference, "000000")));

        Assert.Equal((5, 25), (answers.Count(code => code == FollowFailures.Wrong.Code), answers.Count(code => code?.StartsWith(FollowFailures.Wait.Code, StringComparison.Ordinal) == true)));
    }

    [Theory, BothDatabases]
    public async Task A_code_that_was_sent_is_good_for_a_quarter_of_an_hour(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var visitor = new Visitor(town.Client());
        foreach (var (after, opens) in new[] { (Duration.FromMinutes(16), false), (Duration.FromMinutes(14), true) })
        {
            var text = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042", "volger@voorbeeld.example");
            await Ask(visitor, text);
            await town.RunJobs();
            Assert.True(Reference.TryParse(text, out var reference));
            var code = mailbox.MailsTo("volger@voorbeeld.example").Select(mail => Digits().Match(mail.Read().TextBody ?? "")).Last(match => match.Success).Value;

            Assert.Equal(opens ? null : FollowFailures.Wrong.Code, await Opens(town, reference, code, after));
        }
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

    [Theory, BothDatabases]
    public async Task A_computer_that_many_residents_use_locks_none_of_them_out(Database database)
    {
        await using var town = await Town.On(database);
        using var library = new Visitor(town.Client());
        var reference = await library.Sends("Lantaarnpaal 118-042 brandt niet", "118-042", email: null);
        Assert.True(Reference.TryParse(reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));

        for (var visit = 0; visit < 25; visit++)
        {
            await library.Open("/volgen");
            await library.Send(("Form.Reference", reference), ("way", "pin"));
            await library.Send(("Form.Code", pin.Value));
            Assert.Equal("/volgen/zaak", library.Address);
        }
    }

    [Theory, BothDatabases]
    public async Task A_wrong_code_costs_as_much_for_a_reference_that_exists_as_for_one_that_does_not(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var open = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var shut = await visitor.Sends("Uw medewerker was onbeleefd tegen mij.", kind: "Complaint");
        await using var db = town.Open();
        using var statements = Statements.To(db);
        await visitor.Open("/sign-in");
        await statements.Settle(() => visitor.Send(("Form.SignInName", $"niemand-{Guid.NewGuid():N}"), ("Form.Password", "iets anders")));

        // The first one makes the row of this client.
        var asked = new List<int>();
        foreach (var reference in new[] { Reference.FromNumber("HLM", 3).ToString(), Reference.FromNumber("HLM", 12_345_678).ToString(), open, shut })
        {
            await visitor.Open("/volgen");
            await visitor.Send(("Form.Reference", reference), ("way", "pin"));
            asked.Add(await statements.During(() => visitor.Send(("Form.Code", "000000"))));
        }

        Assert.NotEqual(0, asked[1]);
        Assert.Single(asked.Skip(1).Distinct());
    }

    // Why it does not open, now or so much later; null when it does.
    private static async Task<string?> Opens(Town town, Reference reference, string typed, Duration later = default)
    {
        Assert.True(SixDigitCode.TryRead(typed, out var code));
        return (await town.UseLater<OpenFollow, Result<string>>(later, open => open.Handle(new OpenFollow.Request(reference, code, "198.51.100.7"), Cancel))).Failure?.Code;
    }

    private static async Task Ask(Visitor visitor, string reference)
    {
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference), ("way", "code"));
    }

    private static async Task Open(Visitor visitor, string reference, string pin)
    {
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference), ("way", "pin"));
        await visitor.Send(("Form.Code", pin));
    }

    private static async Task<(string Reference, string Pin)> WithPin(Town town, Visitor visitor, string lamp)
    {
        var reference = await visitor.Sends($"Lantaarnpaal {lamp} brandt niet", lamp, email: null);
        Assert.True(Reference.TryParse(reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        return (reference, (await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel))).Value);
    }

    private static void TimePasses(Town town, CookieContainer cookies, Duration by)
    {
        var cookie = cookies.GetAllCookies()[FollowTickets.Cookie]!;
        cookie.Value = town.Older(cookie.Value, by);
    }

    // How many codes were made for an address, whether they went out or stayed inside.
    private static async Task<int> Codes(Town town, string address)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>(
            "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM messages WHERE kind = 'OneTimeCode' AND address = {0}", address).SingleAsync(Cancel);
    }

    [GeneratedRegex(@"[A-Z]{3}-[0-9A-Z-]+[0-9A-Z]", RegexOptions.None, 1000)]
    private static partial Regex OtherReference();

    [GeneratedRegex(@"(?<=<strong>)\d{6}(?=</strong>)", RegexOptions.None, 1000)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}

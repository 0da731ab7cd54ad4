using System.Net;
using System.Text.RegularExpressions;
using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Messages;

/// <summary>What came back and is sent again opens what the first one opened, though its PIN or link was forgotten when that went.</summary>
public sealed partial class SentAgainTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_question_to_a_partner_that_came_back_has_a_link_that_opens(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Works(town, "oud@partner.example");
        var lamp = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase());
        await town.RunJobs();
        var offer = Assert.Single(await town.MessagesOf(lamp.Case!.Value.Value), one => one.Kind == MessageKind.PartnerOffer);

        // A slip of the pen in the mail alone, and an address that the partner itself has changed.
        await Returns(town, offer.Id);
        Assert.Null(await Again(town, offer.Id, "eerst@partner.example"));
        await town.RunJobs();
        Assert.Equal(HttpStatusCode.OK, await Opens("eerst@partner.example"));
        await Works(town, "nieuw@partner.example");
        await Returns(town, offer.Id);
        Assert.Null(await Again(town, offer.Id, "nieuw@partner.example"));
        await town.RunJobs();
        Assert.Equal(HttpStatusCode.OK, await Opens("nieuw@partner.example"));

        // Who no longer works there gets none.
        await Returns(town, offer.Id);
        Assert.Equal("message.secret-forgotten", await Again(town, offer.Id, "oud@partner.example"));

        async Task<HttpStatusCode> Opens(string address)
        {
            var text = Assert.Single(mailbox.MailsTo(address)).Read().TextBody!;
            Assert.DoesNotContain("•", text, StringComparison.Ordinal);
            using var fitter = new Visitor(town.Client());
            await fitter.Open(Link().Match(text).Value);
            Assert.Contains("118-042", fitter.Text("main"), StringComparison.Ordinal);
            return fitter.Status;
        }
    }

    [Theory, BothDatabases]
    public async Task A_letter_that_came_back_has_a_pin_that_opens_and_the_one_that_went_astray_opens_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var (reference, letter, first) = await Posts(town);
        await Returns(town, letter);

        Assert.Null(await Again(town, letter, "Dorpsstraat 2\n2131 AA Hoofddorp"));
        var pin = Strong().Match((await ToPost(town, letter)).Content!.Html).Value;

        Assert.NotEqual("", pin);
        Assert.Equal("/volgen/zaak", await Opens(pin));
        if (pin != first) Assert.NotEqual("/volgen/zaak", await Opens(first));

        async Task<string> Opens(string code)
        {
            using var visitor = new Visitor(town.Client());
            await visitor.Open("/volgen");
            await visitor.Send(("Form.Reference", reference), ("way", "pin"));
            await visitor.Send(("Form.Code", code));
            return visitor.Address;
        }
    }

    [Theory, BothDatabases]
    public async Task A_letter_whose_pin_would_open_nothing_any_more_is_not_sent_again(Database database)
    {
        await using var town = await Town.On(database);
        var (reference, letter, _) = await Posts(town);
        await Returns(town, letter);
        var id = (await town.Sees(Actor.System, reference)).Id;
        var classified = await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, id, Actor.System), "debt", Cancel));
        Assert.True(classified.Succeeded, classified.Failure?.Code);

        Assert.Equal("message.secret-forgotten", await Again(town, letter, null));
        Assert.Equal(MessageState.Failed, (await town.MessagesOf(id.Value)).Single(one => one.Id == letter).State);
    }

    [Theory, BothDatabases]
    public async Task A_promise_to_call_in_English_that_came_back_has_its_link_in_English(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var window = (await town.Use<CallTimes, IReadOnlyList<CallWindow>>(times => times.Offer(1, Cancel)))[0];
        var contact = new NewContact(Channel.Phone, null, new CustomerDetails("E. English", "+31612345678", "old@resident.example", Language: "en"), null, [new NewMatter("Question about a permit")]);
        var taken = await town.Use<RegisterContact, Result<ContactReceipt>>(async register => await register.Handle(
            new(RequestKey.None, contact, [new MatterEnding.CallBack(new NewCallback(null, window))], await town.Somebody(Role.Agent)), Cancel));
        await town.RunJobs();
        var promise = Assert.Single(await town.Use<ReadMessages, IReadOnlyList<MessageView>>(read => read.OfContacts([taken.Value.Contact.Value], Actor.System, 10, Cancel))).Id;

        await Returns(town, promise);
        Assert.Null(await Again(town, promise, "new@resident.example"));
        await town.RunJobs();

        Assert.Contains("/en/terugbelafspraak/", mailbox.OnlyMailTo("new@resident.example").HtmlBody, StringComparison.Ordinal);
    }

    // At the partner of lamps works one person, with this address.
    private static async Task Works(Town town, string address)
    {
        var now = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find("street-light-contractor", Cancel)))!;
        var details = new PartnerDetails(now.Key, now.Name, now.Email, now.ResponseNorm, now.Sharing, now.Phone, [new PartnerPersonDetails("A. Monteur", address)]);
        var changed = await town.Use<ChangePartner, Result<Done>>(change => change.Handle(new ChangePartner.Request(RequestKey.None, now.Id, now.Version, details, Actor.System), Cancel));
        Assert.True(changed.Succeeded, changed.Failure?.Code);
    }

    // A receipt on paper, in the post.
    private static async Task<(string Reference, MessageId Letter, string Pin)> Posts(Town town)
    {
        var lamp = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase(),
            new CustomerDetails("B. Brief", Address: "Dorpsstraat 1\n2131 AA Hoofddorp"), MessageChannel.Letter);
        var letter = (await town.MessagesOf(lamp.Case!.Value.Value)).Single(one => one.Kind == MessageKind.Receipt).Id;
        var pin = Strong().Match((await ToPost(town, letter)).Content!.Html).Value;
        await town.Use<PostLetters, Result<int>>(post => post.Handle(new(RequestKey.None, [letter], Sender.Clerk), Cancel));
        return (lamp.Reference, letter, pin);
    }

    private static async Task<MessageView> ToPost(Town town, MessageId letter) =>
        (await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToPost(Sender.Clerk, Cancel))).Value.Single(one => one.Id == letter);

    private static async Task Returns(Town town, MessageId message)
    {
        var returned = await town.Use<RecordReturn, Result<MessageState>>(record => record.Handle(new(RequestKey.None, message, "Onbestelbaar", Sender.Clerk), Cancel));
        Assert.True(returned.Succeeded, returned.Failure?.Code);
    }

    private static async Task<string?> Again(Town town, MessageId message, string? address) =>
        (await town.Use<QueueAgain, Result<MessageState>>(again => again.Handle(new(RequestKey.None, message, address, Actor.System), Cancel))).Failure?.Code;

    [GeneratedRegex(@"/partner/[A-Za-z0-9_-]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=<strong>)\d{6}(?=</strong>)", RegexOptions.None, 1_000)]
    private static partial Regex Strong();
}

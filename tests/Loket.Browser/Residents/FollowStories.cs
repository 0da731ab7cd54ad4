using System.Text.RegularExpressions;
using Loket.Browser.Windows;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Follow;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Residents;

/// <summary>Residents see how things stand.</summary>
public sealed partial class FollowStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, EveryWay]
    public async Task A_code_comes_by_mail_and_a_message_reaches_the_handler(Way way, Database database)
    {
        var town = await TownOn(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);
        var reference = await Calls(town, agent, new CustomerDetails(null, null, "volger@voorbeeld.example"), MessageChannel.Email);
        var resident = await WindowIn(town, way);
        await resident.Open("/");
        await resident.Follow("Kijken hoe het ervoor staat");
        await resident.Fill("Uw kenmerk", reference.ToLowerInvariant());
        await resident.Press("Stuur mij een code");
        await town.RunJobs();
        await resident.Fill("Code", "12");
        await resident.Press("Bekijken");
        await resident.Refuses("Vul de zes cijfers van de code in.");
        await resident.Fill("Code", Digits().Match(mailbox.MailsTo("volger@voorbeeld.example")[^1].Read().TextBody ?? "").Value);
        await resident.Press("Bekijken");

        await resident.Shows("Lantaarnpaal 118-042 brandt niet");
        await resident.Says("Aannemer Lichtmeer");
        await resident.Fill("Uw bericht aan de behandelaar", "De lamp doet het weer een beetje.");
        await resident.Attach("Foto's en bestanden", new FilePayload { Name = "lamp.txt", MimeType = "text/plain", Buffer = "Zo brandt hij."u8.ToArray() });
        await resident.Press("Bericht sturen");
        await resident.Says("Uw bericht is verstuurd");
        await Assertions.Expect(resident.Page.Locator(".loket-timeline")).ToContainTextAsync("De lamp doet het weer een beetje.");
        await Assertions.Expect(resident.Page.Locator(".loket-timeline")).ToContainTextAsync("Met 1 bestand.");
        var handler = await StaffIn(town, Way.Desktop, Role.Handler);
        await handler.Open("/zaken/" + reference);
        await handler.Says("De lamp doet het weer een beetje.");
        await handler.Says("lamp.txt");

        await resident.Press("Klaar, deze pagina vergeten");
        await resident.Page.GoBackAsync();
        await resident.Page.ReloadAsync();
        await resident.Shows("Kijken hoe het ervoor staat");
    }

    [Theory]
    [InlineData(Way.Keyboard, Database.Sqlite)]
    [InlineData(Way.WithoutScript, Database.Postgres)]
    [InlineData(Way.SmallPhone, Database.Sqlite)]
    [InlineData(Way.Enlarged, Database.Sqlite)]
    public async Task A_code_comes_by_sms_and_the_next_news_by_the_channel_that_is_chosen(Way way, Database database)
    {
        var town = await TownOn(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);
        var reference = await Calls(town, agent, new CustomerDetails("Jo Bakker", "+31612345678", "jo@voorbeeld.example"), MessageChannel.Sms);
        var resident = await WindowIn(town, way);
        await resident.Open("/en/volgen");
        await resident.Fill("Your reference", reference);
        await resident.Press("Send me a code");
        await town.RunJobs();
        await resident.Fill("Code", Digits().Match(mailbox.Http.Texts[^1].Text).Value);
        await resident.Press("Look");

        var questions = resident.Page.GetByLabel("A question from us");
        await Assertions.Expect(questions).ToHaveValueAsync("Sms");
        await resident.Select("A question from us", "By e-mail");
        await resident.Press("Change");
        await resident.Says("Your choice was saved");
        await Assertions.Expect(questions).ToHaveValueAsync("Email");
        await Assertions.Expect(resident.Page.GetByLabel("Our answer")).ToHaveValueAsync("Sms");
        await resident.Picture("residents/follow-preference");

        var staff = await StaffIn(town, Way.Desktop, Role.Handler);
        await staff.Open("/zaken/" + reference);
        await staff.Unfold("Vraag aan de inwoner");
        await staff.Fill("Uw vraag", "Welke kleur heeft de lamp?");
        await staff.Press("Verstuur de vraag");
        await town.RunJobs();
        Assert.Contains("Welke kleur heeft de lamp?", mailbox.OnlyMailTo("jo@voorbeeld.example").TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(mailbox.Http.Texts, text => text.Text.Contains("Welke kleur", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Way.Keyboard, Database.Sqlite)]
    [InlineData(Way.WithoutScript, Database.Postgres)]
    [InlineData(Way.SmallPhone, Database.Sqlite)]
    [InlineData(Way.Enlarged, Database.Sqlite)]
    public async Task A_pin_of_the_slip_opens_it_and_guessing_is_slowed_down(Way way, Database database)
    {
        var town = await TownOn(database);
        var agent = await town.Somebody(Role.Agent);
        var reference = await Calls(town, agent, new CustomerDetails(), null);
        Assert.True(Loket.Kernel.References.Reference.TryParse(reference, out var matter));
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));
        var resident = await WindowIn(town, way);
        await resident.Open("/volgen");
        await resident.Fill("Uw kenmerk", reference);
        await resident.Press("Ik heb een pincode");
        await resident.Fill("Pincode", pin.Value);
        await resident.Press("Bekijken");
        await resident.Shows("Lantaarnpaal 118-042 brandt niet");

        var stranger = await WindowIn(town);
        await stranger.Open("/volgen");
        await stranger.Fill("Uw kenmerk", reference);
        await stranger.Press("Ik heb een pincode");
        for (var guess = 0; guess < 6; guess++)
        {
            await stranger.Fill("Pincode", $"00000{guess}");
            await stranger.Press("Bekijken");
        }

        await stranger.Says("U hebt dit te vaak geprobeerd.");
        await stranger.Picture("residents/follow-slowed-down");
    }

    private static async Task<string> Calls(Town town, Actor agent, CustomerDetails who, MessageChannel? by)
    {
        var request = new RegisterContact.Request(
            RequestKey.None,
            new NewContact(Channel.Phone, null, who, by, [new NewMatter("Lantaarnpaal 118-042 brandt niet", Category: "street-light", Place: new Place { Text = "Nieuwemeerdijk", Asset = "118-042" })]),
            [new MatterEnding.NewCase()], agent);
        var receipt = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(request, Cancel));
        await town.RunJobs();
        return receipt.Value.Matters[0].Reference;
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}

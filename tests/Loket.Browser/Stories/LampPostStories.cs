using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Cases.Reading;
using Loket.Demo.Scenarios;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using NodaTime;
using Xunit;
using static NodaTime.IsoDayOfWeek;

namespace Loket.Browser.Stories;

/// <summary>The lamp post, at the screens of everybody who has to do with it: as it went, and as it should go.</summary>
public sealed class LampPostStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    // Eight weeks without a holiday lie before it, see the scenario of the same name.
    private static readonly Instant Until = Instant.FromUtc(2026, 4, 13, 0, 0);

    [Theory, BothDatabases]
    public async Task Eleven_contacts_in_eight_weeks_become_one_case_and_everybody_hears_that_the_lamp_burns(Database database)
    {
        var story = KnownStories.All(DemoTown.Build(TownFounder.Seed), Until).First(one => one.Name == "lamp-post");
        var (town, mailbox, handler, screens) = await Begin("lamp-post", database, story.At);
        await using var outside = mailbox;

        await screens.Play(story);

        await handler.Open("/zaken/" + screens.First);
        await handler.Says("Opgelost en gesloten op 5 maart 2026.");
        await handler.Says("11 contacten");
        await handler.Says("Nagevraagd bij Netbeheerder Polderstroom, keer 1");
        await handler.Says("3 contacten over dezelfde zaak: ");
        await screens.Picture(handler, "handler-solved");
        var people = story.Contacts.Select(contact => contact.By!).DistinctBy(person => person.Number).ToList();
        foreach (var byMail in people.Where(person => person.Preferred == ReplyBy.Email))
            Assert.StartsWith("Opgelost: ", mailbox.MailsTo(byMail.Email!)[^1].Read().Subject, StringComparison.Ordinal);
        foreach (var bySms in people.Where(person => person.Preferred == ReplyBy.Sms))
            Assert.Contains("is opgelost", mailbox.Http.Texts.Last(text => text.To == "+31" + bySms.Phone!.Replace(" ", "", StringComparison.Ordinal)[1..]).Text, StringComparison.Ordinal);
        await HearFromUs(await KnownFaceIn(town, StaffRole.DeskHost), people);
        await Reads(town, mailbox, screens, people.First(person => person.Preferred == ReplyBy.Email));
    }

    [Theory, BothDatabases]
    public async Task Who_reads_the_news_of_each_step_never_has_to_call(Database database)
    {
        var book = new StoryBook(DemoTown.Build(TownFounder.Seed), Until);
        var story = LampPostAsItShouldBe.Tell(book);
        var lotte = story.Contacts[0].By!;
        var (town, mailbox, handler, screens) = await Begin(story.Name!, database, story.At);
        await using var outside = mailbox;

        await screens.Play(story, until: book.At(0, Tuesday, 12, 0));
        var resident = await Reads(town, mailbox, screens, lotte);
        await resident.Says("Aannemer Lichtmeer doet dit op woensdag 14 januari");

        await screens.Play(story, until: book.At(0, Thursday, 12, 0));
        await resident.Page.ReloadAsync();
        await resident.Says("Netbeheerder Polderstroom doet dit op dinsdag 27 januari");
        await screens.Picture(resident, "resident-reads-who-does-it-when");
        Assert.Contains("dinsdag 27 januari", mailbox.MailsTo(lotte.Email!)[^1].Read().Subject, StringComparison.Ordinal);

        await screens.Play(story);
        await resident.Page.ReloadAsync();
        await resident.Says("Dit is opgelost");
        await resident.Says("Nieuwe aansluiting gemaakt. De lamp brandt.");
        await screens.Picture(resident, "resident-reads-that-it-is-solved");
        await handler.Open("/zaken/" + screens.First);
        await handler.Says("1 contact");
        await screens.Picture(handler, "handler-solved");
    }

    [Fact]
    public async Task The_next_lamp_is_not_known_already_and_becomes_a_case_of_its_own()
    {
        var town = await TownOn(Database.Sqlite);
        var job = await PartnerJob.In(town);
        var resident = await WindowIn(town, Way.SmallPhone);

        var reference = await resident.Reports($"Lamp {KnownLamps.Next} knippert de hele avond", KnownLamps.Next, "ans.buijs@mail.example");

        await resident.KeepsSilentAbout("bekend sinds");
        Assert.False((await OfItsOwn(town, job, reference)).Danger);
    }

    [Fact]
    public async Task An_open_hatch_on_the_same_lamp_is_told_whom_to_call_first_and_becomes_a_case_of_its_own()
    {
        var town = await TownOn(Database.Sqlite);
        var job = await PartnerJob.In(town);
        var resident = await WindowIn(town, Way.SmallPhone);
        await resident.Open("/melden/wat?soort=Report");
        await resident.Fill("Wat is er aan de hand?", $"Het luik van lantaarnpaal {KnownLamps.Broken} staat open en er hangen losse draden uit");
        await resident.Press("Verder");

        await resident.Shows("Is het gevaarlijk? Bel nu");
        await resident.Press("Ik heb gebeld, of het kan wachten");
        await resident.Fill("Adres, nummer of plek", KnownLamps.Broken);
        await resident.Press("Verder");
        await resident.Press("Verder");
        await resident.Choose("Ik wil geen bericht");
        await resident.Press("Verder");
        await resident.Press("Versturen");

        await resident.KeepsSilentAbout("bekend sinds");
        Assert.True((await OfItsOwn(town, job, await resident.Reference())).Danger);
    }

    private async Task<CaseView> OfItsOwn(Town town, PartnerJob job, string reference)
    {
        await town.RunJobs();
        var handler = await StaffIn(town, Way.Desktop, Role.TeamLead);
        await handler.Open("/zaken/" + reference);
        await handler.Says("1 contact");
        var found = await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(reference, Actor.System, "test", TestContext.Current.CancellationToken));
        var known = await job.Case();
        Assert.NotEqual(known.Id, found.Value.Id);
        Assert.Equal((1, 1), (known.Contacts, found.Value.Contacts));
        return found.Value;
    }

    // Who wants to be called, written to or told at the desk stands on the list of those who do that, with the news.
    private static async Task HearFromUs(Window host, IReadOnlyList<Customer> people)
    {
        foreach (var (list, by) in new[] { ("bellen", ReplyBy.Phone), ("brieven", ReplyBy.Letter), ("balie", ReplyBy.Desk) })
        {
            await host.Open("/berichten/" + list);
            foreach (var person in people.Where(person => person.Preferred == by))
                await Assertions.Expect(host.Page.Locator("#messages tr", new() { HasText = person.Name.Full }).Filter(new() { HasText = "opgelost" })).ToHaveCountAsync(1);
        }
    }

    private async Task<(Town Town, Mailbox Mailbox, Window Handler, StoryAtScreens Screens)> Begin(string name, Database database, Instant at)
    {
        var town = await TownOn(database);
        town.Tenant.Clock.SetTo(at - Duration.FromHours(1));
        var mailbox = await Mailbox.In(town, OrganisationOfTown.ProfileAt(town.Address.ToString()));
        var (agent, handler) = (await KnownFaceIn(town, StaffRole.Agent), await KnownFaceIn(town, StaffRole.Handler));
        return (town, mailbox, handler, new StoryAtScreens(name, town, mailbox, agent, handler, () => WindowIn(town)));
    }

    // At home on a phone: from the link in the mail to the page that says how it stands.
    private async Task<Window> Reads(Town town, Mailbox mailbox, StoryAtScreens screens, Customer person)
    {
        var resident = await WindowIn(town, Way.SmallPhone);
        await resident.Follows(screens.LinkIn(person.Email!), screens.References[person.Number], town, () => mailbox.MailsTo(person.Email!)[^1].Read().TextBody!);
        await Assertions.Expect(resident.Heading).ToContainTextAsync("118-042");
        await screens.Picture(resident, "resident-follows");
        return resident;
    }
}

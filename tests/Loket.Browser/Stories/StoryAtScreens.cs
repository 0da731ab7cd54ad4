using System.Globalization;
using System.Text.RegularExpressions;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Testing;
using NodaTime;

namespace Loket.Browser.Stories;

/// <summary>Plays a story of the demo at the screens of everybody in it, each step at its own moment. What the program does by itself is left to the program.</summary>
/// <param name="name">How the story is called.</param>
/// <param name="town">Where.</param>
/// <param name="mailbox">What goes out.</param>
/// <param name="agent">Who answers telephone and mail.</param>
/// <param name="handler">Who works on the case.</param>
/// <param name="newWindow">A window of somebody from outside.</param>
internal sealed partial class StoryAtScreens(string name, Town town, Mailbox mailbox, Window agent, Window handler, Func<Task<Window>> newWindow)
{
    private readonly Dictionary<int, string> references = [];
    private readonly Dictionary<string, Window> partners = new(StringComparer.Ordinal);
    private Instant played = Instant.MinValue;
    private int pictures;

    /// <summary>The reference that somebody got, by the number of the customer; of who came more than once, the last.</summary>
    public IReadOnlyDictionary<int, string> References => references;

    /// <summary>The reference of the first contact.</summary>
    public string First { get; private set; } = "";

    /// <summary>Plays it from where it was left.</summary>
    /// <param name="story">The story.</param>
    /// <param name="until">Up to this moment; without it to the end.</param>
    public async Task Play(Story story, Instant? until = null)
    {
        var moments = story.Contacts.Index().Select(contact => (contact.Item.At, Act: (Func<Task>)(() => Register(contact.Index, contact.Item))))
            .Concat(story.Events.Index().Select(happened => (happened.Item.At, Act: (Func<Task>)(() => Happen(story, happened.Index)))));
        var end = until ?? Instant.MaxValue;
        foreach (var (at, act) in moments.Where(moment => moment.At > played && moment.At <= end).OrderBy(moment => moment.At))
        {
            await town.PassUntil(at);
            await act();
            await town.RunJobs();
        }

        played = end;
    }

    /// <summary>A picture for people to look at, numbered in the order of the story.</summary>
    public Task Picture(Window window, string what) => window.Picture(string.Create(CultureInfo.InvariantCulture, $"stories/{name}/{++pictures:00}-{what}"));

    /// <summary>The path of the link that came in the last mail to an address.</summary>
    public string LinkIn(string email) => new Uri(Link().Match(mailbox.MailsTo(email)[^1].Read().TextBody!).Value).PathAndQuery;

    private async Task Register(int index, StoryContact contact)
    {
        var person = contact.By!;
        if (contact.Channel == Channel.Web) references[person.Number] = await Reported(index, contact);
        else references[person.Number] = await Taken(index, contact);
        if (index == 0) First = references[person.Number];
    }

    private async Task<string> Taken(int index, StoryContact contact)
    {
        await agent.Hears(contact, wasHere: references.ContainsKey(contact.By!.Number));
        if (index == 0)
        {
            await Picture(agent, "agent-hears");
            await agent.MakesCase();
        }
        else
        {
            await agent.LooksAtTheFirst(contact.Place!.Told == PlaceTold.AssetNumber ? "Zelfde object en onderwerp" : "Dichtbij, zelfde onderwerp");
            await Picture(agent, $"agent-sees-it-is-known-{index + 1}");
            await agent.JoinsTheFirst();
        }

        if (index < 3) await Picture(agent, $"agent-receipt-{index + 1}");
        return await agent.Reference();
    }

    private async Task<string> Reported(int index, StoryContact contact)
    {
        var resident = await newWindow();
        var reference = await resident.Reports(contact);
        await Picture(resident, $"resident-sent-{index + 1}");
        if (index == 0) await resident.Says("Aannemer Lichtmeer doet dit voor ons.");
        else if (contact.Place!.Told == PlaceTold.AssetNumber)
        {
            await resident.Says("Dit is bij ons bekend sinds");
            await resident.Says($"Dit is de {index + 1}e melding hierover.");
        }
        else
        {
            await resident.KeepsSilentAbout("bekend sinds");
            await Confirm(reference);
        }

        return reference;
    }

    // With only a street the program is not sure: it suggests, and somebody confirms.
    private async Task Confirm(string reference)
    {
        await town.RunJobs();
        await agent.Open("/werk/verdelen");
        await Picture(agent, "agent-to-divide");
        await agent.Open("/zaken/" + reference);
        await agent.Says("Lijkt dit erop?");
        await Picture(agent, "agent-looks-at-suggestion");
        await agent.Act(agent.Page.Locator("form[action*='handler=Join'] button").First);
        await agent.Says("Het contact staat nu bij deze zaak");
    }

    private async Task Happen(Story story, int index)
    {
        var happened = story.Events[index];
        switch (happened.Kind)
        {
            case StoryEventKind.HandedOver when happened.Party == PartnerKeys.GridOperator: await HandsOver(happened.Party, happened.Text!); break;
            case StoryEventKind.Accepted:
                var partner = await Partner(happened.Party!);
                await Picture(partner, happened.Party + "-asked");
                await partner.Accepts("W-1042", happened.Planned);
                break;
            // The last word of a partner before the case goes to another: done here, not solved.
            case StoryEventKind.Progress when story.Events[index + 1].Kind == StoryEventKind.HandedOver: await (await Partner(happened.Party!)).Finishes(happened.Text!, solved: false); break;
            case StoryEventKind.Progress: await (await Partner(happened.Party!)).TellsNews(happened.Text!, happened.Planned); break;
            case StoryEventKind.ReportedDone: await (await Partner(happened.Party!)).Finishes(happened.Text!, solved: true); break;
            // What a partner reports at the end is told by itself.
            case StoryEventKind.Answered when story.Events.All(other => other.Kind != StoryEventKind.Closed || other.At != happened.At): await Answered(happened.Text!); break;
        }
    }

    /// <summary>The handler gives the case to a partner, with a question.</summary>
    public async Task HandsOver(string partner, string question)
    {
        await handler.Open("/zaken/" + First);
        await Picture(handler, "handler-hears-of-the-cable");
        await handler.Unfold("Doorgeven aan een ketenpartner");
        await handler.Page.Locator("[name='HandOver.Partner']").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = Partners.Find(partner)!.Name.Dutch });
        await handler.Fill("Wat vraagt u?", question);
        await handler.Press("Geef door");
        await handler.Says("De zaak is doorgegeven");
    }

    private async Task Answered(string text)
    {
        await handler.Open($"/zaken/{First}/antwoord");
        await handler.Page.Locator("[name='Form.Text']").FillAsync(text);
        await handler.Act(handler.Page.Locator("form[action*='handler=Preview'] button:not([formaction])").First);
        await Picture(handler, "handler-answers");
        await handler.Press("Verstuur");
        await handler.Says("Uw antwoord is verstuurd");
    }

    /// <summary>Somebody of a partner, who opens the link that came in their own mail.</summary>
    public async Task<Window> Partner(string key)
    {
        if (!partners.TryGetValue(key, out var window)) partners[key] = window = await newWindow();
        await window.Open(LinkIn(StaffList.Invent(TownFounder.Seed).First(person => person.WorksFor == key).Email));
        return window;
    }

    [GeneratedRegex(@"http://\S+/(partner|volgen)[^\s)\]]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}

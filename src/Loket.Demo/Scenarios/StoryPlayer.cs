using System.Globalization;
using System.Text.Json.Nodes;
using Loket.Demo.Playing;
using Loket.Demo.Town;
using NodaTime;
using NodaTime.Text;

namespace Loket.Demo.Scenarios;

/// <summary>One contact of a story as the program took it.</summary>
/// <param name="Story">In which story.</param>
/// <param name="Contact">What was told.</param>
/// <param name="Reference">What the program gave the person.</param>
/// <param name="SureOfAnother">Whether the program was certain, wrongly, that it is about a case of another story.</param>
internal sealed record PlayedContact(Story Story, StoryContact Contact, string Reference, bool SureOfAnother = false);

/// <summary>Plays stories through the API, at their own moments on the business clock. What the program does by itself (placing, chasing, escalating, telling,
/// closing on a partner's report) is left to the program.</summary>
internal sealed class StoryPlayer(Stage stage, StoryCast cast, IProgress<string> progress)
{
    private static readonly Duration Step = Duration.FromHours(1);
    private static readonly Duration AgentLooks = Duration.FromMinutes(10);

    private readonly List<PlayedContact> contacts = [];

    /// <summary>The contacts so far, in order.</summary>
    public IReadOnlyList<PlayedContact> Contacts => contacts;

    /// <summary>Plays the stories together, in order of time, and lets the last letters go out.</summary>
    public async Task Play(IReadOnlyList<Story> stories, CancellationToken cancel)
    {
        var moments = stories.SelectMany(story => story.Contacts
            .Select(contact => (contact.At, Act: (Func<Task>)(() => Register(story, contact, cancel))))
            .Concat(story.Events.Select(happened => (happened.At, Act: (Func<Task>)(() => Happen(story, happened, cancel)))))).OrderBy(moment => moment.At).ToList();
        foreach (var (at, act) in moments)
        {
            await PassUntil(at, cancel);
            await act();
            await stage.RunJobs(cancel);
        }

        await PassUntil(moments[^1].At + Duration.FromHours(2), cancel);
    }

    // In steps, so that what falls due in between is done at its own moment and not at the next one of the story.
    private async Task PassUntil(Instant at, CancellationToken cancel)
    {
        while (at - stage.Tenant.Clock.Now() is { } left && left > Duration.Zero) await stage.Pass(Duration.Min(left, Step), cancel);
    }

    private async Task Register(Story story, StoryContact contact, CancellationToken cancel)
    {
        progress.Report($"{contact.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {contact.Channel}: {contact.Subject}");
        contacts.Add(contact.Channel is Channel.Web ? await Report(story, contact, cancel) : await Take(story, contact, cancel));
    }

    /// <summary>A resident fills in the site: words and a place. What it is about, and whether it is what others reported, is for the program to find out.</summary>
    private async Task<PlayedContact> Report(Story story, StoryContact contact, CancellationToken cancel)
    {
        var matter = new JsonObject { ["subject"] = contact.Text.Split(". ")[0], ["text"] = contact.Text, ["kind"] = "report", ["place"] = ApiBodies.PlaceOf(contact.Place) };
        var taken = await Send(cast.Website, contact, matter, null, cancel);
        var reference = taken["reference"]!.GetValue<string>();
        if (!taken["looksKnown"]!.GetValue<bool>()) return new PlayedContact(story, contact, reference);
        await PassUntil(contact.At + AgentLooks, cancel);
        return new PlayedContact(story, contact, reference, await Confirm(story, contact, reference, cancel));
    }

    /// <summary>The agent hears what somebody wants and chooses the subject; joins the case of the same story where the program shows it, else makes a case.</summary>
    private async Task<PlayedContact> Take(Story story, StoryContact contact, CancellationToken cancel)
    {
        var earlier = contacts.Find(one => one.Contact.By is { } by && by.Number == contact.By?.Number)?.Reference;
        var question = new JsonObject { ["subject"] = contact.Subject, ["category"] = story.Category!.Key, ["place"] = ApiBodies.PlaceOf(contact.Place) };
        if (earlier is not null) question["sameCustomerAs"] = earlier;
        var (same, sureOfAnother) = await Suggested(story, question, cancel);
        var matter = new JsonObject
        {
            ["subject"] = contact.Subject, ["text"] = contact.Text, ["category"] = story.Category.Key, ["place"] = ApiBodies.PlaceOf(contact.Place),
            ["ending"] = same is null ? new JsonObject { ["kind"] = "newCase" } : new JsonObject { ["kind"] = "join", ["case"] = same },
        };
        var taken = await Send(cast.Agent, contact, matter, earlier, cancel);
        return new PlayedContact(story, contact, taken["reference"]!.GetValue<string>(), sureOfAnother);
    }

    private static async Task<JsonNode> Send(ApiCaller caller, StoryContact contact, JsonObject matter, string? earlier, CancellationToken cancel)
    {
        var body = new JsonObject { ["channel"] = ApiBodies.Name(contact.Channel), ["matters"] = new JsonArray(matter) };
        if (earlier is not null) body["sameCustomerAs"] = earlier;
        if (contact.By is { } person) (body["person"], body["replyBy"]) = (ApiBodies.PersonOf(person), ApiBodies.Name(person.Preferred));
        return (await caller.Post("contacts", body, cancel))!["matters"]![0]!;
    }

    /// <summary>The agent looks at what waits in triage because it may be known, and puts it on the case of the same story where that is suggested.</summary>
    /// <returns>Whether the program was certain of a case of another story.</returns>
    private async Task<bool> Confirm(Story story, StoryContact contact, string reference, CancellationToken cancel)
    {
        var waiting = (await cast.Agent.Get($"cases/{reference}", cancel))!;
        var number = waiting["reference"]!.GetValue<string>();
        var inTriage = (await cast.Agent.Get("cases?list=triage", cancel))!["cases"]!.AsArray();
        if (inTriage.All(row => row!["reference"]!.GetValue<string>() != number)) return false;

        var question = new JsonObject { ["subject"] = waiting["subject"]!.GetValue<string>(), ["category"] = waiting["category"]?.GetValue<string>(), ["place"] = ApiBodies.PlaceOf(contact.Place) };
        var (same, sureOfAnother) = await Suggested(story, question, cancel);
        if (same is not null) await cast.Agent.Post($"cases/{same}/contacts", new JsonObject { ["contact"] = reference }, cancel);
        return sureOfAnother;
    }

    /// <summary>What the program shows: the case of the same story, where it is there, and whether it is certain of one of another.</summary>
    private async Task<(string? Same, bool SureOfAnother)> Suggested(Story story, JsonObject question, CancellationToken cancel)
    {
        var shown = (await cast.Agent.Post("suggestions", question, cancel))!.AsArray();
        var own = contacts.Exists(one => one.Story == story) ? (await CaseOf(story, cancel))["reference"]!.GetValue<string>() : null;
        return (
            shown.Any(one => one!["case"]!.GetValue<string>() == own) ? own : null,
            shown.Any(one => one!["case"]!.GetValue<string>() != own && one["certain"]!.GetValue<bool>()));
    }

    private async Task Happen(Story story, StoryEvent happened, CancellationToken cancel)
    {
        switch (happened.Kind)
        {
            case StoryEventKind.HandedOver:
                var found = await CaseOf(story, cancel);
                if (found["partner"]?["key"]?.GetValue<string>() == happened.Party) return;   // placed there by a rule already
                await cast.Handler.Post("handovers", new JsonObject
                {
                    ["case"] = found["reference"]!.GetValue<string>(), ["partner"] = happened.Party, ["question"] = happened.Text ?? story.Case!.Subject,
                }, cancel, found["version"]!.GetValue<int>());
                break;
            case StoryEventKind.Accepted: await Reply(story, happened, "accept", cancel); break;
            // The last word of a partner before the case goes to another one: done here, not solved.
            case StoryEventKind.Progress when GoesOn(story, happened): await Reply(story, happened, "finish", cancel, solved: false); break;
            case StoryEventKind.Progress: await Reply(story, happened, "progress", cancel); break;
            case StoryEventKind.ReportedDone: await Reply(story, happened, "finish", cancel, solved: true); break;
        }
    }

    private static bool GoesOn(Story story, StoryEvent happened) =>
        story.Events.FirstOrDefault(next =>
            next.At > happened.At && next.Kind is StoryEventKind.HandedOver or StoryEventKind.ReportedDone or StoryEventKind.Progress)
            is { Kind: StoryEventKind.HandedOver } next && next.Party != happened.Party;

    private async Task Reply(Story story, StoryEvent happened, string kind, CancellationToken cancel, bool? solved = null)
    {
        var partner = cast.Partner(happened.Party!);
        var seen = await partner.Get($"cases/{(await CaseOf(story, cancel))["reference"]!.GetValue<string>()}", cancel);
        var body = new JsonObject { ["kind"] = kind };
        if (happened.Text is { } text || kind == "finish") body["text"] = happened.Text ?? "Klaar.";
        if (happened.Planned is { } day) body["plannedOn"] = LocalDatePattern.Iso.Format(day);
        if (solved is { } known) body["solved"] = known;
        var handover = seen!["handovers"]![0]!;
        await partner.Post($"handovers/{handover["id"]!.GetValue<string>()}/replies", body, cancel, handover["version"]!.GetValue<int>());
    }

    private async Task<JsonNode> CaseOf(Story story, CancellationToken cancel) =>
        (await cast.Handler.Get($"cases/{contacts.First(one => one.Story == story).Reference}", cancel))!;
}

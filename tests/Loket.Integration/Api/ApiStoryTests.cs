using System.Net;
using System.Text.Json.Nodes;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Api;

/// <summary>What a program does to cases and how it follows what came of it.</summary>
public sealed class ApiStoryTests
{
    private const string Lamp = """{"channel":"web","person":{"name":"Jo Bakker","email":"jo@voorbeeld.example"},"replyBy":"email","matters":[{"subject":"Lamp 118-042 is uit","category":"street-light","place":{"asset":"118-042"},"ending":{"kind":"newCase"}}]}""";
    private static readonly Right[] Agent = [Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases, Right.Triage, Right.HandOver];

    [Theory, BothDatabases]
    public async Task A_case_goes_to_a_partner_and_is_taken_back_by_who_saw_how_it_stood(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        var known = await Known(agent, "vermin");
        var offer = $$"""{"case":"{{known}}","partner":"housing-corporation","question":"Willen jullie dit bestrijden?"}""";
        using var seen = await agent.Read($"cases/{known}");

        using var unseen = await agent.Post("handovers", offer);
        using var stale = await agent.Post("handovers", offer, version: "\"99\"");
        using var offered = await agent.Post("handovers", offer, "offer-1", seen.Headers.ETag!.Tag);
        using var again = await agent.Post("handovers", offer, "offer-1", seen.Headers.ETag.Tag);

        Assert.Equal((428, 412, 201, 201), ((int)unseen.StatusCode, (int)stale.StatusCode, (int)offered.StatusCode, (int)again.StatusCode));
        var handover = (await offered.Json())["handovers"]![0]!["id"]!.GetValue<string>();
        Assert.Single((await again.Json())["handovers"]!.AsArray());

        var back = $"handovers/{handover}/taking-back";
        using var silent = await agent.Post(back, """{"reason":""}""", version: offered.Headers.ETag!.Tag);
        using var old = await agent.Post(back, """{"reason":"Wij doen het zelf."}""", version: "\"99\"");
        using var taken = await agent.Post(back, """{"reason":"Wij doen het zelf."}""", "back-1", offered.Headers.ETag.Tag);
        using var over = await agent.Post(back, """{"reason":"Wij doen het zelf."}""", version: taken.Headers.ETag!.Tag);
        using var repeated = await agent.Post(back, """{"reason":"Wij doen het zelf."}""", "back-1", offered.Headers.ETag.Tag);

        Assert.Equal((422, 412, 200, 409, 200), ((int)silent.StatusCode, (int)old.StatusCode, (int)taken.StatusCode, (int)over.StatusCode, (int)repeated.StatusCode));
        Assert.Equal(taken.Headers.ETag.Tag, repeated.Headers.ETag!.Tag);
        var stands = await taken.Json();
        Assert.Null(stands["partner"]);
        Assert.Equal("takenBack", stands["handovers"]![0]!["state"]!.GetValue<string>());
        Assert.NotEqual(offered.Headers.ETag.Tag, taken.Headers.ETag.Tag);
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_hand_over_neither_offers_nor_takes_back(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        using var website = await town.Program(Right.RegisterContacts, Right.SeeCases);
        using var registered = await agent.Post("contacts", Lamp);
        var known = (await registered.Json())["matters"]![0]!["case"]!.GetValue<string>();
        using var seen = await agent.Read($"cases/{known}");
        var handover = (await seen.Json())["handovers"]![0]!["id"]!.GetValue<string>();

        using var offer = await website.Post("handovers", $$"""{"case":"{{known}}","partner":"grid-operator","question":"Van u?"}""", version: seen.Headers.ETag!.Tag);
        using var back = await website.Post($"handovers/{handover}/taking-back", """{"reason":"Toch niet."}""", version: seen.Headers.ETag.Tag);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (offer.StatusCode, back.StatusCode));
        Assert.Equal("application/problem+json", back.Content.Headers.ContentType!.MediaType);
    }

    [Theory, BothDatabases]
    public async Task What_a_partner_replies_moves_the_handover_on_and_a_refusal_needs_its_reason(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        using var registered = await agent.Post("contacts", Lamp);
        var known = (await registered.Json())["matters"]![0]!["case"]!.GetValue<string>();
        using var contractor = await town.Program("street-light-contractor", Right.AnswerHandovers);
        using var seen = await contractor.Read($"cases/{known}");
        var replies = $"handovers/{(await seen.Json())["handovers"]![0]!["id"]!.GetValue<string>()}/replies";

        using var mute = await contractor.Post(replies, """{"kind":"refuse"}""", version: await Version());
        var before = await Version();
        using var accepted = await contractor.Post(replies, """{"kind":"accept","jobNumber":"W-7"}""", "reply-1", before);
        using var again = await contractor.Post(replies, """{"kind":"accept","jobNumber":"W-7"}""", "reply-1", before);
        using var asked = await contractor.Post(replies, """{"kind":"askBack","text":"Is er een sleutel nodig?"}""", version: await Version());
        using var unsaid = await contractor.Post(replies, """{"kind":"finish","text":"Lamp vervangen."}""", version: await Version());
        var problem = await unsaid.Json();
        Assert.Equal((422, "organisation.required", "solved"), ((int)unsaid.StatusCode, problem["code"]!.GetValue<string>(), problem["field"]!.GetValue<string>()));
        using var open = await agent.Read($"cases/{known}");
        Assert.Null((await open.Json())["closedAt"]);
        var last = await Version();
        using var done = await contractor.Post(replies, """{"kind":"finish","text":"Lamp vervangen.","solved":true}""", "reply-2", last);
        using var twice = await contractor.Post(replies, """{"kind":"finish","text":"Lamp vervangen.","solved":true}""", "reply-2", last);

        Assert.Equal(
            (422, 204, 204, 204, 204, 204),
            ((int)mute.StatusCode, (int)accepted.StatusCode, (int)again.StatusCode, (int)asked.StatusCode, (int)done.StatusCode, (int)twice.StatusCode));
        var handover = (await (await agent.Read($"cases/{known}")).Json())["handovers"]![0]!;
        Assert.Equal(("done", "W-7"), (handover["state"]!.GetValue<string>(), handover["jobNumber"]!.GetValue<string>()));

        async Task<string> Version() => $"\"{(await (await contractor.Read($"cases/{known}")).Json())["handovers"]![0]!["version"]!.GetValue<int>()}\"";
    }

    [Theory, BothDatabases]
    public async Task The_state_of_messages_and_the_timeline_come_a_page_at_a_time_newest_first(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var agent = await town.Program(Agent);
        using var registered = await agent.Post("contacts", Lamp);
        var known = (await registered.Json())["matters"]![0]!["case"]!.GetValue<string>();
        Assert.All(await Pages(agent, $"cases/{known}/messages"), one => Assert.Equal("queued", one["state"]!.GetValue<string>()));
        await town.RunJobs();

        var messages = await Pages(agent, $"cases/{known}/messages");
        var timeline = await Pages(agent, $"cases/{known}/timeline");

        Assert.All(messages, one => Assert.Equal(("sent", "email"), (one["state"]!.GetValue<string>(), one["channel"]!.GetValue<string>())));
        Assert.NotEmpty(messages);
        Assert.True(timeline.Count > 2);
        Assert.Equal(timeline.Count, timeline.DistinctBy(one => one["id"]!.GetValue<string>()).Count());
        Assert.Equal(timeline.Select(At).OrderDescending(StringComparer.Ordinal), timeline.Select(At));
        Assert.Contains(timeline, one => one["event"]!.GetValue<string>() == "case.opened");

        // What happens meanwhile pushes nothing that was read onto the next page.
        using var top = await agent.Read($"cases/{known}/timeline?size=2");
        var last = Id((await top.Json())[1]!);
        using var joined = await agent.Post("contacts", Lamp.Replace("""{"kind":"newCase"}""", $$"""{"kind":"join","case":"{{known}}"}""", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Created, joined.StatusCode);
        using var below = await agent.Read($"cases/{known}/timeline?size=2&before={last}");
        var expected = timeline.Select(Id).SkipWhile(id => id != last).Skip(1).Take(2).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, (await below.Json()).AsArray().Select(line => Id(line!)));
    }

    [Theory, BothDatabases]
    public async Task Two_matters_of_one_contact_about_one_lamp_are_one_case_on_which_it_counts_once(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        var references = new List<string>();
        var cases = new HashSet<string>(StringComparer.Ordinal);
        // Nobody chose, of what is new and of what is known; and somebody did.
        foreach (var (ending, outcome, contacts) in ((string, string, int)[])[("""{"kind":"byItself"}""", "newCase", 1), ("""{"kind":"byItself"}""", "joined", 2), ("join", "joined", 3)])
        {
            var ends = ending == "join" ? $$"""{"kind":"join","case":"{{cases.Single()}}"}""" : ending;
            var lamp = Lamp.Replace("""{"kind":"newCase"}""", ends, StringComparison.Ordinal);
            var matter = lamp[(lamp.IndexOf("\"matters\":[", StringComparison.Ordinal) + 11)..^2];
            using var posted = await agent.Post("contacts", lamp.Replace(matter, matter + "," + matter.Replace("is uit", "knippert", StringComparison.Ordinal), StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.Created, posted.StatusCode);

            var matters = (await posted.Json())["matters"]!.AsArray();
            Assert.Equal([outcome, "joined"], matters.Select(one => one!["outcome"]!.GetValue<string>()));
            Assert.All(matters, one => Assert.Equal(contacts, one!["contacts"]!.GetValue<int>()));
            references.AddRange(matters.Select(one => one!["reference"]!.GetValue<string>()));
            cases.UnionWith(matters.Select(one => one!["case"]!.GetValue<string>()));
        }

        var known = Assert.Single(cases);
        Assert.Equal(6, references.Distinct(StringComparer.Ordinal).Count());
        foreach (var reference in references) Assert.Equal(known, (await Stands(reference))["reference"]!.GetValue<string>());
        Assert.Single((await (await agent.Read("cases")).Json())["cases"]!.AsArray());

        // The contact stays for as long as one of its two does.
        foreach (var (reference, contacts) in ((string, int)[])[(references[5], 3), (references[4], 2)])
        {
            using var undone = await agent.Post($"contacts/{reference}/undoing", "{}");
            Assert.Equal((HttpStatusCode.NoContent, contacts), (undone.StatusCode, (await Stands(known))["contacts"]!.GetValue<int>()));
        }

        async Task<JsonNode> Stands(string reference)
        {
            using var seen = await agent.Read($"cases/{reference}");
            return await seen.Json();
        }
    }

    [Theory, BothDatabases]
    public async Task However_a_matter_ended_it_can_be_undone_once(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        var known = await Known(agent, "vermin");
        var join = $$"""{"kind":"join","case":"{{known}}"}""";
        foreach (var ending in (string[])["""{"kind":"answered","answer":"Het loket is open."}""", """{"kind":"forward","body":"water-board"}""", """{"kind":"newCase"}""", join])
        {
            using var registered = await agent.Post("contacts", Lamp.Replace("""{"kind":"newCase"}""", ending, StringComparison.Ordinal));
            Assert.Equal((ending, HttpStatusCode.Created), (ending, registered.StatusCode));
            var matter = (await registered.Json())["matters"]![0]!["reference"]!.GetValue<string>();

            using var undone = await agent.Post($"contacts/{matter}/undoing", "{}", "undo-" + matter);
            using var again = await agent.Post($"contacts/{matter}/undoing", "{}", "undo-" + matter);
            using var twice = await agent.Post($"contacts/{matter}/undoing", "{}");
            Assert.Equal((ending, 204, 204, 404), (ending, (int)undone.StatusCode, (int)again.StatusCode, (int)twice.StatusCode));
            using var stands = await agent.Read($"cases/{known}");
            Assert.Equal((ending, 1), (ending, (await stands.Json())["contacts"]!.GetValue<int>()));
        }

        using var unknown = await agent.Post("contacts/HLM-0000-0000/undoing", "{}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(known, Assert.Single((await (await agent.Read("cases")).Json())["cases"]!.AsArray())!["reference"]!.GetValue<string>());
    }

    [Theory, BothDatabases]
    public async Task What_is_sensitive_does_not_exist_for_a_program_without_its_group(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        using var registered = await agent.Post("contacts", Lamp.Replace("street-light", "debt", StringComparison.Ordinal));
        var matter = (await registered.Json())["matters"]![0]!;

        Assert.Null(matter["case"]);
        using var opened = await agent.Read("cases/" + matter["reference"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
        Assert.Empty((await (await agent.Read("cases")).Json())["cases"]!.AsArray());
        using var similar = await agent.Post("suggestions", """{"subject":"Lamp 118-042 is uit","category":"debt","place":{"asset":"118-042"}}""", key: null);
        Assert.Empty((await similar.Json()).AsArray());
    }

    [Theory, BothDatabases]
    public async Task What_a_resident_tells_a_partner_comes_in_by_the_program_of_that_partner(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        using var contractor = await town.Program("street-light-contractor", Right.AnswerHandovers, Right.RegisterContacts);
        using var grid = await town.Program("grid-operator", Right.AnswerHandovers);
        const string Told = """{"channel":"partner","person":{"email":"jo@voorbeeld.example"},"replyBy":"email","matters":[{"subject":"Lantaarnpaal 118-042 brandt niet","place":{"asset":"118-042"}}]}""";

        using var first = await contractor.Post("contacts", Told, "told-1");
        using var again = await contractor.Post("contacts", Told, "told-1");
        using var second = await contractor.Post("contacts", Told.Replace("jo@", "bo@", StringComparison.Ordinal));
        using var refused = await grid.Post("contacts", Told);

        Assert.Equal((201, 201, 201, 403), ((int)first.StatusCode, (int)again.StatusCode, (int)second.StatusCode, (int)refused.StatusCode));
        Assert.Equal((await first.Json()).ToJsonString(), (await again.Json()).ToJsonString());
        var (one, other) = ((await first.Json())["matters"]![0]!, (await second.Json())["matters"]![0]!);
        Assert.Equal(("newCase", "joined", 2), (one["outcome"]!.GetValue<string>(), other["outcome"]!.GetValue<string>(), other["contacts"]!.GetValue<int>()));

        // The rule for lamps places it with the contractor itself, who is told of a case like of any other.
        var known = await (await agent.Read($"cases/{one["reference"]}")).Json();
        Assert.Equal(("street-light", "street-light-contractor"), (known["category"]!.GetValue<string>(), known["partner"]!["key"]!.GetValue<string>()));
        Assert.Equal(["partner", "partner"], known["people"]!.AsArray().Select(person => person!["channel"]!.GetValue<string>()));
        using var seen = await contractor.Read($"cases/{known["reference"]}");
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        await using var db = town.Open();
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM contacts WHERE partner IS NOT NULL").SingleAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> Known(HttpClient agent, string category)
    {
        using var registered = await agent.Post("contacts", Lamp.Replace("street-light", category, StringComparison.Ordinal).Replace(""","place":{"asset":"118-042"}""", "", StringComparison.Ordinal));
        return (await registered.Json())["matters"]![0]!["case"]!.GetValue<string>();
    }

    private static string Id(JsonNode line) => line["id"]!.GetValue<string>();

    private static string At(JsonNode line) => line["at"]!.GetValue<string>();

    private static async Task<List<JsonNode>> Pages(HttpClient agent, string path)
    {
        var all = new List<JsonNode>();
        while (true)
        {
            using var answer = await agent.Read($"{path}?size=1" + (all.Count > 0 ? "&before=" + all[^1]["id"]!.GetValue<string>() : ""));
            if ((await answer.Json()).AsArray() is not [{ } one]) return all;
            all.Add(one.DeepClone());
        }
    }
}

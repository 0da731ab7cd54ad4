using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Organisation.Clients;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Api;

public sealed class ApiV1Tests
{
    private const string Lamp = """{"channel":"phone","person":{"phone":"06 12345678"},"matters":[{"subject":"Lamp 118-042 is uit","category":"street-light","place":{"asset":"118-042"},"ending":{"kind":"newCase"}}]}""";
    private static readonly Right[] Agent = [Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases, Right.Triage, Right.HandOver];

    [Theory, BothDatabases]
    public async Task A_secret_gives_a_token_and_nothing_else_does(Database database)
    {
        await using var town = await Town.On(database);
        var client = await town.Make(new ClientDetails("website", "Website", [Right.RegisterContacts]));
        using var http = town.Client();

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.Read("cases")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.AskToken(client.Key, client.Secret)).StatusCode);
        using var wrong = await http.AskToken(client.Key, client.Secret[..^1] + (client.Secret[^1] == 'A' ? 'E' : 'A'));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (wrong.StatusCode, (await wrong.Json())["error"]!.GetValue<string>()));

        foreach (var (secret, status) in ((string, HttpStatusCode)[])[(client.Secret, HttpStatusCode.OK), ("geheim", HttpStatusCode.Unauthorized)])
        {
            using var basic = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/token", UriKind.Relative)) { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
            basic.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Key}:{secret}")));
            using var answer = await http.SendAsync(basic, TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Theory, BothDatabases]
    public async Task A_token_is_good_for_nothing_once_its_hour_is_over_or_its_program_closed(Database database)
    {
        await using var town = await Town.On(database);
        var client = await town.Make(new ClientDetails("website", "Website", [Right.SeeCases]));
        using var http = town.Client();
        await Token();
        await using (var db = town.Open())
            await db.Database.ExecuteSqlRawAsync("UPDATE client_tokens SET ends_at = ends_at - 3600000000", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.Read("cases")).StatusCode);

        await Token();
        var closed = await town.Use<CloseClient, Result<Done>>(close => close.Handle(client.Id, Loket.Organisation.Rights.Actor.System, TestContext.Current.CancellationToken));
        Assert.True(closed.Succeeded, closed.Failure?.Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.Read("cases")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.AskToken(client.Key, client.Secret)).StatusCode);

        async Task Token()
        {
            using var given = await http.AskToken(client.Key, client.Secret);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await given.Json())["access_token"]!.GetValue<string>());
            Assert.Equal(HttpStatusCode.OK, (await http.Read("cases")).StatusCode);
        }
    }

    [Theory, BothDatabases]
    public async Task A_program_may_do_what_it_was_given_and_no_more(Database database)
    {
        await using var town = await Town.On(database);
        using var website = await town.Program(Right.RegisterContacts);

        using var registered = await website.Post("contacts", Lamp);
        using var refused = await website.Read("cases");

        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        Assert.Null((await registered.Json())["matters"]![0]!["case"]);
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.Equal("request.not-allowed", (await refused.Json())["code"]!.GetValue<string>());
    }

    [Theory, BothDatabases]
    public async Task A_retry_with_the_same_key_registers_one_contact_and_another_question_is_refused(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);

        using var first = await agent.Post("contacts", Lamp, "wish-1");
        using var again = await agent.Post("contacts", Lamp, "wish-1");
        using var other = await agent.Post("contacts", Lamp.Replace("is uit", "knippert", StringComparison.Ordinal), "wish-1");
        using var none = await agent.Post("contacts", Lamp, key: null);

        Assert.Equal((await first.Json()).ToJsonString(), (await again.Json()).ToJsonString());
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (other.StatusCode, none.StatusCode));
        Assert.Single((await (await agent.Read("cases")).Json())["cases"]!.AsArray());
    }

    [Theory, BothDatabases]
    public async Task A_village_that_is_not_ours_is_refused_with_its_field_and_nothing_is_registered(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        foreach (var (path, body) in new[]
        {
            ("contacts", """{"channel":"phone","matters":[{"subject":"Lamp uit","place":{"village":"Atlantis"},"ending":{"kind":"newCase"}}]}"""),
            ("suggestions", """{"subject":"Lamp uit","place":{"village":"Atlantis"}}"""),
        })
        {
            using var answer = await agent.Post(path, body);
            var problem = await answer.Json();
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "places.unknown-area"), (answer.StatusCode, problem["code"]!.GetValue<string>()));
            Assert.EndsWith("place.village", problem["field"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty((await (await agent.Read("cases")).Json())["cases"]!.AsArray());
        using var named = await agent.Post("contacts", """{"channel":"phone","matters":[{"subject":"Lamp uit","place":{"village":"Zwanenburg"},"ending":{"kind":"newCase"}}]}""");
        Assert.Equal(HttpStatusCode.Created, named.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task What_is_misspelt_is_refused_with_the_place_where_it_stands(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);

        using var answer = await agent.Post("contacts", Lamp.Replace("\"subject\"", "\"subjekt\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("matters[0]", (await answer.Json())["field"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_program_gets_as_many_suggestions_as_it_asks_for(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        foreach (var number in Enumerable.Range(0, 7))
        {
            using var made = await agent.Post("contacts", Lamp, $"lamp-{number}");
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }

        Assert.Equal((6, 7), (await Suggested(6), await Suggested(100)));
        foreach (var size in (int[])[0, 101])
        {
            using var refused = await Ask(size);
            Assert.Equal("request.page-size", (await refused.Json())["code"]!.GetValue<string>());
        }

        async Task<int> Suggested(int size)
        {
            using var answer = await Ask(size);
            return (await answer.Json()).AsArray().Count;
        }

        Task<HttpResponseMessage> Ask(int size) =>
            agent.Post("suggestions", $$"""{"size":{{size}},"subject":"lamp kapot","category":"street-light","place":{"asset":"118-042"} }""", key: null);
    }

    [Theory, BothDatabases]
    public async Task A_suggestion_is_joined_and_the_joining_undone(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        using var first = await agent.Post("contacts", Lamp);
        using var suggested = await agent.Post("suggestions", """{"subject":"lamp kapot","category":"street-light","place":{"asset":"118-042"}}""", key: null);
        var known = (await suggested.Json())[0]!["case"]!.GetValue<string>();

        using var second = await agent.Post("contacts", Lamp.Replace("{\"kind\":\"newCase\"}", $$"""{"kind":"join","case":"{{known}}"}""", StringComparison.Ordinal));
        var contact = (await second.Json())["matters"]![0]!["reference"]!.GetValue<string>();
        using var seen = await agent.Read($"cases/{known}");
        using var unseen = await Leave(agent, known, contact, null);
        using var stale = await Leave(agent, known, contact, "\"0\"");
        using var left = await Leave(agent, known, contact, seen.Headers.ETag!.Tag);
        using var joined = await agent.Post($"cases/{known}/contacts", $$"""{"contact":"{{contact}}"}""", "join-1");
        using var again = await agent.Post($"cases/{known}/contacts", $$"""{"contact":"{{contact}}"}""", "join-1");

        Assert.Equal(2, (await seen.Json())["contacts"]!.GetValue<int>());
        Assert.Equal((428, 412, 204), ((int)unseen.StatusCode, (int)stale.StatusCode, (int)left.StatusCode));
        Assert.Equal((HttpStatusCode.OK, 2), (joined.StatusCode, (await joined.Json())["contacts"]!.GetValue<int>()));
        Assert.Equal((HttpStatusCode.OK, (await joined.Json()).ToJsonString()), (again.StatusCode, (await again.Json()).ToJsonString()));
    }

    [Theory, BothDatabases]
    public async Task A_partner_sees_and_answers_what_is_with_it_and_nothing_else(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        using var registered = await agent.Post("contacts", Lamp);
        var known = (await registered.Json())["matters"]![0]!["case"]!.GetValue<string>();
        using var contractor = await town.Program("street-light-contractor", Right.AnswerHandovers);
        using var grid = await town.Program("grid-operator", Right.AnswerHandovers);
        using var seen = await contractor.Read($"cases/{known}");
        var (handover, version) = ((await seen.Json())["handovers"]![0]!["id"]!.GetValue<string>(), $"\"{(await seen.Json())["handovers"]![0]!["version"]!.GetValue<int>()}\"");

        using var hidden = await grid.Read($"cases/{known}");
        using var notTheirs = await grid.Post($"handovers/{handover}/replies", """{"kind":"accept"}""", version: version);
        using var accepted = await contractor.Post($"handovers/{handover}/replies", """{"kind":"accept","jobNumber":"W-1"}""", version: version);
        using var timeline = await agent.Read($"cases/{known}/timeline");

        Assert.Empty((await seen.Json())["people"]!.AsArray());
        Assert.Equal((404, 404, 204), ((int)hidden.StatusCode, (int)notTheirs.StatusCode, (int)accepted.StatusCode));
        Assert.Contains((await timeline.Json()).AsArray(), line => line!["event"]!.GetValue<string>() == "handover.accepted");
    }

    [Theory, BothDatabases]
    public async Task A_job_whose_acceptance_was_not_seen_is_not_taken_back(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        using var registered = await agent.Post("contacts", Lamp);
        var known = (await registered.Json())["matters"]![0]!["case"]!.GetValue<string>();
        using var contractor = await town.Program("street-light-contractor", Right.AnswerHandovers);

        foreach (var reply in (string[])["""{"kind":"accept","jobNumber":"W-1"}""", """{"kind":"progress","text":"Onderdeel besteld."}""", """{"kind":"askBack","text":"Welke mast?"}"""])
        {
            using var seen = await agent.Read($"cases/{known}");
            var handover = (await seen.Json())["handovers"]![0]!;
            using var replied = await contractor.Post($"handovers/{handover["id"]}/replies", reply, version: $"\"{handover["version"]}\"");
            using var stale = await agent.Post($"handovers/{handover["id"]}/taking-back", """{"reason":"Dubbel"}""", version: seen.Headers.ETag!.Tag);
            Assert.Equal((reply, 204, 412), (reply, (int)replied.StatusCode, (int)stale.StatusCode));
        }

        using var now = await agent.Read($"cases/{known}");
        using var back = await agent.Post($"handovers/{(await now.Json())["handovers"]![0]!["id"]}/taking-back", """{"reason":"Dubbel"}""", version: now.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Cases_come_a_page_at_a_time_and_each_once(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.Program(Agent);
        for (var number = 1; number <= 5; number++)
        {
            using var registered = await agent.Post("contacts", Lamp.Replace("118-042", $"118-04{number}", StringComparison.Ordinal));
        }

        var found = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = await (await agent.Read("cases?size=2" + (next.Length > 0 ? "&after=" + next : ""))).Json();
            found.AddRange(page["cases"]!.AsArray().Select(row => row!["reference"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }

        Assert.Equal((5, 5), (found.Count, found.Distinct().Count()));
    }

    [Theory, BothDatabases]
    public async Task A_page_begins_where_the_one_before_ended_whatever_came_and_went_between(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.Program(Agent);
        var matters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var number = 1; number <= 6; number++)
        {
            using var registered = await agent.Post("contacts", Lamp.Replace("118-042", $"118-04{number}", StringComparison.Ordinal));
            var matter = (await registered.Json())["matters"]![0]!;
            matters[matter["case"]!.GetValue<string>()] = matter["reference"]!.GetValue<string>();
        }

        var all = (await Page("cases?size=100")).Rows;
        var first = await Page("cases?size=2");

        // Three ask about one lamp, so that it comes before all that was read: by the number of the row, the next page would begin with what this one ended with.
        var loud = Lamp.Replace("118-042", "118-049", StringComparison.Ordinal);
        using (var made = await agent.Post("contacts", loud)) Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        for (var more = 0; more < 2; more++)
        {
            using var joined = await agent.Post("contacts", loud.Replace("newCase", "byItself", StringComparison.Ordinal));
            Assert.Equal("joined", (await joined.Json())["matters"]![0]!["outcome"]!.GetValue<string>());
        }

        Assert.DoesNotContain((await Page("cases?size=1")).Rows[0], all);
        var second = await Page("cases?size=2&after=" + first.Next);

        // Two that were read are gone: by the number of the row, the next page would leave one out.
        foreach (var gone in first.Rows)
        {
            using var undone = await agent.Post($"contacts/{matters[gone]}/undoing", "{}");
            Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        }

        Assert.Empty((await Page("cases?size=100")).Rows.Intersect(first.Rows, StringComparer.Ordinal));
        var third = await Page("cases?size=2&after=" + second.Next);
        Assert.Equal(6, all.Count);
        Assert.Equal(all, first.Rows.Concat(second.Rows).Concat(third.Rows));
        Assert.Null(third.Next);

        async Task<(List<string> Rows, string? Next)> Page(string path)
        {
            using var answer = await agent.Read(path);
            var page = await answer.Json();
            return ([.. page["cases"]!.AsArray().Select(row => row!["reference"]!.GetValue<string>())], page["next"]?.GetValue<string>());
        }
    }

    [Theory, BothDatabases]
    public async Task A_letter_of_an_earlier_day_counts_from_that_day_and_keeps_what_it_was_called(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.Program(Agent);
        // Registered on Tuesday 3 March.
        const string Letter = """{"channel":"letter","receivedOn":"2026-02-27","matters":[{"subject":"Ik maak bezwaar","formalPaper":"objection","kind":"question","ending":{"kind":"newCase"}}]}""";

        using var registered = await agent.Post("contacts", Letter);
        using var tomorrow = await agent.Post("contacts", Letter.Replace("2026-02-27", "2026-03-04", StringComparison.Ordinal));
        using var phone = await agent.Post("contacts", Letter.Replace("letter", "phone", StringComparison.Ordinal));
        var known = await (await agent.Read($"cases/{(await registered.Json())["matters"]![0]!["case"]}")).Json();

        var person = known["people"]![0]!;
        Assert.Equal(("question", "2026-02-27"), (person["kind"]!.GetValue<string>(), person["receivedOn"]!.GetValue<string>()));
        Assert.StartsWith("2026-04-10", known["deadlineAt"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("contact.received-in-future", "contact.received-on-for-post-only"), (await Code(tomorrow), await Code(phone)));

        static async Task<string> Code(HttpResponseMessage answer) => (await answer.Json())["code"]!.GetValue<string>();
    }

    private static async Task<HttpResponseMessage> Leave(HttpClient agent, string known, string contact, string? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/v1/cases/{known}/contacts/{contact}", UriKind.Relative));
        if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", version);
        return await agent.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

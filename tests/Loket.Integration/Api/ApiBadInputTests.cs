using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Loket.Integration.Web;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Integration.Api;

/// <summary>Bad input in every text of every door of the interface: refused with a code, or taken as text; never broken.</summary>
public sealed class ApiBadInputTests
{
    // Where a text stands.
    private const string Here = "§";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly Door[] Doors =
    [
        .. Contacts(
            """ "person":{"name":"§"},"matters":[{"subject":"Lamp","ending":{"kind":"newCase"}}] """,
            """ "person":{"phone":"§"},"matters":[{"subject":"Lamp","ending":{"kind":"newCase"}}] """,
            """ "person":{"email":"§"},"matters":[{"subject":"Lamp","ending":{"kind":"newCase"}}] """,
            """ "person":{"address":"§"},"matters":[{"subject":"Lamp","ending":{"kind":"newCase"}}] """,
            """ "sameCustomerAs":"§","matters":[{"subject":"Lamp","ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"§","ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","text":"§","ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","place":{"text":"§"},"ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","place":{"address":"§"},"ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","place":{"asset":"§"},"ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","place":{"village":"§"},"ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","ending":{"kind":"join","case":"§"}}] """,
            """ "matters":[{"subject":"Lamp","ending":{"kind":"answered","answer":"§"}}] """,
            """ "matters":[{"subject":"Lamp","ending":{"kind":"forward","body":"§"}}] """),
        .. Contacts(
            """ "person":{"name":"A","language":"§"},"matters":[{"subject":"Lamp","ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","category":"§","ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","category":"§"}] """,
            """ "receivedOn":"§","matters":[{"subject":"Lamp","ending":{"kind":"newCase"}}] """,
            """ "matters":[{"subject":"Lamp","kind":"§","ending":{"kind":"newCase"}}] """).Select(door => door with { IsChoice = true }),
        new("POST contacts/{reference}/undoing", "contacts/§/undoing", "{}"),
        new("POST suggestions", "suggestions", """{"subject":"§"}"""),
        new("POST suggestions", "suggestions", """{"subject":"lamp","category":"§"}""", IsChoice: true),
        new("POST suggestions", "suggestions", """{"subject":"lamp","sameCustomerAs":"§"}"""),
        new("POST suggestions", "suggestions", """{"subject":"lamp","place":{"text":"§"}}"""),
        new("POST suggestions", "suggestions", """{"subject":"lamp","place":{"village":"§"}}"""),
        new("GET addresses", "addresses?typed=§"),
        new("GET cases", "cases?list=§"),
        new("GET cases", "cases?after=§"),
        new("GET cases", "cases?size=§"),
        new("GET cases/{reference}", "cases/§"),
        new("POST cases/{reference}/contacts", "cases/{case}/contacts", """{"contact":"§"}"""),
        new("POST cases/{reference}/contacts", "cases/§/contacts", """{"contact":"{case}"}"""),
        new("DELETE cases/{reference}/contacts/{contact}", "cases/{case}/contacts/§"),
        new("GET cases/{reference}/messages", "cases/§/messages"),
        new("GET cases/{reference}/messages", "cases/{case}/messages?before=§"),
        new("GET cases/{reference}/timeline", "cases/§/timeline"),
        new("GET cases/{reference}/timeline", "cases/{case}/timeline?before=§"),
        new("POST handovers", "handovers", """{"case":"§","partner":"grid-operator","question":"Kunt u dit?"}"""),
        new("POST handovers", "handovers", """{"case":"{case}","partner":"§","question":"Kunt u dit?"}"""),
        new("POST handovers", "handovers", """{"case":"{free}","partner":"grid-operator","question":"§"}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"§"}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"accept","jobNumber":"§"}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"accept","plannedOn":"§"}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"progress","jobNumber":"§"}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"progress","text":"§"}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"askBack","text":"§"}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"refuse","text":"§"}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"finish","text":"§","solved":true}"""),
        new("POST handovers/{id:guid}/replies", "handovers/{handover}/replies", """{"kind":"progress","text":"Lamp besteld.","files":["§"]}"""),
        new("GET handovers/{id:guid}/files", "handovers/§/files"),
        new("GET handovers/{id:guid}/files/{number:int}", "handovers/{handover}/files/§"),
        // A long name is cut short, as that of every file.
        new("POST handovers/{id:guid}/files", "handovers/{handover}/files?name=§", "Zo ziet het eruit.", IsChoice: true),
        new("POST handovers/{id:guid}/files", "handovers/{handover}/files?name=brief.txt", "§", IsChoice: true),
        new("POST handovers/{id:guid}/taking-back", "handovers/{handover}/taking-back", """{"reason":"§"}"""),
    ];

    [Theory, BothDatabases]
    public async Task It_is_refused_with_a_code_or_taken_as_text(Database database)
    {
        await using var town = await Town.On(database);
        using var program = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases, Right.Triage, Right.HandOver);
        var document = await (await program.Read("openapi.json")).Json();
        var complaints = new List<string>();
        foreach (var (name, text) in NastyText.All)
        {
            foreach (var door in Doors)
            {
                // The server itself takes no address with a null byte in it.
                if (name == "null byte" && door.Path.Split('?')[0].Contains(Here, StringComparison.Ordinal)) continue;
                using var answer = await Ask(program, door, text);
                var what = $"{name}: {door.Route} {door.Body ?? door.Path} gives {(int)answer.StatusCode}";
                var said = await answer.Content.ReadAsStringAsync(Cancel);
                if ((int)answer.StatusCode >= 500) complaints.Add($"{what} {said}");
                else if ((int)answer.StatusCode >= 400 && (answer.Content.Headers.ContentType?.MediaType != "application/problem+json" || !said.Contains("\"code\":", StringComparison.Ordinal))) complaints.Add($"{what} without a code");
                else if (answer.IsSuccessStatusCode && name == "long" && !door.IsChoice) complaints.Add($"{what}: a text without end");
                else if (!door.Answers(document).Contains(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture))) complaints.Add($"{what}: the document does not say so");
                else if (said.Contains("\\u0000", StringComparison.Ordinal)) complaints.Add($"{what} with a null byte");
            }
        }

        Assert.Empty(complaints);
    }

    [Theory, BothDatabases]
    public async Task A_client_that_names_itself_oddly_gets_no_token(Database database)
    {
        await using var town = await Town.On(database);
        using var http = town.Client();
        foreach (var (_, text) in NastyText.All)
        {
            using var answer = await http.AskToken(text.Length > 1_000 ? text[..1_000] : text, Convert.ToBase64String(new byte[32]).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
            Assert.Equal(401, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task Every_door_of_the_interface_is_among_them()
    {
        var routes = (await Installation.Running).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText!["/api/v1/".Length..]}"))
            .Except(["GET openapi.json", "POST token"], StringComparer.Ordinal);

        Assert.Empty(routes.Except(Doors.Select(door => door.Route), StringComparer.Ordinal));
    }

    private static IEnumerable<Door> Contacts(params string[] bodies) =>
        bodies.Select(body => new Door("POST contacts", "contacts", $$"""{"channel":"phone",{{body}}}"""));

    private static async Task<HttpResponseMessage> Ask(HttpClient program, Door door, string text)
    {
        var job = await Job.For(program, door);
        var path = job.In(door.Path).Replace(Here, Uri.EscapeDataString(text.Length > 2_000 ? text[..2_000] : text), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Parse(door.Route.Split(' ')[0]), new Uri("/api/v1/" + path, UriKind.Relative));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Headers.TryAddWithoutValidation("If-Match", door.Path.EndsWith("replies", StringComparison.Ordinal) ? job.HandoverVersion : job.Version);
        if (door.Body is { } body)
            request.Content = new StringContent(job.In(body).Replace(Here, Escaped(text), StringComparison.Ordinal), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        return await program.SendAsync(request, Cancel);
    }

    // Each sign as its number, so that also what is no character travels.
    private static string Escaped(string text) => string.Concat(text.Select(sign =>
        char.IsAsciiLetterOrDigit(sign) ? sign.ToString() : "\\u" + ((int)sign).ToString("x4", CultureInfo.InvariantCulture)));

    /// <summary>A way in, with the text that is tried in it.</summary>
    /// <param name="Route">Method and pattern.</param>
    /// <param name="Path">Below the root.</param>
    /// <param name="Body">The body; null where there is none.</param>
    /// <param name="IsChoice">It is one of a list: what is not on it counts for nothing, however long it is.</param>
    private sealed record Door(string Route, string Path, string? Body = null, bool IsChoice = false)
    {
        /// <summary>The statuses that the document names for it.</summary>
        public IEnumerable<string> Answers(JsonNode document) => Route.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).Split(' ') is [var method, var path]
            ? document["paths"]!["/api/v1/" + path]![method.ToLowerInvariant()]!["responses"]!.AsObject().Select(one => one.Key) : [];
    }

    /// <summary>A lamp with a partner, made for one try.</summary>
    private sealed record Job(string Case, string Handover, string Version, string HandoverVersion)
    {
        private static readonly Job None = new("", "", "\"1\"", "\"1\"");

        public string In(string template) => template.Replace("{case}", Case, StringComparison.Ordinal).Replace("{free}", Case, StringComparison.Ordinal).Replace("{handover}", Handover, StringComparison.Ordinal);

        public static async Task<Job> For(HttpClient program, Door door)
        {
            var template = door.Path + door.Body;
            if (!template.Contains('{', StringComparison.Ordinal) || !new[] { "{case}", "{free}", "{handover}" }.Any(part => template.Contains(part, StringComparison.Ordinal))) return None;
            var category = template.Contains("{free}", StringComparison.Ordinal) ? "" : "\"category\":\"street-light\",";
            using var made = await program.Post("contacts", $$$"""{"channel":"phone","matters":[{"subject":"Lamp 118-042 is uit",{{{category}}}"ending":{"kind":"newCase"},"place":{"asset":"118-042"}}]}""");
            var reference = (await made.Json())["matters"]![0]!["case"]!.GetValue<string>();
            using var seen = await program.Read($"cases/{reference}");
            var handover = (await seen.Json())["handovers"]!.AsArray().FirstOrDefault();
            return new Job(
                reference, handover?["id"]!.GetValue<string>() ?? "", seen.Headers.ETag!.Tag,
                string.Create(CultureInfo.InvariantCulture, $"\"{handover?["version"]!.GetValue<int>() ?? 1}\""));
        }
    }
}

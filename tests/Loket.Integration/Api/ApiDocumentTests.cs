using System.Text.Json.Nodes;
using Loket.Testing;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Integration.Api;

/// <summary>The OpenAPI document says what the running program does: each route, its headers, its answers and its refusals.</summary>
public sealed class ApiDocumentTests
{
    private static readonly string[] Changing = ["post", "put", "patch", "delete"];

    // A token, what is only asked, and a file that belongs to nothing until a reply names it.
    private static readonly string[] WithoutKey = ["/api/v1/token", "/api/v1/suggestions", "/api/v1/handovers/{id}/files"];

    [Theory, BothDatabases]
    public async Task It_names_each_route_of_the_running_program_and_no_others(Database database)
    {
        var document = await Document(database);

        var written = Operations(document).Select(one => $"{one.Method} {one.Path}").Order(StringComparer.Ordinal);
        Assert.Equal((await Routes()).Order(StringComparer.Ordinal), written);
    }

    [Theory, BothDatabases]
    public async Task Each_operation_says_what_it_is_what_it_gives_and_how_it_refuses(Database database)
    {
        foreach (var (path, method, operation) in Operations(await Document(database)))
        {
            var what = $"{method} {path}";
            Assert.False(string.IsNullOrWhiteSpace(operation["summary"]?.GetValue<string>()), what);
            var answers = operation["responses"]!.AsObject();
            Assert.Contains(answers, answer => answer.Key.StartsWith('2'));
            var given = answers.Where(answer => answer.Key.StartsWith('2') && answer.Key != "204").Select(answer => answer.Value!["content"]?.AsObject()).ToList();
            Assert.All(given, content => Assert.True(content?.Count > 0 && content.All(one => one.Value!["schema"] is not null), what));
            // What is no text for programs is a file.
            if (path != "/api/v1/handovers/{id}/files/{number}") Assert.All(given, content => Assert.True(content!.ContainsKey("application/json"), what));
            if (path == "/api/v1/token") continue;
            foreach (var refusal in (string[])["400", "401", "403"]) Assert.NotNull(answers[refusal]?["content"]?["application/problem+json"]);
        }
    }

    [Theory, BothDatabases]
    public async Task Each_change_names_the_headers_that_it_needs_and_the_token_that_opens_it(Database database)
    {
        var document = await Document(database);
        foreach (var (path, method, operation) in Operations(document).Where(one => Changing.Contains(one.Method) && !WithoutKey.Contains(one.Path)))
        {
            var headers = (operation["parameters"]?.AsArray() ?? []).Where(one => one!["in"]!.GetValue<string>() == "header").Select(one => one!["name"]!.GetValue<string>()).ToList();
            Assert.Contains(method == "delete" ? "If-Match" : "Idempotency-Key", headers);
        }

        Assert.Equal("/api/v1/token", document["components"]!["securitySchemes"]!["client"]!["flows"]!["clientCredentials"]!["tokenUrl"]!.GetValue<string>());
    }

    private static async Task<JsonNode> Document(Database database)
    {
        await using var town = await Town.On(database, Start.Empty);
        using var http = town.Client();
        return await (await http.Read("openapi.json")).Json();
    }

    private static async Task<IEnumerable<string>> Routes() =>
        from endpoint in (await Installation.Running).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null
            && !endpoint.RoutePattern.RawText.EndsWith("openapi.json", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select $"{method.ToLowerInvariant()} {endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal)}";

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key, operation.Value!);
}

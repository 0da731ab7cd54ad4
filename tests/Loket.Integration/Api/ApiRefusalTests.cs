using System.Net.Http.Headers;
using System.Net.Mime;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Api;

/// <summary>Whatever is refused or breaks on the way to an endpoint, a program gets problem+json with a code; only who asks for a token reads the words of that standard.</summary>
public sealed class ApiRefusalTests
{
    // The server takes thirty million bytes.
    private const int TooLarge = 31_000_000;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Every_refusal_has_the_same_form_wherever_on_the_way_it_is(Database database)
    {
        await using var town = await Town.On(database);
        using var program = await town.Program(Right.RegisterContacts, Right.SeeCases);
        using var stranger = town.Client();

        await Refuses(401, "request.no-token", await stranger.Read("cases"));
        await Refuses(404, "request.not-there", await program.Read("nothing"));
        // A path that there is, asked in a way that there is not: to the router it is another address.
        await Refuses(404, "request.not-there", await Send(program, HttpMethod.Put, "contacts", Body("{}")));
        await Refuses(404, "request.not-there", await Send(program, HttpMethod.Post, "contacts", new StringContent("Lamp is uit")));
        await Refuses(400, "request.unreadable", await Send(program, HttpMethod.Post, "contacts", Body("{")));
        await Refuses(413, "request.unreadable", await Send(program, HttpMethod.Post, "contacts", Body(new string(' ', TooLarge))));
        await Refuses(404, "request.not-there", await Send(program, HttpMethod.Get, "cases", host: "elders.example"));

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE cases RENAME TO cases_elsewhere", Cancel);
        await Refuses(500, "request.broken", await program.Read("cases"));
    }

    [Theory, BothDatabases]
    public async Task A_form_for_a_token_that_cannot_be_read_is_refused_in_the_words_of_its_standard(Database database)
    {
        await using var town = await Town.On(database, Start.Empty);
        using var http = town.Client();
        var fields = Enumerable.Range(0, 2000).Select(number => new KeyValuePair<string?, string?>($"field-{number}", "x"));

        using var answer = await Send(http, HttpMethod.Post, "token", new FormUrlEncodedContent(fields));

        Assert.Equal((400, "invalid_request"), ((int)answer.StatusCode, (await answer.Json())["error"]!.GetValue<string>()));
    }

    private static async Task Refuses(int status, string code, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal((status, MediaTypeNames.Application.ProblemJson), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal(code, (await answer.Json())["code"]!.GetValue<string>());
        }
    }

    private static async Task<HttpResponseMessage> Send(HttpClient http, HttpMethod method, string path, HttpContent? content = null, string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri("/api/v1/" + path, UriKind.Relative)) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        // What is too large is refused before it is sent, so the answer is never lost with the connection.
        request.Headers.ExpectContinue = content is not null;
        request.Headers.Host = host;
        return await http.SendAsync(request, Cancel);
    }

    private static StringContent Body(string json) => new(json, MediaTypeHeaderValue.Parse(MediaTypeNames.Application.Json));
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Loket.Organisation.Clients;

namespace Loket.Demo.Scenarios;

/// <summary>A program that speaks to the API, as any other does: token first, a key with each wish.</summary>
internal sealed class ApiCaller : IDisposable
{
    private readonly HttpClient http;

    private ApiCaller(HttpClient http) => this.http = http;

    /// <summary>Signs in with a client's secret.</summary>
    public static async Task<ApiCaller> SignIn(Uri address, MadeClient client, CancellationToken cancel)
    {
        var http = new HttpClient { BaseAddress = new Uri(address, "/api/v1/") };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client.Key), new("client_secret", client.Secret)]);
        using var answer = await http.PostAsync(new Uri("token", UriKind.Relative), form, cancel);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ApiCaller(http);
    }

    /// <summary>Reads something.</summary>
    public Task<JsonNode?> Get(string path, CancellationToken cancel) => Send(HttpMethod.Get, path, null, null, cancel);

    /// <summary>Changes something.</summary>
    public Task<JsonNode?> Post(string path, JsonObject body, CancellationToken cancel, int? version = null) => Send(HttpMethod.Post, path, body, version, cancel);

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<JsonNode?> Send(HttpMethod method, string path, JsonObject? body, int? version, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        }

        if (version is { } seen) request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{seen}\"")));
        using var answer = await http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path} was answered with {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Loket.Faults;

/// <summary>A program that registers contacts, each wish with a key of its own.</summary>
internal sealed class ApiClient(FaultyTown town, HttpClient http)
{
    private static readonly string[] Lamps = ["118-041", "118-042", "118-043", "118-044", "118-045"];

    /// <summary>Asks for a token.</summary>
    public static async Task<ApiClient> SignIn(FaultyTown town, CancellationToken cancel)
    {
        var http = new HttpClient { BaseAddress = town.Address };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", town.Client.Key), new("client_secret", town.Client.Secret)]);
        using var answer = await http.PostAsync(new Uri("/api/v1/token", UriKind.Relative), form, cancel);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ApiClient(town, http);
    }

    /// <summary>Asks for it; remembers what was acknowledged.</summary>
    /// <exception cref="HttpRequestException">No answer came, or not a whole one.</exception>
    public async Task Ask(Wish wish, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/contacts", UriKind.Relative)) { Content = JsonContent.Create(Body(wish)) };
        request.Headers.Add("Idempotency-Key", wish.Key);
        using var answer = await http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        // An outage is said in the form of every other refusal.
        if (answer is { StatusCode: HttpStatusCode.ServiceUnavailable, Content.Headers.ContentType.MediaType: "application/problem+json" }) throw new HttpRequestException(text);
        if (answer.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"{wish.Key} was answered with {(int)answer.StatusCode}: {text}{Environment.NewLine}{town.Program.Said}");
        wish.Acknowledged = JsonNode.Parse(text)!["matters"]![0]!["reference"]!.GetValue<string>();
    }

    // Some are new cases, with a partner who is told, and some are put on a case that stands; both kinds tell people.
    private static JsonObject Body(Wish wish)
    {
        var person = wish.Mail is { } mail ? new JsonObject { ["email"] = mail } : new JsonObject { ["phone"] = wish.Phone };
        var matter = new JsonObject
        {
            ["subject"] = "Lamp is uit", ["text"] = wish.Mark, ["category"] = "street-light", ["place"] = new JsonObject { ["asset"] = Lamps[wish.Number % Lamps.Length] },
        };
        if (wish.Number % 2 == 0) matter["ending"] = new JsonObject { ["kind"] = "newCase" };
        return new JsonObject { ["channel"] = "web", ["person"] = person, ["matters"] = new JsonArray(matter), ["replyBy"] = wish.Mail is null ? "sms" : "email" };
    }
}

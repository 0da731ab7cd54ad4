using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Clients;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Api;

/// <summary>Programs that use the API of a town.</summary>
internal static class ApiTown
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    extension(Town town)
    {
        /// <summary>A program with these rights and its token.</summary>
        public Task<HttpClient> Program(params Right[] rights) => town.Program(null, rights);

        /// <summary>The program of a partner.</summary>
        public async Task<HttpClient> Program(string? partner, params Right[] rights)
        {
            var id = partner is null ? null : (PartnerId?)(await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(partner, Cancel)))!.Id;
            var made = await town.Make(new ClientDetails("program-" + Guid.NewGuid().ToString("N")[..8], "Program", rights, id));
            var http = town.Client();
            var answer = await http.AskToken(made.Key, made.Secret);
            var token = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["access_token"]!.GetValue<string>();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return http;
        }

        /// <summary>Makes a client.</summary>
        public async Task<MadeClient> Make(ClientDetails details) =>
            (await town.Use<MakeClient, Result<MadeClient>>(clients => clients.Handle(details, Actor.System, Cancel))).Value;
    }

    /// <summary>Asks for a token.</summary>
    public static async Task<HttpResponseMessage> AskToken(this HttpClient http, string key, string secret)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", key), new("client_secret", secret)]);
        return await http.PostAsync(new Uri("/api/v1/token", UriKind.Relative), form, Cancel);
    }

    /// <summary>Posts a body, with a key unless it is told not to.</summary>
    public static async Task<HttpResponseMessage> Post(this HttpClient http, string path, string json, string? key = "", string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/" + path, UriKind.Relative)) { Content = new StringContent(json, MediaTypeHeaderValue.Parse("application/json")) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key.Length == 0 ? Guid.NewGuid().ToString("N") : key);
        if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", version);
        return await http.SendAsync(request, Cancel);
    }

    /// <summary>Gets something.</summary>
    public static Task<HttpResponseMessage> Read(this HttpClient http, string path) => http.GetAsync(new Uri("/api/v1/" + path, UriKind.Relative), Cancel);

    /// <summary>The body.</summary>
    public static async Task<JsonNode> Json(this HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Providers;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Loket.Web.SignIn.Provider;

/// <summary>Exchanges the code with which somebody came back for the token that says who it is (OpenID Connect Core 1.0, section 3.1.3).</summary>
internal sealed class ProviderExchange(IHttpClientFactory clients, ILogger<ProviderExchange> logger)
{
    private const string SecretInForm = "client_secret_post";

    /// <summary>What goes out.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Verifier">That it was asked for here.</param>
    /// <param name="ReturnAddress">The address to which it came.</param>
    public sealed record Question(string Code, string Verifier, string ReturnAddress);

    /// <summary>The ID token, not looked at yet.</summary>
    public async Task<Result<string>> IdToken(ProviderSettings settings, OpenIdConnectConfiguration provider, Question question, CancellationToken cancel)
    {
        try
        {
            using var client = clients.CreateClient(ProviderDiscovery.Client);
            using var request = Request(settings, provider, question);
            using var response = await client.SendAsync(request, cancel);
            if (response.StatusCode >= HttpStatusCode.InternalServerError) return Failed(AccountFailures.ProviderAway, response.StatusCode, null);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            if (response.IsSuccessStatusCode && Text(answer, "id_token") is { } token) return token;
            var error = Text(answer, "error");
            // A code that is too old, or was used before; anything else is wrong on one of the two sides.
            return Failed(error == "invalid_grant" ? AccountFailures.ProviderAgain : AccountFailures.ProviderWrong, response.StatusCode, error);
        }
        catch (JsonException)
        {
            logger.LogWarning("The provider {Authority} answered a code with something else than JSON.", settings.Authority);
            return AccountFailures.ProviderWrong;
        }
        catch (Exception exception) when (ProviderDiscovery.IsOutage(exception, cancel))
        {
            logger.LogWarning(exception, "The provider {Authority} does not take codes now.", settings.Authority);
            return AccountFailures.ProviderAway;
        }

        Failure Failed(Failure failure, HttpStatusCode status, string? error)
        {
            logger.LogWarning("The provider {Authority} refused a code with status {Status}: {Error}", settings.Authority, (int)status, error is { Length: < 60 } ? error : "no error code");
            return failure;
        }
    }

    private static HttpRequestMessage Request(ProviderSettings settings, OpenIdConnectConfiguration provider, Question question)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = question.Code,
            ["redirect_uri"] = question.ReturnAddress,
            ["code_verifier"] = question.Verifier,
            ["client_id"] = settings.ClientId,
        };
        var secret = settings.ClientSecret ?? "";
        // In the form where that is taken: in the header some providers read special signs in a way of their own (RFC 6749, section 2.3.1).
        var inForm = provider.TokenEndpointAuthMethodsSupported.Count == 0 || provider.TokenEndpointAuthMethodsSupported.Contains(SecretInForm);
        if (inForm) fields["client_secret"] = secret;
        var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint) { Content = new FormUrlEncodedContent(fields) };
        var shown = $"{WebUtility.UrlEncode(settings.ClientId)}:{WebUtility.UrlEncode(secret)}";
        if (!inForm) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(shown)));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    private static string? Text(JsonDocument answer, string name) =>
        answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

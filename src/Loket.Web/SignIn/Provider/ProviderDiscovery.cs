using System.Collections.Concurrent;
using System.Text.Json;
using Loket.Organisation.Providers;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Loket.Web.SignIn.Provider;

/// <summary>What the providers say of themselves (OpenID Connect Discovery 1.0): where people go, where codes are exchanged, with which keys tokens are signed.</summary>
public sealed class ProviderDiscovery(IHttpClientFactory clients, TimeProvider machine, ILogger<ProviderDiscovery> logger)
{
    /// <summary>Name of the client with which providers are asked.</summary>
    internal const string Client = "provider";

    private const string Document = "/.well-known/openid-configuration";
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(1);

    // Whoever sends a token with an unknown key makes us ask for the keys anew, and anybody sets out to a provider that does not answer: so not at each.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Uri, Known> known = new();
    private readonly ConcurrentDictionary<Uri, long> failed = new();
    private readonly ConcurrentDictionary<Uri, Lazy<Task<OpenIdConnectConfiguration?>>> underWay = new();

    /// <summary>What a provider says; null when it doesn't answer, or what it says can't be used.</summary>
    public async Task<OpenIdConnectConfiguration?> Of(ProviderSettings settings, CancellationToken cancel) =>
        Within(settings, Fresh) ?? await Fetch(settings, cancel) ?? Within(settings, Usable);

    /// <summary>What a provider said within a day, without asking it; null when it was not asked, or did not answer.</summary>
    public OpenIdConnectConfiguration? AlreadySaid(ProviderSettings settings) => Within(settings, Usable);

    /// <summary>What it says now, when a token was signed with a key that is not known; null when it was asked just now.</summary>
    public async Task<OpenIdConnectConfiguration?> Anew(ProviderSettings settings, CancellationToken cancel) =>
        Within(settings, Pause) is null ? await Fetch(settings, cancel) : null;

    /// <summary>Asks a provider.</summary>
    /// <exception cref="InvalidDataException">What it says can't be used, and why.</exception>
    internal static async Task<OpenIdConnectConfiguration> Ask(HttpClient client, Uri authority, CancellationToken cancel)
    {
        var retriever = new HttpDocumentRetriever(client) { RequireHttps = authority.Scheme == Uri.UriSchemeHttps };
        var said = await OpenIdConnectConfigurationRetriever.GetAsync(authority.AbsoluteUri.TrimEnd('/') + Document, retriever, cancel);
        return WhatIsWrong(said, authority) is { } wrong ? throw new InvalidDataException(wrong) : said;
    }

    /// <summary>Whether an exception says that a provider doesn't answer, or not in words that we understand.</summary>
    internal static bool IsOutage(Exception exception, CancellationToken cancel) => exception is HttpRequestException or IOException or InvalidDataException or JsonException
        or ArgumentException or InvalidOperationException || (exception is OperationCanceledException && !cancel.IsCancellationRequested);

    private static string? WhatIsWrong(OpenIdConnectConfiguration said, Uri authority)
    {
        // Else another could speak for it (Discovery 1.0, section 4.3); a slash at the end is taken for the same.
        if (said.Issuer?.TrimEnd('/') != authority.AbsoluteUri.TrimEnd('/')) return $"Its discovery document is that of {said.Issuer}.";
        if (!IsAddress(said.AuthorizationEndpoint, authority) || !IsAddress(said.TokenEndpoint, authority)) return "Its discovery document names no addresses for signing in.";
        return said.SigningKeys.Count == 0 ? "Its discovery document leads to no keys." : null;
    }

    private static bool IsAddress(string? text, Uri authority) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == authority.Scheme);

    private OpenIdConnectConfiguration? Within(ProviderSettings settings, TimeSpan age) =>
        known.TryGetValue(settings.Authority, out var one) && machine.GetElapsedTime(one.At) < age ? one.Said : null;

    // One question at a time, for everybody who waits for the answer: who goes away does not take it along.
    private async Task<OpenIdConnectConfiguration?> Fetch(ProviderSettings settings, CancellationToken cancel)
    {
        var authority = settings.Authority;
        if (failed.TryGetValue(authority, out var at) && machine.GetElapsedTime(at) < Pause) return null;
        var asking = underWay.GetOrAdd(authority, key => new Lazy<Task<OpenIdConnectConfiguration?>>(() => AskNow(key)));
        return await asking.Value.WaitAsync(cancel);
    }

    private async Task<OpenIdConnectConfiguration?> AskNow(Uri authority)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            var said = await Ask(client, authority, CancellationToken.None);
            known[authority] = new Known(said, machine.GetTimestamp());
            failed.TryRemove(authority, out _);
            return said;
        }
        catch (Exception exception) when (IsOutage(exception, CancellationToken.None))
        {
            logger.LogWarning(exception, "The provider {Authority} can't be used now.", authority);
            failed[authority] = machine.GetTimestamp();
            return null;
        }
        finally
        {
            underWay.TryRemove(authority, out _);
        }
    }

    private sealed record Known(OpenIdConnectConfiguration Said, long At);
}

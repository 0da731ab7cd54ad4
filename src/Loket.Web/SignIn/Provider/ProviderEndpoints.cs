using Loket.Web.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.SignIn.Provider;

/// <summary>The doors to the municipality's provider and back.</summary>
internal static class ProviderEndpoints
{
    /// <summary>Where somebody sets out.</summary>
    public const string Root = "/sign-in/provider";

    /// <summary>Where they come back; to be registered at the provider.</summary>
    public const string Back = Root + "/back";

    // What a provider says of itself is short; a token with all somebody's groups may be some tens of kilobytes.
    private const int LargestAnswer = 2 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddProviderSignIn(this IServiceCollection services)
    {
        services.AddHttpClient(ProviderDiscovery.Client, client => (client.MaxResponseContentBufferSize, client.Timeout) = (LargestAnswer, Patience))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<ProviderDiscovery>().AddSingleton<ProviderExchange>().AddSingleton<ProviderTokens>();
        return services.AddScoped<ProviderSignIn>().AddScoped<ProviderNotice>();
    }

    public static void MapProviderSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Root, (HttpContext context, ProviderSignIn signIn, CancellationToken cancel) => signIn.SetOut(context, cancel)).Open().ExcludeFromDescription();
        app.MapGet(Back, (HttpContext context, ProviderSignIn signIn, CancellationToken cancel) => signIn.ComeBack(context, cancel)).Open().ExcludeFromDescription();
        app.MapPost(Root + "/ended", (HttpContext context, ProviderNotice notice, CancellationToken cancel) => notice.Take(context, cancel)).Open().DisableAntiforgery().ExcludeFromDescription();
    }
}

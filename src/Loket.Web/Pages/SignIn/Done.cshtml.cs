using Loket.Organisation.Providers;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Loket.Web.SignIn.Provider;
using Microsoft.AspNetCore.WebUtilities;

namespace Loket.Web.Pages.SignIn;

/// <summary>Somebody signed out here, and may want to sign out at the municipality's provider as well.</summary>
[Open]
public sealed class DoneModel(TenantProviders providers, TenantContext context, ProviderDiscovery discovery) : PublicPage
{
    /// <summary>Where one signs out at the provider (OpenID Connect RP-Initiated Logout 1.0); null where it has no such page, or was not asked today: whoever comes here makes us ask nothing.</summary>
    public string? ProviderAddress { get; private set; }

    /// <summary>Shows the way.</summary>
    public void OnGet()
    {
        if (providers.Of(context.Tenant) is not { } settings || discovery.AlreadySaid(settings) is not { EndSessionEndpoint: { Length: > 0 } address }) return;
        ProviderAddress = QueryHelpers.AddQueryString(address, "client_id", settings.ClientId);
    }
}

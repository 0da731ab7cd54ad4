using System.Runtime.CompilerServices;
using Loket.Storage.Tenancy;

namespace Loket.Organisation.Providers;

/// <summary>The provider of each tenant, given by the host when it takes the tenant into use.</summary>
public sealed class TenantProviders
{
    private readonly ConditionalWeakTable<Tenant, ProviderSettings> settings = [];

    /// <summary>The provider of a tenant; null where people sign in here only.</summary>
    public ProviderSettings? Of(Tenant tenant) => settings.TryGetValue(tenant, out var own) ? own : null;

    /// <summary>Whether people may sign in with a password and code of Loket.</summary>
    public bool AllowLocalAccounts(Tenant tenant) => Of(tenant) is not { LocalAccounts: false };

    /// <summary>Gives a tenant its provider; also while the program runs.</summary>
    public void Set(Tenant tenant, ProviderSettings own) => settings.AddOrUpdate(tenant, own);
}

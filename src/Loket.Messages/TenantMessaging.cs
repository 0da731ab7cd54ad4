using System.Runtime.CompilerServices;
using Loket.Storage.Tenancy;

namespace Loket.Messages;

/// <summary>The settings of each tenant, given by the host when it takes the tenant into use.</summary>
public sealed class TenantMessaging
{
    private readonly ConditionalWeakTable<Tenant, MessagingSettings> settings = [];
    private readonly ConditionalWeakTable<Tenant, string> shown = [];

    /// <summary>The settings of a tenant; without any, everything stays inside.</summary>
    public MessagingSettings Of(Tenant tenant) =>
        settings.TryGetValue(tenant, out var own) ? own : new MessagingSettings();

    /// <summary>Whether a page shows what stayed inside, codes included; so only for a municipality of invented people.</summary>
    public bool ShowsOutbox(Tenant tenant) => shown.TryGetValue(tenant, out _);

    /// <summary>Shows on a page what stays inside.</summary>
    public void ShowOutbox(Tenant tenant) => shown.AddOrUpdate(tenant, tenant.Name);

    /// <summary>Gives a tenant its settings; also while the program runs.</summary>
    public void Set(Tenant tenant, MessagingSettings own) => settings.AddOrUpdate(tenant, own);
}

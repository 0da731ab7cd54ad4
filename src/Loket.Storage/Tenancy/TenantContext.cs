namespace Loket.Storage.Tenancy;

/// <summary>The tenant of this request or job; set once, at the door.</summary>
public sealed class TenantContext
{
    private Tenant? tenant;

    /// <summary>The tenant.</summary>
    public Tenant Tenant
    {
        get => tenant ?? throw new InvalidOperationException("No tenant was chosen for this scope.");
        set => tenant = tenant is null || tenant == value ? value : throw new InvalidOperationException("A scope keeps its tenant.");
    }
}

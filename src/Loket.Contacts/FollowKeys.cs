using Loket.Kernel.References;
using Loket.Storage.Tenancy;

namespace Loket.Contacts;

/// <summary>Which paper a PIN stands on.</summary>
public enum PinPaper
{
    /// <summary>The slip that is handed out at a desk.</summary>
    Slip,

    /// <summary>The letter that says that something has arrived.</summary>
    Letter,
}

/// <summary>How codes and PINs for following are kept: salted, under a key that stands outside the database.</summary>
public static class FollowKeys
{
    /// <summary>The hashes of a municipality.</summary>
    public static CodeHash Hashes(TenantKeys keys) => new(keys.For("follow-codes"));
}

using System.Text;
using Loket.Kernel.References;
using Loket.Storage.Tenancy;

namespace Loket.Intake.Follow;

/// <summary>The keys of codes and PINs.</summary>
internal static class FollowCodes
{
    public static CodeHash Hashes(TenantKeys keys) => new(keys.For("follow-codes"));

    public static byte[] KeyOf(TenantKeys keys, string reference) => keys.Mac("follow-reference", Encoding.UTF8.GetBytes(reference));
}

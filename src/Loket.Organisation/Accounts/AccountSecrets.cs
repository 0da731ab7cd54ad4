using System.Text;
using Loket.Storage.Tenancy;

namespace Loket.Organisation.Accounts;

/// <summary>How the secrets of an account are kept: as keyed digests, or sealed where they must be read again.</summary>
internal static class AccountSecrets
{
    public static byte[] StartCode(TenantKeys keys, StaffId staff, string code) => Mac(keys, "start-code", staff, ReadableCode.Fold(code));

    public static byte[] Recovery(TenantKeys keys, StaffId staff, string code) => Mac(keys, "recovery-code", staff, ReadableCode.Fold(code));

    public static byte[] SealCodeKey(TenantKeys keys, StaffId staff, byte[] key) => keys.Seal($"one-time-code:{staff.Value}", key);

    /// <exception cref="InvalidOperationException">The tenant's secret is not the one with which it was sealed.</exception>
    public static byte[] OpenCodeKey(TenantKeys keys, Account account) =>
        keys.Open($"one-time-code:{account.StaffId.Value}", account.CodeKey)
        ?? throw new InvalidOperationException("The secret of an account cannot be opened: the tenant's secret was changed.");

    private static byte[] Mac(TenantKeys keys, string purpose, StaffId staff, string code) => keys.Mac(purpose, Encoding.UTF8.GetBytes($"{staff.Value}\n{code}"));
}

using System.Buffers.Text;
using System.Text;
using Loket.Organisation;
using Loket.Storage.Tenancy;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>What somebody looked for, sealed for the address of the page that shows it: names and numbers of residents stand in no address, so in no log or history.
/// It is bound to who looked: for another it says nothing.</summary>
internal static class Sought
{
    private const int Longest = 2_000;

    /// <summary>For the address.</summary>
    public static string Sealed(TenantKeys keys, string text, StaffId? by) => Base64Url.EncodeToString(keys.Seal(PurposeFor(by), Encoding.UTF8.GetBytes(text)));

    /// <summary>What was looked for; null when this reader did not look for it.</summary>
    public static string? Read(TenantKeys keys, string? token, StaffId? by) =>
        token is { Length: > 0 and <= Longest } && Base64Url.IsValid(token) && keys.Open(PurposeFor(by), Base64Url.DecodeFromChars(token)) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    private static string PurposeFor(StaffId? by) => "find-box:" + by?.Value.ToString("N");
}

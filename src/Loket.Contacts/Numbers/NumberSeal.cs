using System.Text;
using Loket.Kernel.Text;
using Loket.Storage.Tenancy;

namespace Loket.Contacts.Numbers;

/// <summary>How national numbers are kept: sealed for one customer (AES-256-GCM), so that what is sealed means nothing with another, and beside it a digest by which they are found (HMAC-SHA-256), each under a
/// key of its own. There are a hundred million numbers, so a digest without a key would tell them all.</summary>
internal static class NumberSeal
{
    private const string Finding = "national-number";

    public static byte[] Close(TenantKeys key, CustomerId customer, NationalNumber number) => key.Seal(PurposeFor(customer), Encoding.ASCII.GetBytes(number.Digits));

    public static NationalNumber? Open(TenantKeys key, CustomerId customer, byte[] box) =>
        key.Open(PurposeFor(customer), box) is { } plain && NationalNumber.Read(Encoding.ASCII.GetString(plain)) is { Succeeded: true } read ? read.Value : null;

    public static byte[] DigestOf(TenantKeys key, NationalNumber number) => key.Mac(Finding, Encoding.ASCII.GetBytes(number.Digits));

    private static string PurposeFor(CustomerId customer) => "national-number:" + customer.Value.ToString("N");
}

using System.Text;
using Loket.Storage.Tenancy;

namespace Loket.Intake.Follow;

/// <summary>Under what a code that was sent is kept.</summary>
internal static class FollowCodes
{
    public static byte[] KeyOf(TenantKeys keys, string reference) => keys.Mac("follow-reference", Encoding.UTF8.GetBytes(reference));
}

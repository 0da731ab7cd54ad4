using System.Security.Cryptography;
using Loket.Organisation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.SignIn;

/// <summary>For whom of the staff a form was made, sealed in the form itself: a browser that was closed has no session any longer, and what stands in the form is still
/// theirs. It proves nothing but that; nobody is signed in by it.</summary>
internal static class FormWriters
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "form-for";

    private const string Purpose = "form-for";

    /// <summary>The mark for a form of this reader.</summary>
    public static string Mark(HttpContext context, StaffId reader) => WebEncoders.Base64UrlEncode(Seal(context).Protect(reader.Value.ToByteArray()));

    /// <summary>For whom a posted form was made; null when it doesn't say so, or not in our words.</summary>
    public static StaffId? Of(HttpContext context, IFormCollection form)
    {
        if (form[Field] is not [{ Length: > 0 and < 500 } mark]) return null;
        try
        {
            return Seal(context).Unprotect(WebEncoders.Base64UrlDecode(mark)) is { Length: 16 } bytes ? new StaffId(new Guid(bytes)) : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Seal(HttpContext context) => context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
}

using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Loket.Web.Security;

/// <summary>Takes null bytes out of forms. The framework refuses a whole posted form for one, and with it all that somebody typed; PostgreSQL a question that holds one.</summary>
internal static class NullBytes
{
    // As many as the framework reads of a form.
    private const int LargestForm = 4 * 1024 * 1024;
    private const string Encoded = "%00";

    /// <summary>Must come before anything that reads a form.</summary>
    public static IApplicationBuilder UseFormsWithoutNullBytes(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        while (request.QueryString.Value?.Contains(Encoded, StringComparison.Ordinal) == true)
            request.QueryString = new QueryString(request.QueryString.Value.Replace(Encoded, "", StringComparison.Ordinal));
        if (HttpMethods.IsPost(request.Method) && request.ContentLength is > 0 and <= LargestForm
            && request.ContentType?.StartsWith(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase) == true)
        {
            var body = new byte[request.ContentLength.Value];
            await request.Body.ReadExactlyAsync(body, context.RequestAborted);
            var clean = Without(body);
            request.Body = new MemoryStream(body, 0, clean, writable: false);
            request.ContentLength = clean;
        }

        await next(context);
    });

    /// <summary>The same for forms with files, of which only the fields are cleaned. Must come where an unreadable form is answered in words.</summary>
    public static IApplicationBuilder UseFieldsWithoutNullBytes(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase) == true
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            try
            {
                var form = await request.ReadFormAsync(context.RequestAborted);
                if (form.Any(field => field.Value.Any(value => value?.Contains('\0') == true)))
                    request.Form = new FormCollection(form.ToDictionary(field => field.Key, field => new StringValues([.. field.Value.Select(value => value?.Replace("\0", "", StringComparison.Ordinal))])), form.Files);
            }
            catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException)
            {
                // Too large or broken; the page says so.
            }
        }

        await next(context);
    });

    // Moves what follows each "%00" forward; gives the length that is left.
    private static int Without(Span<byte> body)
    {
        var kept = 0;
        while (true)
        {
            var at = body[kept..].IndexOf("%00"u8);
            if (at < 0) break;
            body[(kept + at + 3)..].CopyTo(body[(kept + at)..]);
            body = body[..^3];
            kept += at;
        }

        return body.Length;
    }
}

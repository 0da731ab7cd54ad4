using System.Net.Mime;
using Loket.Web.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;

namespace Loket.Web.Security;

/// <summary>How large a form with files may be, on whichever page: room for as many of the largest files as may come along. Any other form keeps to what the server takes.</summary>
internal static class FormSize
{
    // The files, and what is typed beside them.
    private const long Largest = (FileUpload.MostMegabytes + 4) * 1024 * 1024;

    /// <summary>Must come before anything that reads a form.</summary>
    public static IApplicationBuilder UseRoomForFiles(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isWithFiles = context.Request.ContentType?.StartsWith(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase) == true;
        if (isWithFiles && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Largest;
        return next(context);
    });
}

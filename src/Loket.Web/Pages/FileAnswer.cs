using Loket.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loket.Web.Pages;

/// <summary>A file as an answer: to keep, never to be run or shown by the browser; only its small picture stands in a page (row B6).</summary>
internal static class FileAnswer
{
    /// <summary>In the address, for the small picture.</summary>
    public const string SmallPicture = "klein";

    /// <summary>The answer; it closes the file.</summary>
    public static FileStreamResult Give(PageModel page, OpenedDocument opened, bool small)
    {
        page.Response.Headers.CacheControl = "private, no-store";
        page.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        return small ? page.File(opened.Content, opened.ContentType) : page.File(opened.Content, opened.ContentType, opened.Document.Name);
    }
}

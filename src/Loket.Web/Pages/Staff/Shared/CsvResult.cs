using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Loket.Web.Pages.Staff;

/// <summary>A file for a spreadsheet that is written while its rows are read, however many there are.</summary>
/// <param name="name">Its name.</param>
/// <param name="columns">The names of its columns.</param>
/// <param name="lines">Its rows.</param>
internal sealed class CsvResult(string name, IReadOnlyList<string?> columns, IAsyncEnumerable<IReadOnlyList<string?>> lines) : ActionResult
{
    // Without the mark in front spreadsheets take it for another encoding.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <inheritdoc />
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancel) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        await using var rows = lines.GetAsyncEnumerator(cancel);
        // The first look is written before anything is given; when it can't be, this is a page that says so.
        var more = await rows.MoveNextAsync();
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        await using var writer = new StreamWriter(response.Body, Encoding, leaveOpen: true);
        await writer.WriteAsync(CsvText.Line(columns).AsMemory(), cancel);
        for (; more; more = await rows.MoveNextAsync()) await writer.WriteAsync(CsvText.Line(rows.Current).AsMemory(), cancel);
    }
}

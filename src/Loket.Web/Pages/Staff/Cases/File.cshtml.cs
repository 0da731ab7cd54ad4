using Loket.Cases.Emergency;
using Loket.Cases.Reading;
using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>Gives a file of a case: to keep, never to be run or shown by the browser; only its small picture stands in a page (row B6).</summary>
[Right(Right.SeeCases)]
public sealed class FileModel(OpenCaseFile open, EmergencyReader emergency) : StaffPage
{
    /// <summary>In the address, for a file of the case itself.</summary>
    public const string OfCase = "zaak";

    /// <summary>Gives it.</summary>
    /// <param name="reference">The number of the case.</param>
    /// <param name="of">The reference of the matter that it came with, or <see cref="OfCase"/>.</param>
    /// <param name="number">Its number there.</param>
    /// <param name="size">Nothing, or <c>klein</c> for the small picture.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnGetAsync(string reference, string of, int number, string? size, CancellationToken cancel)
    {
        if (size is not (null or FileAnswer.SmallPicture)) return NotFound();
        var request = new OpenCaseFile.Request(reference, of == OfCase ? null : of, number, size == FileAnswer.SmallPicture, Actor);
        return await Answer(Open(request, cancel), opened => FileAnswer.Give(this, opened, request.Small));
    }

    // For who may not know of the case, and opened it in an emergency.
    private async Task<Result<OpenedDocument>> Open(OpenCaseFile.Request request, CancellationToken cancel)
    {
        var opened = await open.Handle(request, cancel);
        if (opened.Succeeded || await emergency.Of(request.Case, Actor, cancel) is not { } reading) return opened;
        return await open.Handle(request with { Case = reading.Reference, By = reading.Reader, Purpose = EmergencyReader.Purpose }, cancel);
    }
}

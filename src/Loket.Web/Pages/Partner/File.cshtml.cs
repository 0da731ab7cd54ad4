using Loket.Cases.Handovers;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Partner;

/// <summary>Gives a file that went along with a handover, to somebody of the partner by a link of their own (row B5).</summary>
[Open]
public sealed class FileModel(OpenHandoverFile open) : LoketPage
{
    /// <summary>Gives it.</summary>
    /// <param name="token">The code in the link.</param>
    /// <param name="number">Its number with the handover.</param>
    /// <param name="size">Nothing, or <c>klein</c> for the small picture.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnGetAsync(string token, int number, string? size, CancellationToken cancel)
    {
        if (size is not (null or FileAnswer.SmallPicture)) return NotFound();
        var small = size == FileAnswer.SmallPicture;
        return await Answer(open.Handle(token, number, small, cancel), opened => FileAnswer.Give(this, opened, small));
    }
}

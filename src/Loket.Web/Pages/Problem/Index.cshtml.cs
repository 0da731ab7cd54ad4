using System.Globalization;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Problem;

/// <summary>What did not work, in words that say what to do. Shown in the place of a page that gave only a status.</summary>
[Open]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel : PublicPage
{
    private const string CasePages = "/zaken/";

    /// <summary>Which words: no right, not found, no longer valid, something went wrong with us, or something that we need does not answer.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The icon above them.</summary>
    public string Icon { get; private set; } = "";

    /// <summary>The form that was being sent, to be sent again as it was; null when nothing was, or when it can't be.</summary>
    public PostedForm? Kept { get; private set; }

    /// <summary>Whether the reader may open in an emergency what stands at the address of a case: said at every such address, so that it tells nothing of whether there is one.</summary>
    public bool OffersEmergency { get; private set; }

    /// <inheritdoc />
    protected internal override bool ChecksForms => false;

    /// <summary>Shows it, whatever the way in which the page was asked for.</summary>
    public IActionResult OnGet()
    {
        // Not bound: of a request that can't be read nothing is, and that too has to be told.
        _ = int.TryParse(RouteData.Values["status"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var status);
        // Asked for by its own address there is no problem to show.
        var isBroken = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var isReal = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || isBroken;
        if (isBroken) status = Response.StatusCode;
        if (!isReal) status = StatusCodes.Status404NotFound;
        else if (status is < 400 or > 599) status = StatusCodes.Status500InternalServerError;
        (Kind, Icon) = status switch
        {
            StatusCodes.Status403Forbidden => ("Forbidden", "lock"),
            StatusCodes.Status404NotFound => ("NotFound", "search"),
            StatusCodes.Status400BadRequest => ("Stale", "undo"),
            StatusCodes.Status413PayloadTooLarge => ("TooLarge", "document"),
            StatusCodes.Status503ServiceUnavailable => ("Unavailable", "offline"),
            _ => ("Broken", "warning"),
        };
        Response.StatusCode = status;
        OffersEmergency = status == StatusCodes.Status404NotFound && Actor.May(Right.OpenInEmergency)
            && HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath.StartsWith(CasePages, StringComparison.OrdinalIgnoreCase) == true;
        // What is too large, or broken on its way, can't be read for this page either.
        Kept = isBroken && status >= StatusCodes.Status500InternalServerError ? PostedForm.Of(HttpContext) : null;
        return Page();
    }

    /// <summary>The same for a form that was posted.</summary>
    public IActionResult OnPost() => OnGet();
}

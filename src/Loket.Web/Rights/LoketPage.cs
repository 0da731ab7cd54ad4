using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loket.Web.Rights;

/// <summary>What the models of all pages share: who reads, the key of the form, and failures that become words in the reader's language.</summary>
public abstract class LoketPage : PageModel
{
    /// <summary>Who reads.</summary>
    protected Actor Actor => HttpContext.Actor();

    /// <summary>The key of the posted form, to hand to the use case.</summary>
    protected RequestKey RequestKey => FormKeys.Of(HttpContext);

    /// <summary>The texts beside the page.</summary>
    protected Words Words => TextCatalogue.Default.For(
        Path.ChangeExtension(PageContext.ActionDescriptor.RelativePath, null).TrimStart('/'), System.Globalization.CultureInfo.CurrentUICulture);

    /// <summary>Whether forms that are posted here must carry the proof that they came from us.</summary>
    protected internal virtual bool ChecksForms => true;

    /// <summary>Gets what the page shows beside the form; called again when the form comes back with errors.</summary>
    protected virtual Task Load(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Whether what the page is about is there for the reader, once loaded: a form about what is not is answered with that, whatever else is wrong with it.</summary>
    protected virtual bool IsThere => true;

    /// <summary>Ends a post: on success as said, else with the failure in words: at its field, on top of the form, or as a page of its own.</summary>
    /// <param name="asked">The use case under way.</param>
    /// <param name="success">Where to go; usually a redirect.</param>
    /// <param name="form">Name of the property that holds the form.</param>
    protected async Task<IActionResult> Answer<T>(Task<Result<T>> asked, Func<T, IActionResult> success, string form = "Form")
    {
        var result = await asked;
        return result.Succeeded ? success(result.Value) : await Refuse(result.Failure, form);
    }

    /// <summary>Answers a form without proof that it came from us, or with an old one.</summary>
    protected internal virtual Task<IActionResult> Stale() => Task.FromResult<IActionResult>(BadRequest());

    /// <summary>Ends a post with a failure in words.</summary>
    protected async Task<IActionResult> Refuse(Failure failure, string form = "Form")
    {
        switch (failure.Kind)
        {
            case FailureKind.NotFound: return NotFound();
            case FailureKind.Forbidden: return StatusCode(StatusCodes.Status403Forbidden);
            default:
                ModelState.Add(failure, Words, form);
                return await Again(failure.Kind switch
                {
                    FailureKind.Conflict => StatusCodes.Status409Conflict,
                    FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
                    _ => StatusCodes.Status422UnprocessableEntity,
                });
        }
    }

    /// <summary>In the place of a page that can't be shown: the failure as a page of its own. An outage never looks like an empty list.</summary>
    protected IActionResult Instead(Failure failure) => StatusCode(failure.Kind switch
    {
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    });

    /// <summary>Shows the page again with what was typed and what is wrong with it.</summary>
    protected async Task<IActionResult> Again(int status = StatusCodes.Status422UnprocessableEntity)
    {
        await Load(HttpContext.RequestAborted);
        if (!IsThere) return NotFound();
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}

/// <summary>A page for residents; declares <c>[Open]</c>.</summary>
public abstract class PublicPage : LoketPage
{
    /// <inheritdoc />
    /// <remarks>Nothing was done; what was typed stands there still, and can be sent from the fresh page.</remarks>
    protected internal override Task<IActionResult> Stale() => Refuse(FreshForms.Stale);
}

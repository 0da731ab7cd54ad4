using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loket.Testing;

/// <summary>Says with each answer which page it shows. An address and a status do not tell: a form that is refused, or a problem, is shown in the place of another page.</summary>
public sealed class ShownPage : IAlwaysRunResultFilter
{
    /// <summary>The header; holds the page's path below Pages.</summary>
    public const string Header = "loket-shown-page";

    /// <inheritdoc />
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context is { Result: PageResult, ActionDescriptor: PageActionDescriptor page }) context.HttpContext.Response.Headers[Header] = page.ViewEnginePath;
    }

    /// <inheritdoc />
    public void OnResultExecuted(ResultExecutedContext context)
    {
        // The answer has gone.
    }
}

using Loket.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Loket.Web.Rights;

/// <summary>Checks the proof that a posted form came from us, after what was typed has been read: a form that stood open too long comes back with it.</summary>
/// <remarks>In the place of the framework's own check, which comes first and answers with nothing but a status.</remarks>
internal sealed class FreshForms(IAntiforgery proof) : IAsyncPageFilter
{
    /// <summary>What is said on top of the form.</summary>
    internal static Failure Stale { get; } = new("request.stale-form");

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.HandlerInstance is LoketPage { ChecksForms: false } || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            await next();
            return;
        }

        try
        {
            await proof.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException exception)
        {
            context.Result = exception.InnerException is BadHttpRequestException { StatusCode: var status } ? new StatusCodeResult(status)
                : context.HandlerInstance is LoketPage page ? await page.Stale()
                : new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }
}

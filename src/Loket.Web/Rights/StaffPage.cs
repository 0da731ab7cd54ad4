using System.Globalization;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.Rights;

/// <summary>A page for staff; declares its <c>[Right]</c>. A form that was posted after the session had ended stands filled in again after signing in,
/// one that stood open too long at once.</summary>
public abstract class StaffPage : LoketPage
{
    private FormCollection? given;

    /// <summary>Whether something is filled in on it; what is only pressed is pressed again.</summary>
    protected virtual bool IsFilledIn => true;

    /// <summary>Whether a form of the page holds what was typed before.</summary>
    /// <param name="form">Name of the property that holds the form.</param>
    protected bool IsGivenBack(string form) => given is not null && given.Keys.Any(name => name.StartsWith(form + ".", StringComparison.Ordinal));

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (!HttpMethods.IsGet(Request.Method) || !Request.Query.ContainsKey(PostedForms.Parameter) || executed.Result is not PageResult) return;
        var forms = HttpContext.RequestServices.GetRequiredService<PostedForms>();
        if (await forms.GiveBack(HttpContext, Actor) is { } form) await Fill(form);
    }

    /// <inheritdoc />
    /// <remarks>Nothing was done; the fresh page has what was typed, to be looked at and sent from there. A form of another site carries no session, so it comes
    /// to the sign-in page and not here.</remarks>
    protected internal override async Task<IActionResult> Stale()
    {
        var kept = !IsFilledIn ? null : await HttpContext.RequestServices.GetRequiredService<PostedForms>().Keep(HttpContext);
        return kept is null ? await base.Stale() : LocalRedirect(QueryHelpers.AddQueryString(PostedForms.PageOf(Request), PostedForms.Parameter, kept));
    }

    private async Task Fill(FormCollection form)
    {
        given = form;
        var values = new FormValueProvider(BindingSource.Form, form, CultureInfo.CurrentCulture);
        foreach (var property in PageContext.ActionDescriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>().Where(one => IsGivenBack(one.Name)))
        {
            // As when it is posted: what is not in it, as a box that was not ticked, is not as it stands on the page but empty.
            var model = Activator.CreateInstance(property.ParameterType)!;
            property.Property.SetValue(this, model);
            await TryUpdateModelAsync(model, property.ParameterType, property.Name, values, _ => true);
        }

        // What is not in a model is still shown by the fields of the page. What is wrong with it is said when it is posted.
        foreach (var (name, value) in form) ModelState.SetModelValue(name, value.Count == 1 ? value[0] : value.ToArray(), value.ToString());
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }

        ViewData["GivenBack"] = form.ContainsKey(PostedForms.Files) ? "files" : "fields";
    }
}

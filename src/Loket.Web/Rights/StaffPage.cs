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
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <summary>Whether something is filled in on it; what is only pressed is pressed again.</summary>
    protected virtual bool IsFilledIn => true;

    /// <summary>Whether a form of the page holds what was typed before.</summary>
    /// <param name="form">Name of the property that holds the form.</param>
    protected bool IsGivenBack(string form) => given.Any(name => name.StartsWith(form + ".", StringComparison.Ordinal));

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => await Conclude(await next());

    /// <summary>Between what the handler did and the showing of it: fills in what was typed before.</summary>
    private protected virtual async Task Conclude(PageHandlerExecutedContext executed)
    {
        if (!HttpMethods.IsGet(Request.Method) || !Request.Query.ContainsKey(PostedForms.Parameter) || executed.Result is not PageResult) return;
        var forms = HttpContext.RequestServices.GetRequiredService<PostedForms>();
        if (await forms.GiveBack(HttpContext, Actor) is not { } form) return;
        await Fill(form);
        ViewData["GivenBack"] = form.ContainsKey(PostedForms.Files) ? "files" : "fields";
    }

    /// <inheritdoc />
    /// <remarks>Nothing was done; the fresh page has what was typed, to be looked at and sent from there. A form of another site carries no session, so it comes
    /// to the sign-in page and not here.</remarks>
    protected internal override async Task<IActionResult> Stale()
    {
        var kept = !IsFilledIn ? null : await HttpContext.RequestServices.GetRequiredService<PostedForms>().Keep(HttpContext);
        return kept is null ? await base.Stale() : LocalRedirect(QueryHelpers.AddQueryString(PostedForms.PageOf(Request), PostedForms.Parameter, kept));
    }

    /// <summary>Fills the forms of the page with what was typed before; other forms stay as they are.</summary>
    private protected async Task Fill(FormCollection form)
    {
        given.UnionWith(form.Keys);
        var values = new FormValueProvider(BindingSource.Form, form, CultureInfo.CurrentCulture);
        var filled = PageContext.ActionDescriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>().Where(one => form.Keys.Any(name => IsOf(one.Name, name))).ToList();
        foreach (var property in filled)
        {
            // As when it is posted: what is not in it, as a box that was not ticked, is not as it stands on the page but empty.
            var model = Activator.CreateInstance(property.ParameterType)!;
            property.Property.SetValue(this, model);
            await TryUpdateModelAsync(model, property.ParameterType, property.Name, values, _ => true);
        }

        // What is not in a model is still shown by the fields of the page. What is wrong with it is said when it is posted.
        foreach (var (name, value) in form) ModelState.SetModelValue(name, value.Count == 1 ? value[0] : value.ToArray(), value.ToString());
        foreach (var (_, entry) in ModelState.Where(one => form.ContainsKey(one.Key) || filled.Exists(property => IsOf(property.Name, one.Key))))
        {
            entry!.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
    }

    private static bool IsOf(string property, string field) => field.StartsWith(property + ".", StringComparison.Ordinal);
}

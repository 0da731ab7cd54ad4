using System.Globalization;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.Rights;

/// <summary>A page for staff; declares its <c>[Right]</c>. A form that was posted after the session had ended stands filled in again after signing in.</summary>
public abstract class StaffPage : LoketPage
{
    /// <summary>Whether the form holds what was typed before signing in again.</summary>
    public bool IsGivenBack { get; private set; }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (!HttpMethods.IsGet(Request.Method) || !Request.Query.ContainsKey(PostedForms.Parameter) || executed.Result is not PageResult) return;
        var forms = HttpContext.RequestServices.GetRequiredService<PostedForms>();
        if (await forms.GiveBack(HttpContext, Actor) is { } form) await Fill(form);
    }

    private async Task Fill(FormCollection form)
    {
        var values = new FormValueProvider(BindingSource.Form, form, CultureInfo.CurrentCulture);
        foreach (var property in PageContext.ActionDescriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>())
        {
            if (property.Property.GetValue(this) is { } model && property.ParameterType != typeof(string))
                await TryUpdateModelAsync(model, property.ParameterType, property.Name, values, _ => true);
        }

        // What is not in a model is still shown by the fields of the page. What is wrong with it is said when it is posted.
        foreach (var (name, value) in form) ModelState.SetModelValue(name, value.Count == 1 ? value[0] : value.ToArray(), value.ToString());
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }

        IsGivenBack = true;
        ViewData["GivenBack"] = true;
    }
}

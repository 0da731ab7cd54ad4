using Loket.Cases.Modules;
using Loket.Web.Components;
using Loket.Web.Pages.Staff.Modules;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>The text modules beside a note and a question.</summary>
public sealed partial class CaseModel
{
    private ModuleAsk? modulesAsked;

    /// <summary>The text modules beside the text of a form.</summary>
    public ModuleBox ModulesBeside(string form) => new(form, Url.Content(Links.Case(View.Reference)), [new Choice(TextOf(form), form)], modulesAsked);

    /// <summary>Gives a script the text modules for a field.</summary>
    public async Task<IActionResult> OnGetModulesAsync(string? into, [FromServices] OfferModules offer, CancellationToken cancel) =>
        await Offered(offer, into, cancel) is { } offered ? ModuleAsk.Json(offered) : NotFound();

    /// <summary>Shows the text modules, or puts one in; what was typed stays.</summary>
    public async Task<IActionResult> OnPostModuleAsync([FromServices] OfferModules offer, CancellationToken cancel)
    {
        if (ModuleAsk.Read(Request, form => (form is nameof(Note) or nameof(Ask)) ? [TextOf(form)] : []) is not { } ask) return NotFound();
        if (await Offered(offer, ask.Into, cancel) is not { } offered) return NotFound();
        (Stuck, modulesAsked) = (ask.Form, ask.In(Request, ModelState, offered));
        return await Again(200);
    }

    private static string TextOf(string form) => form + "." + nameof(CaseForm.Text);

    private Task<IReadOnlyList<OfferedModule>?> Offered(OfferModules offer, string? into, CancellationToken cancel) =>
        offer.ForCase(Reference, into == TextOf(nameof(Ask)) ? WrittenFor.Residents : WrittenFor.Colleagues, null, Actor, cancel);
}

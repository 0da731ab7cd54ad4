using Loket.Cases.Modules;
using Loket.Web.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Loket.Web.Pages.Staff.Modules;

/// <summary>The text modules beside the fields of a form. The list is asked for by a button, so that a page without it costs nothing.</summary>
/// <param name="Form">Name of the form.</param>
/// <param name="Page">Address of the page.</param>
/// <param name="Fields">The fields in which they can be put: the posted name, and what it is called.</param>
/// <param name="Asked">What was asked for; null as long as nothing was.</param>
public sealed record ModuleBox(string Form, string Page, IReadOnlyList<Choice> Fields, ModuleAsk? Asked)
{
    /// <summary>The list that is shown; null as long as nobody asked for it, or for that of another form.</summary>
    public IReadOnlyList<OfferedModule>? Shown => Asked?.Form == Form ? Asked.Shown : null;

    /// <summary>Where the form is sent to show the list or to put one in; comes back at the field.</summary>
    public string Do => QueryHelpers.AddQueryString(Page, "handler", "Module") + "#" + Html.IdOf(Asked is { } asked && asked.Form == Form ? asked.Into : Fields[0].Value);

    /// <summary>Where a script gets what there is.</summary>
    public string Offers => QueryHelpers.AddQueryString(Page, "handler", "Modules");

    /// <summary>The names of the fields, for a script.</summary>
    public string Into => string.Join(' ', Fields.Select(one => one.Value));
}

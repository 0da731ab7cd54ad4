using Loket.Intake.Follow;
using Loket.Kernel.References;
using Loket.Organisation.Settings;
using Loket.Web.Rights;
using Loket.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Follow;

/// <summary>The reference of what the resident wants to follow.</summary>
[Open]
public sealed class IndexModel(RequestCode request, Profiles profiles) : PublicPage
{
    /// <summary>What is filled in.</summary>
    [BindProperty]
    public ReferenceForm Form { get; set; } = new();

    /// <summary>Why the reader is back here, as a key of the texts; null for who comes by themselves.</summary>
    [TempData]
    public string? Away { get; set; }

    /// <summary>Shows the page.</summary>
    public void OnGet() => Form.Reference = FollowCookies.Reference(Request);

    /// <summary>Sends a code if that can be done, and asks for it in any case: nothing tells whether the reference exists.</summary>
    public async Task<IActionResult> OnPostAsync(string? way, CancellationToken cancel)
    {
        if (Reference.Read(Form.Reference, (await profiles.Current(cancel)).ReferencePrefix).Reference is not { } reference) return await Refuse(FollowFailures.NoReference);
        FollowCookies.KeepReference(HttpContext, reference.ToString());
        if (way == "pin") return LocalRedirect("~/volgen/code?met=pin");
        return await Answer(
            request.Handle(new RequestCode.Request(reference, ClientAddress.Of(HttpContext)), cancel), _ => LocalRedirect("~/volgen/code"));
    }
}

/// <summary>A reference.</summary>
public sealed class ReferenceForm
{
    /// <summary>As it is typed.</summary>
    public string? Reference { get; set; }
}

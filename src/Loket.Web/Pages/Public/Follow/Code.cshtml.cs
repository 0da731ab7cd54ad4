using Loket.Intake.Follow;
using Loket.Kernel.References;
using Loket.Organisation.Settings;
using Loket.Web.Rights;
using Loket.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Follow;

/// <summary>The code that was sent, or the PIN of the slip or letter.</summary>
[Open]
public sealed class CodeModel(OpenFollow open, Profiles profiles) : PublicPage
{
    /// <summary>What is filled in.</summary>
    [BindProperty]
    public CodeForm Form { get; set; } = new();

    /// <summary><c>pin</c> when the reader has a PIN.</summary>
    [BindProperty(SupportsGet = true, Name = "met")]
    public string? With { get; set; }

    /// <summary>Whether the reader has a PIN.</summary>
    public bool HasPin => With == "pin";

    /// <summary>The reference that was typed.</summary>
    public string? Typed => FollowCookies.Reference(Request);

    /// <summary>Shows the page.</summary>
    public IActionResult OnGet() => Typed is null ? LocalRedirect("~/volgen") : Page();

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Reference.Read(Typed, (await profiles.Current(cancel)).ReferencePrefix).Reference is not { } reference) return LocalRedirect("~/volgen");
        if (!SixDigitCode.TryRead(Form.Code, out var code)) return await Refuse(FollowFailures.NoCode);
        return await Answer(
            open.Handle(new OpenFollow.Request(reference, code, ClientAddress.Of(HttpContext)), cancel),
            ticket =>
            {
                FollowCookies.KeepTicket(HttpContext, ticket);
                return LocalRedirect("~/volgen/zaak");
            });
    }
}

/// <summary>A code.</summary>
public sealed class CodeForm
{
    /// <summary>As it is typed.</summary>
    public string? Code { get; set; }
}

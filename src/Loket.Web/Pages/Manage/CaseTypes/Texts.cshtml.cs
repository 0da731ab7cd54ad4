using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>Which texts of messages a kind of case has of its own, in its draft.</summary>
[Right(Right.Configure)]
public sealed class TextsModel(CaseTypeForms forms) : StaffPage
{
    /// <summary>The type's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>The draft as it stands.</summary>
    public CaseTypeSetUp Stands { get; private set; } = null!;

    /// <summary>The texts that it can have.</summary>
    public IReadOnlyList<string> Keys => TypeTexts.Of(Stands.Details.FormalPaper);

    /// <summary>Whether one is its own.</summary>
    public bool IsOwn(string key, string language) => TypeTexts.Find(Stands.Details, key, language) is not null;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await forms.Type(Type, Actor, cancel) is not { } stands) return NotFound();
        Stands = stands;
        return Page();
    }
}

using Loket.Web.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loket.Gallery.Pages;

/// <summary>Every field there is, and what it says when it is not right.</summary>
public sealed class FormModel : PageModel
{
    [BindProperty]
    public SampleForm Form { get; set; } = new();

    public IReadOnlyList<Choice> Kinds { get; } =
    [
        new("lamp", "Straatverlichting", "Een lamp brandt niet, of juist overdag."),
        new("waste", "Afval", "Een volle bak, of afval op straat."),
        new("other", "Iets anders"),
    ];

    public IReadOnlyList<Choice> Villages { get; } =
        [new("hfd", "Hoofddorp", Group: "Midden"), new("nvp", "Nieuw-Vennep", Group: "Zuid"), new("abb", "Abbenes", Group: "Zuid"), new("zwb", "Zwanenburg", Group: "Noord")];

    public IReadOnlyList<Choice> Moments { get; } = [new("change", "Bij elke stap"), new("end", "Als het klaar is")];

    /// <summary>With <c>?errors=true</c> the page shows what it says after a form that was sent empty.</summary>
    public void OnGet(bool errors)
    {
        if (errors) Check();
    }

    public IActionResult OnPost()
    {
        Check();
        return ModelState.IsValid ? RedirectToPage("Confirmation") : Page();
    }

    private void Check()
    {
        if (string.IsNullOrWhiteSpace(Form.Kind)) ModelState.AddModelError("Form.Kind", "Kies waar het over gaat.");
        if (string.IsNullOrWhiteSpace(Form.Text)) ModelState.AddModelError("Form.Text", "Schrijf op wat er aan de hand is.");
        if (Form.Since is { IsEmpty: false, Date: null }) ModelState.AddModelError("Form.Since", "Deze datum bestaat niet. Vul een dag, maand en jaar in, bijvoorbeeld 26 11 2026.");
        if (string.IsNullOrWhiteSpace(Form.Phone)) ModelState.AddModelError("Form.Phone", "Vul een telefoonnummer in, bijvoorbeeld 06 12345678.");
    }
}

/// <summary>What is posted.</summary>
public sealed class SampleForm
{
    public string? Kind { get; set; }

    public string? Text { get; set; }

    public string? Village { get; set; }

    public DateEntry Since { get; set; } = new();

    public string? Lamp { get; set; }

    public IReadOnlyList<IFormFile> Photos { get; set; } = [];

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public List<string> Tell { get; set; } = ["end"];

    public bool Danger { get; set; }
}

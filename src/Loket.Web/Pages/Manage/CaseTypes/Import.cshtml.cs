using System.Globalization;
using System.Text;
using Loket.Cases;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>A kind of case from a file: it becomes the draft of that kind, or nothing happens and the page says which line is wrong.</summary>
[Right(Right.Configure)]
public sealed class ImportModel(ImportCaseType import) : StaffPage
{
    private const int Largest = 1_000_000;

    private static readonly string[] Parts = [nameof(CaseTypeDetails.Results), nameof(CaseTypeDetails.Statuses), nameof(CaseTypeDetails.Tasks), nameof(CaseTypeDetails.Texts)];

    /// <summary>What is sent.</summary>
    [BindProperty]
    public ImportForm Form { get; set; } = new();

    /// <summary>What was done just now, for the page of the versions.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Takes the file in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Form.File is not { Length: > 0 } file) return await Refuse(OrganisationFailures.Required.At(nameof(Form.File)));
        if (file.Length > Largest) return await Refuse(CaseFailures.FileOther.At(nameof(Form.File)));
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var taken = await import.Handle(new ImportCaseType.Request(RequestKey, await reader.ReadToEndAsync(cancel), Actor), cancel);
        if (!taken.Succeeded) return await Wrong(taken.Failure);
        Notice = "Saved";
        return LocalRedirect($"~/beheer/zaaktypen/{taken.Value}/versies");
    }

    // All of it is about the one field of the page: where in the file it is goes in front.
    private async Task<IActionResult> Wrong(Failure failure)
    {
        if (failure.Kind == FailureKind.Forbidden) return await Refuse(failure);
        ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.File)}", PlaceOf(failure.Field) + Words.Of(failure));
        return await Again(failure.Kind == FailureKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private string PlaceOf(string? field)
    {
        if (string.IsNullOrEmpty(field)) return "";
        var (open, close) = (field.IndexOf('[', StringComparison.Ordinal), field.IndexOf(']', StringComparison.Ordinal));
        if (open < 0 || close < open || !Parts.Contains(field[..open]) || !int.TryParse(field.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            return $"“{AsWritten(field)}”: ";
        var name = close + 2 < field.Length ? $" (“{AsWritten(field[(close + 2)..])}”)" : "";
        return $"{Words["Part." + field[..open], line + 1]}{name}: ";
    }

    // As the file names it.
    private static string AsWritten(string field) => string.Join('.', field.Split('.').Select(name => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..]));
}

/// <summary>What is sent to be taken in.</summary>
public sealed class ImportForm
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }
}

using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>The statuses of a kind of case, in its draft: what colleagues and residents read, and when residents hear of it (row B1).</summary>
[Right(Right.Configure)]
public sealed class StatusesModel(CaseTypeForms forms, SaveCaseType save) : ManagePage<StatusesForm>
{
    /// <summary>The type's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>The draft as it stands.</summary>
    public CaseTypeSetUp Stands { get; private set; } = null!;

    /// <summary>The stages that every case knows.</summary>
    public static IReadOnlyList<Choice> Stages => [.. Statuses.Stages.Select(stage => new Choice(stage.ToString(), StaffWords.Here.Of(stage)))];

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Changes them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        if (Form.Close())
        {
            foreach (var name in ModelState.Keys.Where(key => key.StartsWith("Form.Statuses[", StringComparison.Ordinal)).ToList()) ModelState.Remove(name);
        }

        var statuses = Form.Read();
        if (!statuses.Succeeded) return await Refuse(statuses.Failure);
        return await Save(
            save.Handle(new SaveCaseType.Request(RequestKey, Stands.Details with { Statuses = statuses.Value }, Form.Version, Actor), cancel), $"~/beheer/zaaktypen/{Type}/versies", cancel);
    }

    /// <inheritdoc />
    protected override async Task<StatusesForm?> Present(CancellationToken cancel)
    {
        if (await forms.Type(Type, Actor, cancel) is not { } stands) return null;
        Stands = stands;
        return StatusesForm.Of(stands);
    }
}

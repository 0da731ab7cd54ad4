using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>The draft of one kind of case: its name, norm, confidentiality and results (row B1).</summary>
[Right(Right.Configure)]
public sealed class TypeModel(CaseTypeForms forms, SaveCaseType save, SelectionList list) : ManagePage<TypeForm>
{
    /// <summary>The type's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>As it stands; null for a new one.</summary>
    public CaseTypeSetUp? Stands { get; private set; }

    /// <summary>Who may know of it.</summary>
    public IReadOnlyList<Choice> Confidentialities =>
        [.. Enum.GetValues<Confidentiality>().Select(one => new Choice(one.ToString(), Words["Confidentiality." + one], Words["Confidentiality." + one + ".Hint"]))];

    /// <summary>In what its norm is counted.</summary>
    public IReadOnlyList<Choice> Norms => [.. Enum.GetValues<NormKind>().Select(kind => new Choice(kind.ToString(), StaffWords.Here["NormKind." + kind]))];

    /// <summary>On which grounds a case can be kept: the selection list, where it is kept here.</summary>
    public IReadOnlyList<Choice> Grounds { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Makes or changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        if (Stands is not null) Form.Key = Type;
        if (Form.Close())
        {
            foreach (var name in ModelState.Keys.Where(key => key.StartsWith("Form.Results[", StringComparison.Ordinal)).ToList()) ModelState.Remove(name);
        }

        var details = Form.Details(Stands?.Details);
        if (!details.Succeeded) return await Refuse(details.Failure);
        return await Save(
            save.Handle(new SaveCaseType.Request(RequestKey, details.Value, Stands is null ? null : Form.Version, Actor), cancel), $"~/beheer/zaaktypen/{details.Value.Key}/versies", cancel);
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => Grounds =
        [.. (await list.All(Actor, cancel)).Select(entry => new Choice(entry.Number, $"{entry.Number} {entry.Name} ({entry.Years}, {Words["Nomination." + entry.Nomination]})"))];

    /// <inheritdoc />
    protected override async Task<TypeForm?> Present(CancellationToken cancel)
    {
        if (Type == New) return new TypeForm();
        Stands = await forms.Type(Type, Actor, cancel);
        return Stands is null ? null : TypeForm.Of(Stands);
    }
}

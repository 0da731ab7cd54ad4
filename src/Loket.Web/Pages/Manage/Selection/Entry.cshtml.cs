using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Manage.CaseTypes;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Selection;

/// <summary>One entry of the selection list.</summary>
[Right(Right.Configure)]
public sealed class EntryModel(SelectionList list, SaveSelectionEntry save) : ManagePage<EntryForm>
{
    /// <summary>The number in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>As it stands; null for a new one.</summary>
    public SelectionCard? Card { get; private set; }

    /// <summary>What can become of a case.</summary>
    public IReadOnlyList<Choice> Nominations => [.. Enum.GetValues<ArchiveNomination>().Select(one => new Choice(one.ToString(), Words["Nomination." + one]))];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Makes or changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        return await Save(
            save.Handle(
                new SaveSelectionEntry.Request(
                    RequestKey, Card?.Number ?? Form.Number?.Trim() ?? "", Form.Name?.Trim() ?? "", Form.Nomination, TypeForm.Number(Form.Years), Card is null ? null : Form.Version, Actor),
                cancel),
            "~/beheer/selectielijst", cancel);
    }

    /// <inheritdoc />
    protected override async Task<EntryForm?> Present(CancellationToken cancel)
    {
        if (Number == New) return new EntryForm();
        Card = (await list.All(Actor, cancel)).FirstOrDefault(entry => entry.Number == Number);
        return Card is null ? null : EntryForm.Of(Card);
    }
}

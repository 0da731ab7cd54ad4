using Loket.Cases.Types;
using Loket.Web.Components;
using Loket.Web.Pages.Manage.CaseTypes;

namespace Loket.Web.Pages.Manage.Selection;

/// <summary>What is filled in about an entry of the selection list.</summary>
public sealed class EntryForm : IManageForm
{
    /// <summary>Its number in the list.</summary>
    public string? Number { get; set; }

    /// <summary>What it is about.</summary>
    public string? Name { get; set; }

    /// <summary>How many years a case is kept.</summary>
    public string? Years { get; set; }

    /// <summary>What becomes of it then.</summary>
    public ArchiveNomination Nomination { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) => [("Name", Name), ("Years", Years), ("Nomination", words["Nomination." + Nomination])];

    internal static EntryForm Of(SelectionCard card) => new()
    {
        Number = card.Number, Name = card.Name, Years = TypeForm.Text(card.Years), Nomination = card.Nomination, Version = card.Version,
    };
}

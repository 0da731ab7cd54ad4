using Loket.Organisation.Desks;
using Loket.Web.Components;

namespace Loket.Web.Pages.Manage.Desks;

/// <summary>What is filled in about a desk.</summary>
public sealed class DeskForm : IManageForm
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>Technical key.</summary>
    public string? Key { get; set; }

    /// <summary>Street, number and village.</summary>
    public string? Address { get; set; }

    /// <summary>The number.</summary>
    public string? Phone { get; set; }

    /// <summary>When it is open.</summary>
    public WeekForm Hours { get; set; } = new();

    /// <summary>The hours in words, Dutch.</summary>
    public string? OpeningTextNl { get; set; }

    /// <summary>The hours in words, English.</summary>
    public string? OpeningTextEn { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
        [("Name", Name), ("Key", Key), ("Address", Address), ("Phone", Phone), ("Hours", Hours.InWords()), ("OpeningTextNl", OpeningTextNl), ("OpeningTextEn", OpeningTextEn)];

    internal static DeskForm Of(DeskCard card) => new()
    {
        Name = card.Name, Key = card.Key, Address = card.Address, Phone = card.Phone, Hours = WeekForm.Of(card.Hours), OpeningTextNl = card.OpeningTextNl,
        OpeningTextEn = card.OpeningTextEn, Version = card.Version,
    };

    internal DeskDetails Details() => new(Key, Name, Address, Phone, Hours.ToString(), OpeningTextNl, OpeningTextEn);
}

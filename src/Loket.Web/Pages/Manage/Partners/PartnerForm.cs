using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using System.Globalization;

namespace Loket.Web.Pages.Manage.Partners;

/// <summary>What is filled in about a partner.</summary>
public sealed class PartnerForm : IManageForm
{
    /// <summary>The name, as residents read it.</summary>
    public string? Name { get; set; }

    /// <summary>Technical key.</summary>
    public string? Key { get; set; }

    /// <summary>The shared address.</summary>
    public string? Email { get; set; }

    /// <summary>The number.</summary>
    public string? Phone { get; set; }

    /// <summary>Name of a <see cref="NormKind"/>.</summary>
    public string? NormKind { get; set; } = nameof(Loket.Kernel.Calendars.NormKind.WorkingDays);

    /// <summary>How many of them.</summary>
    public string? NormAmount { get; set; } = "2";

    /// <summary>Name of a <see cref="Sharing"/>.</summary>
    public string? Sharing { get; set; } = nameof(Organisation.Partners.Sharing.Nothing);

    /// <summary>Whether the pictures of residents go along when a rule hands a case over.</summary>
    public bool Pictures { get; set; }

    /// <summary>Its people, one on each line: name, comma, address.</summary>
    public string? People { get; set; }

    /// <summary>Whether nothing is handed over to it any more.</summary>
    public bool Closed { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
    [
        ("Name", Name), ("Key", Key), ("Email", Email), ("Phone", Phone), ("People", People), ("NormAmount", NormAmount), ("NormKind", StaffWords.Here["NormKind." + NormKind]),
        ("Sharing", words["Sharing." + Sharing]), ("Pictures", words.YesNo(Pictures)), ("Closed", words.YesNo(Closed)),
    ];

    internal static PartnerForm Of(PartnerCard card) => new()
    {
        Name = card.Name, Key = card.Key, Email = card.Email, Phone = card.Phone, NormKind = card.ResponseNorm.Kind.ToString(),
        NormAmount = card.ResponseNorm.Amount.ToString(CultureInfo.InvariantCulture), Sharing = card.Sharing.ToString(), Pictures = card.PicturesGoAlong,
        People = string.Join('\n', card.People.Select(person => $"{person.Name}, {person.Email}")), Closed = card.IsClosed, Version = card.Version,
    };

    internal Result<PartnerDetails> Details()
    {
        if (!Enum.TryParse<NormKind>(NormKind, out var kind)) return OrganisationFailures.Required.At(nameof(NormKind));
        if (!int.TryParse(NormAmount, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount is < 1 or > Norm.MaximumAmount)
            return OrganisationFailures.NoNorm.At(nameof(NormAmount));
        if (!Enum.TryParse<Sharing>(Sharing, out var sharing)) return OrganisationFailures.Required.At(nameof(Sharing));
        return new PartnerDetails(Key, Name, Email, new Norm(kind, amount), sharing, Phone, [.. Lines(People).Select(Person)], Closed, Pictures);
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Names may hold a comma, addresses never do.
    private static PartnerPersonDetails Person(string line) =>
        line.LastIndexOf(',') is >= 0 and var comma ? new PartnerPersonDetails(line[..comma], line[(comma + 1)..]) : new PartnerPersonDetails(line, null);
}

using Loket.Contacts;
using Loket.Kernel.Calendars;
using Loket.Kernel;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Loket.Cases.Types;

/// <summary>Who may know of a case.</summary>
public enum Confidentiality
{
    /// <summary>Nothing private in it; a resident may follow it by reference and code.</summary>
    Low,

    /// <summary>For staff who may see cases.</summary>
    Normal,

    /// <summary>For the people of its group alone; invisible, existence included, to all others.</summary>
    Sensitive,
}

/// <summary>How a case can end.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Nl">In Dutch.</param>
/// <param name="En">In English.</param>
/// <param name="Solved">Whether the resident's problem is gone; closed and solved are two things.</param>
/// <param name="RetentionYears">How long the case is kept after it.</param>
/// <param name="Ground">The number of the entry of the selection list by which it is; null where none was chosen.</param>
/// <param name="Nomination">What becomes of the case then.</param>
public sealed record ResultType(
    string Key, string Nl, string En, bool Solved, int RetentionYears, string? Ground = null, ArchiveNomination Nomination = ArchiveNomination.Destroy)
{
    /// <summary>Whether it says what an entry of the selection list says.</summary>
    public bool Agrees(SelectionCard entry) => (Ground, RetentionYears, Nomination) == (entry.Number, entry.Years, entry.Nomination);

    /// <summary>As the entry of the selection list says.</summary>
    public ResultType By(SelectionCard entry) => this with { Ground = entry.Number, RetentionYears = entry.Years, Nomination = entry.Nomination };
}

/// <summary>How a kind of case runs (row B1), as data: what is live, for cases that are opened from now on.</summary>
internal sealed class CaseType : IStanding
{
    public required string Key { get; init; }

    /// <summary>The number of the version that is live.</summary>
    public int Number { get; private set; }

    public string NameNl { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public Confidentiality Confidentiality { get; private set; }

    /// <summary>The group that may know of it, when it is sensitive.</summary>
    public string? SensitiveGroup { get; private set; }

    /// <summary>The group whose people alone may know that something of this type exists; null for no secret.</summary>
    public string? Group => Confidentiality == Confidentiality.Sensitive ? SensitiveGroup : null;

    public NormKind NormKind { get; private set; }

    public int NormAmount { get; private set; }

    /// <summary>The formal paper that this type is for.</summary>
    public FormalPaper? FormalPaper { get; private set; }

    /// <summary>From now on this version counts.</summary>
    public void GoLive(CaseTypeVersion version)
    {
        var details = version.Details;
        (Number, NameNl, NameEn) = (version.Number, details.NameNl, details.NameEn);
        (Confidentiality, SensitiveGroup) = (details.Confidentiality, details.SensitiveGroup);
        (NormKind, NormAmount, FormalPaper) = (details.Norm.Kind, details.Norm.Amount, details.FormalPaper);
    }
}

/// <summary>What a case is about (row A2): one of some forty subjects under five main groups.</summary>
internal sealed class Category : IVersioned, IStanding
{
    public required string Key { get; init; }

    public int Version { get; private set; }

    /// <summary>Key of the main group.</summary>
    public required string Group { get; set; }

    public required string NameNl { get; set; }

    public required string NameEn { get; set; }

    /// <summary>One sentence that says what belongs here.</summary>
    public required string MeaningNl { get; set; }

    public required string MeaningEn { get; set; }

    public required string CaseType { get; set; }

    /// <summary>Own norm, where it differs from the type's.</summary>
    public NormKind? NormKind { get; set; }

    public int? NormAmount { get; set; }

    /// <summary>Key of the portfolio of the executive to which it belongs; kept in the organisation's own room, so checked when it is saved.</summary>
    public string? Portfolio { get; set; }

    /// <summary>Within how many metres another report of this subject may be the same.</summary>
    public int RepeatRadius { get; set; } = 30;

    /// <summary>Danger by its nature: cannot wait for office hours and is never joined by itself.</summary>
    public bool Danger { get; set; }

    /// <summary>Words and phrases, in any language, that make a contact about this dangerous.</summary>
    [NotPersonal("words that are looked for, for every case alike")]
    public List<string> DangerWords { get; set; } = [];

    public bool Active { get; set; } = true;
}

internal sealed class CaseTypeConfiguration : IEntityTypeConfiguration<CaseType>, IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<CaseType> builder)
    {
        builder.ToTable("case_types");
        builder.HasKey(type => type.Key);
        builder.Property(type => type.Key).HasMaxLength(60);
        builder.Property(type => type.SensitiveGroup).HasMaxLength(40);
        builder.HasIndex(type => type.FormalPaper).IsUnique();
        builder.HasOne<CaseTypeVersion>().WithMany().HasForeignKey(type => new { type.Key, type.Number });
    }

    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("categories");
        builder.HasKey(category => category.Key);
        builder.Property(category => category.Key).HasMaxLength(60);
        builder.Property(category => category.Group).HasMaxLength(60);
        builder.Property(category => category.DangerWords).HasConversion<LinesConverter, LinesComparer>();
        builder.HasOne<CaseType>().WithMany().HasForeignKey(category => category.CaseType);
    }
}

internal sealed class LinesConverter() : ValueConverter<List<string>, string>(
    lines => string.Join('\n', lines),
    text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList());

internal sealed class LinesComparer() : ValueComparer<List<string>>(
    (left, right) => left!.SequenceEqual(right!),
    lines => lines.Count,
    lines => lines.ToList());

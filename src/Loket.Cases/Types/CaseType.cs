using System.Text.Json;
using Loket.Contacts;
using Loket.Kernel.Calendars;
using Loket.Storage;
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
/// <param name="RetentionYears">How long the case is kept after it, by the selection list.</param>
public sealed record ResultType(string Key, string Nl, string En, bool Solved, int RetentionYears);

/// <summary>How a kind of case runs (row B1), as data.</summary>
internal sealed class CaseType : IVersioned, IStanding
{
    public required string Key { get; init; }

    public int Version { get; private set; }

    public required string NameNl { get; set; }

    public required string NameEn { get; set; }

    public Confidentiality Confidentiality { get; set; }

    /// <summary>The group that may know of it, when it is sensitive.</summary>
    public string? SensitiveGroup { get; set; }

    /// <summary>The group whose people alone may know that something of this type exists; null for no secret.</summary>
    public string? Group => Confidentiality == Confidentiality.Sensitive ? SensitiveGroup : null;

    public NormKind NormKind { get; set; }

    public int NormAmount { get; set; }

    /// <summary>How long after its end a repeat reopens it, in days.</summary>
    public int ReopenDays { get; set; } = 30;

    /// <summary>The formal paper that this type is for.</summary>
    public FormalPaper? FormalPaper { get; set; }

    public List<ResultType> Results { get; set; } = [];

    public Norm Norm => new(NormKind, NormAmount);
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
        builder.Property(type => type.Results).HasConversion<ResultTypesConverter, ResultTypesComparer>();
        builder.HasIndex(type => type.FormalPaper).IsUnique();
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

internal sealed class ResultTypesConverter() : ValueConverter<List<ResultType>, string>(
    results => JsonSerializer.Serialize(results, Json.Options),
    text => JsonSerializer.Deserialize<List<ResultType>>(text, Json.Options)!);

internal sealed class ResultTypesComparer() : ValueComparer<List<ResultType>>(
    (left, right) => left!.SequenceEqual(right!),
    results => results.Count,
    results => results.ToList());

internal sealed class LinesConverter() : ValueConverter<List<string>, string>(
    lines => string.Join('\n', lines),
    text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList());

internal sealed class LinesComparer() : ValueComparer<List<string>>(
    (left, right) => left!.SequenceEqual(right!),
    lines => lines.Count,
    lines => lines.ToList());

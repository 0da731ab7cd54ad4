using Loket.Kernel;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Cases.Types;

/// <summary>What becomes of a case when its years are over.</summary>
public enum ArchiveNomination
{
    /// <summary>It is destroyed.</summary>
    Destroy,

    /// <summary>It is kept for ever: it goes to the archive.</summary>
    Keep,
}

/// <summary>An entry of the selection list by which the municipality keeps and destroys what it has (row B6): the ground of how long a case is kept.</summary>
/// <param name="Number">Its number in the list.</param>
/// <param name="Name">What it is about, in the words of the list.</param>
/// <param name="Nomination">What becomes of it.</param>
/// <param name="Years">After how many years.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record SelectionCard(string Number, string Name, ArchiveNomination Nomination, int Years, int Version);

/// <summary>An entry of the selection list; the law changes it every few years, so it is data of the municipality.</summary>
internal sealed class SelectionEntry : IVersioned
{
    [NotPersonal("the number of an entry of a public list")]
    public required string Number { get; init; }

    public int Version { get; private set; }

    [NotPersonal("words of a public list")]
    public string Name { get; private set; } = "";

    public ArchiveNomination Nomination { get; private set; }

    public int Years { get; private set; }

    public void Fill(string name, ArchiveNomination nomination, int years) => (Name, Nomination, Years) = (name, nomination, years);

    public SelectionCard Card() => new(Number, Name, Nomination, Years, Version);
}

internal sealed class SelectionEntryConfiguration : IEntityTypeConfiguration<SelectionEntry>
{
    public void Configure(EntityTypeBuilder<SelectionEntry> builder)
    {
        builder.ToTable("selection_entries");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).HasMaxLength(20);
        builder.Property(entry => entry.Name).HasMaxLength(200);
    }
}

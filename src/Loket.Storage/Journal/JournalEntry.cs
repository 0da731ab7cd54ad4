using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Storage.Journal;

/// <summary>Identifies an entry of the journal.</summary>
public readonly record struct JournalEntryId(Guid Value) : IId<JournalEntryId>
{
    /// <inheritdoc />
    public static JournalEntryId From(Guid value) => new(value);

    /// <summary>Made earlier; for keyset paging.</summary>
    public static bool operator <(JournalEntryId left, JournalEntryId right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>Made later; for keyset paging.</summary>
    public static bool operator >(JournalEntryId left, JournalEntryId right) => right < left;
}

/// <summary>One thing that happened, never changed and never removed (the database refuses).</summary>
internal sealed class JournalEntry
{
    public required JournalEntryId Id { get; init; }

    public required Instant At { get; init; }

    public required string Kind { get; init; }

    public required WhoKind WhoKind { get; init; }

    public required Guid? WhoId { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>References and plain facts, as JSON.</summary>
    [NotPersonal("references and facts: what says who somebody is stands apart")]
    public required string Data { get; init; }

    /// <summary>Salted digest of the personal values, when it has any.</summary>
    public required byte[]? PersonalDigest { get; init; }

    /// <summary>Digest of all the above; what the chain is made of.</summary>
    public byte[] Digest { get; set; } = [];
}

/// <summary>The personal values of an entry; erased when their time is up, the chain stays whole.</summary>
internal sealed class JournalPersonal
{
    public required JournalEntryId EntryId { get; init; }

    public required byte[] Salt { get; init; }

    [Personal("timeline", "case")]
    public required string Data { get; init; }
}

/// <summary>On whose timeline an entry stands.</summary>
internal sealed class JournalSubject
{
    public required Guid SubjectId { get; init; }

    public required Instant At { get; init; }

    public required JournalEntryId EntryId { get; init; }
}

/// <summary>An entry that the sealer has not linked yet; made with the entry, gone with the seal.</summary>
internal sealed class JournalUnsealed
{
    public required JournalEntryId EntryId { get; init; }
}

/// <summary>A link of the chain: keyed digest over the previous link and the entry's digest.</summary>
internal sealed class JournalSeal
{
    public required long Position { get; init; }

    public required JournalEntryId EntryId { get; init; }

    public required byte[] Chain { get; init; }
}

internal sealed class JournalConfiguration :
    IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<JournalPersonal>, IEntityTypeConfiguration<JournalSubject>,
    IEntityTypeConfiguration<JournalUnsealed>, IEntityTypeConfiguration<JournalSeal>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal_entries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Kind).HasMaxLength(80);
        builder.HasIndex(entry => new { entry.At, entry.Id });   // reviewers read it by day
    }

    public void Configure(EntityTypeBuilder<JournalPersonal> builder)
    {
        builder.ToTable("journal_personal");
        builder.HasKey(personal => personal.EntryId);
    }

    public void Configure(EntityTypeBuilder<JournalSubject> builder)
    {
        builder.ToTable("journal_subjects");
        builder.HasKey(subject => new { subject.SubjectId, subject.At, subject.EntryId });
    }

    public void Configure(EntityTypeBuilder<JournalUnsealed> builder)
    {
        builder.ToTable("journal_unsealed");
        builder.HasKey(unsealed => unsealed.EntryId);
    }

    public void Configure(EntityTypeBuilder<JournalSeal> builder)
    {
        builder.ToTable("journal_seals");
        builder.HasKey(seal => seal.Position);
        builder.Property(seal => seal.Position).ValueGeneratedNever();
        builder.HasIndex(seal => seal.EntryId).IsUnique();
    }
}

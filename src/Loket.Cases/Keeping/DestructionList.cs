using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>How a list of cases to be destroyed stands.</summary>
public enum DestructionState
{
    /// <summary>The program drew it; nobody has put it forward yet.</summary>
    Drawn,

    /// <summary>Somebody put it forward; another must approve.</summary>
    Proposed,

    /// <summary>Somebody else approved it; it is being carried out.</summary>
    Approved,

    /// <summary>It was carried out; what is left of it is the declaration.</summary>
    Done,

    /// <summary>It was thrown away; its cases come on a later one.</summary>
    Withdrawn,
}

/// <summary>Cases that are to be destroyed by now, of one sensitive group or of none: put forward by one person, approved by another, carried out, and then the declaration of it.</summary>
internal sealed class DestructionList : IVersioned
{
    public required DestructionListId Id { get; init; }

    public int Version { get; private set; }

    public required Instant DrawnAt { get; init; }

    /// <summary>The group whose people alone may know of its cases; null for no secret.</summary>
    public required string? SensitiveGroup { get; init; }

    public DestructionState State { get; private set; }

    public StaffId? ProposedBy { get; private set; }

    public Instant? ProposedAt { get; private set; }

    public StaffId? ApprovedBy { get; private set; }

    public Instant? ApprovedAt { get; private set; }

    public StaffId? WithdrawnBy { get; private set; }

    /// <summary>When it was carried out, or thrown away.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>How many went with the cases.</summary>
    public int Contacts { get; private set; }

    public int Customers { get; private set; }

    public int Messages { get; private set; }

    public int Files { get; private set; }

    /// <summary>Whether cases can still be taken out of it.</summary>
    public bool IsOpen => State is DestructionState.Drawn or DestructionState.Proposed;

    /// <summary>Somebody answers for it.</summary>
    public Failure? Propose(StaffId by, Instant at)
    {
        if (State != DestructionState.Drawn) return KeepingFailures.ListWentOn;
        (State, ProposedBy, ProposedAt) = (DestructionState.Proposed, by, at);
        return null;
    }

    /// <summary>Somebody else agrees.</summary>
    public Failure? Approve(StaffId by, Instant at)
    {
        if (State != DestructionState.Proposed) return KeepingFailures.ListWentOn;
        if (ProposedBy == by) return KeepingFailures.SecondPerson;
        (State, ApprovedBy, ApprovedAt) = (DestructionState.Approved, by, at);
        return null;
    }

    /// <summary>It is thrown away, by either of them.</summary>
    public Failure? Withdraw(StaffId by, Instant at)
    {
        if (!IsOpen) return KeepingFailures.ListWentOn;
        (State, WithdrawnBy, EndedAt) = (DestructionState.Withdrawn, by, at);
        return null;
    }

    /// <summary>So much went with one of its cases.</summary>
    public void Count(Destroyed destroyed) => (Contacts, Customers, Messages, Files) =
        (Contacts + destroyed.Contacts, Customers + destroyed.Customers, Messages + destroyed.Messages, Files + destroyed.Files);

    /// <summary>Nothing is left to do.</summary>
    public void Finish(Instant at) => (State, EndedAt) = (DestructionState.Done, at);
}

/// <summary>What became of a case on a list.</summary>
public enum DestructionFate
{
    /// <summary>It is to be destroyed.</summary>
    Listed,

    /// <summary>Somebody took it out, for a reason.</summary>
    TakenOut,

    /// <summary>It is destroyed.</summary>
    Destroyed,

    /// <summary>When its turn came it was held, open again, or to be kept longer.</summary>
    Stayed,
}

/// <summary>A case on a list.</summary>
internal sealed class DestructionItem
{
    /// <summary>In characters.</summary>
    public const int LongestReason = 500;

    public required DestructionListId List { get; init; }

    public required CaseId CaseId { get; init; }

    public DestructionFate Fate { get; private set; }

    /// <summary>Why it was taken out.</summary>
    [Personal("accountability", "case")]
    public string? Reason { get; private set; }

    public StaffId? TakenOutBy { get; private set; }

    public Instant? FateAt { get; private set; }

    public void TakeOut(string reason, StaffId by, Instant at) => (Fate, Reason, TakenOutBy, FateAt) = (DestructionFate.TakenOut, reason, by, at);

    /// <summary>Its turn came.</summary>
    public void Meet(DestructionFate fate, Instant at) => (Fate, FateAt) = (fate, at);
}

internal sealed class DestructionConfiguration : IEntityTypeConfiguration<DestructionList>, IEntityTypeConfiguration<DestructionItem>
{
    public void Configure(EntityTypeBuilder<DestructionList> builder)
    {
        builder.ToTable("destruction_lists", table => table.HasCheckConstraint(
            // Two people look at it, whatever the program thinks.
            "ck_destruction_lists_two",
            "(state NOT IN ('Approved', 'Done') OR approved_by IS NOT NULL) AND (approved_by IS NULL OR (proposed_by IS NOT NULL AND approved_by <> proposed_by))"));
        builder.HasKey(list => list.Id);
        builder.Property(list => list.SensitiveGroup).HasMaxLength(40);
        builder.Ignore(list => list.IsOpen);
    }

    public void Configure(EntityTypeBuilder<DestructionItem> builder)
    {
        builder.ToTable("destruction_items", table => table.HasCheckConstraint("ck_destruction_items_met", "(fate = 'Listed') = (fate_at IS NULL)"));
        builder.HasKey(item => new { item.List, item.CaseId });
        builder.Property(item => item.Reason).HasMaxLength(DestructionItem.LongestReason);
        builder.HasOne<DestructionList>().WithMany().HasForeignKey(item => item.List);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.CaseId);
        builder.HasIndex(item => new { item.List, item.Fate, item.CaseId });
        // A case waits on one list at a time.
        builder.HasIndex(item => item.CaseId).IsUnique().HasFilter("fate = 'Listed'");
    }
}

internal static class DestructionDb
{
    extension(Storage.LoketDb db)
    {
        internal DbSet<DestructionList> DestructionLists => db.Set<DestructionList>();

        internal DbSet<DestructionItem> DestructionItems => db.Set<DestructionItem>();
    }
}

using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.OnFile;

/// <summary>What became of a proposal to erase what is kept of somebody.</summary>
public enum ErasureOutcome
{
    /// <summary>Somebody else agreed, and it was erased.</summary>
    Approved,

    /// <summary>It was thrown away; nothing was erased.</summary>
    Withdrawn,
}

/// <summary>Somebody put forward that what is kept of a person is erased; somebody else decides.</summary>
internal sealed class ErasureProposal : IVersioned
{
    public required ErasureProposalId Id { get; init; }

    public int Version { get; private set; }

    public required CustomerId Customer { get; init; }

    /// <summary>By which they were found, so that who decides finds them too.</summary>
    public required string Reference { get; init; }

    /// <summary>The case in which they asked; null where the reference is of something else.</summary>
    public required CaseId? Request { get; init; }

    public required StaffId ProposedBy { get; init; }

    public required Instant ProposedAt { get; init; }

    public ErasureOutcome? Outcome { get; private set; }

    public StaffId? EndedBy { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>Somebody else agrees.</summary>
    public Failure? Approve(StaffId by, Instant at)
    {
        if (Outcome is not null) return AccessFailures.NoProposal;
        if (ProposedBy == by) return AccessFailures.SecondPerson;
        (Outcome, EndedBy, EndedAt) = (ErasureOutcome.Approved, by, at);
        return null;
    }

    /// <summary>It is thrown away, by either of them.</summary>
    public Failure? Withdraw(StaffId by, Instant at)
    {
        if (Outcome is not null) return AccessFailures.NoProposal;
        (Outcome, EndedBy, EndedAt) = (ErasureOutcome.Withdrawn, by, at);
        return null;
    }
}

internal sealed class ErasureProposalConfiguration : IEntityTypeConfiguration<ErasureProposal>
{
    public void Configure(EntityTypeBuilder<ErasureProposal> builder)
    {
        builder.ToTable("erasure_proposals", table =>
        {
            table.HasCheckConstraint("ck_erasure_proposals_ended", "(outcome IS NULL) = (ended_by IS NULL) AND (outcome IS NULL) = (ended_at IS NULL)");
            // Two people look at it, whatever the program thinks.
            table.HasCheckConstraint("ck_erasure_proposals_two", "outcome IS NULL OR outcome <> 'Approved' OR ended_by <> proposed_by");
        });
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Reference).HasMaxLength(16);
        builder.HasOne<Case>().WithMany().HasForeignKey(one => one.Request);
        // One waits for each person at a time; and what waits.
        builder.HasIndex(one => one.Customer).IsUnique().HasFilter("outcome IS NULL");
    }
}

internal static class ErasureDb
{
    extension(Storage.LoketDb db)
    {
        internal DbSet<ErasureProposal> ErasureProposals => db.Set<ErasureProposal>();
    }
}

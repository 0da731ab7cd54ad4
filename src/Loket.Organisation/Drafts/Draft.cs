using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Drafts;

/// <summary>What a member of staff is writing and has not sent yet; sealed, for its owner alone. Of each form on each thing one stands.</summary>
internal sealed class Draft : IVersioned
{
    public required StaffId StaffId { get; init; }

    public required DraftPlace Place { get; init; }

    public required Guid Thing { get; init; }

    public required string Form { get; init; }

    public int Version { get; private set; }

    /// <summary>The page on which it is gone on with.</summary>
    [Personal("giving back what was typed", "30 days")]
    public required string Path { get; set; }

    [Personal("giving back what was typed", "30 days")]
    public required byte[] Body { get; set; }

    /// <summary>Key of the form from which it was kept last: once that was carried out, this is no draft any more.</summary>
    public required string FormKey { get; set; }

    /// <summary>Another one at each time that it is kept, so that a window knows whether it has seen the last.</summary>
    public required Guid Stamp { get; set; }

    public required Instant SavedAt { get; set; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.HasKey(draft => new { draft.StaffId, draft.Place, draft.Thing, draft.Form });
        builder.Property(draft => draft.Form).HasMaxLength(DraftSubject.LongestForm);
        builder.Property(draft => draft.Path).HasMaxLength(KeepDraft.LongestPath);
        builder.Property(draft => draft.FormKey).HasMaxLength(100);
        builder.HasOne<Staff>().WithMany().HasForeignKey(draft => draft.StaffId);
        builder.HasIndex(draft => draft.SavedAt);
    }
}

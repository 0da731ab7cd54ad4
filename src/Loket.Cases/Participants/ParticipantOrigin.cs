using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Participants;

/// <summary>A case on which a participant stood before they went along to one that was split off: until then what happened to it happened for them too.</summary>
internal sealed class ParticipantOrigin
{
    public required ParticipantId ParticipantId { get; init; }

    public required CaseId CaseId { get; init; }

    public required Instant Until { get; set; }

    /// <summary>They leave the case on which they stand now, and the one from which they came to it.</summary>
    public static async Task Remember(LoketDb db, Participant participant, Instant at, CancellationToken cancel)
    {
        foreach (var id in new[] { participant.CaseId, participant.MergedFrom }.OfType<CaseId>())
        {
            if (await db.Set<ParticipantOrigin>().FindAsync([participant.Id, id], cancel) is { } earlier) earlier.Until = at;
            else db.Add(new ParticipantOrigin { ParticipantId = participant.Id, CaseId = id, Until = at });
        }
    }
}

internal sealed class ParticipantOriginConfiguration : IEntityTypeConfiguration<ParticipantOrigin>
{
    public void Configure(EntityTypeBuilder<ParticipantOrigin> builder)
    {
        builder.ToTable("participant_origins");
        builder.HasKey(one => new { one.ParticipantId, one.CaseId });
        builder.HasOne<Participant>().WithMany().HasForeignKey(one => one.ParticipantId);
        builder.HasOne<Case>().WithMany().HasForeignKey(one => one.CaseId);
    }
}

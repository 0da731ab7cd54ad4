using System.Text.Json;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Model;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Intake.Residents;

/// <summary>What a resident has filled in and not sent yet, or the confirmation of what was sent; sealed, for a day.</summary>
internal sealed class IntakeDraft : IVersioned
{
    /// <summary>How long it stays after the last answer.</summary>
    public static readonly Duration Kept = Duration.FromDays(1);

    /// <summary>Digest of the browser's secret.</summary>
    public required byte[] Hash { get; init; }

    public int Version { get; private set; }

    [Personal("giving back what was typed", "1 day")]
    public required byte[] Body { get; set; }

    public required Instant Until { get; set; }

    public ResidentDraft? Read(TenantKeys keys) =>
        keys.Open(Purpose(Hash), Body) is { } plain ? JsonSerializer.Deserialize<ResidentDraft>(plain, Json.Options) : null;

    public static byte[] Seal(TenantKeys keys, byte[] hash, ResidentDraft draft) =>
        keys.Seal(Purpose(hash), JsonSerializer.SerializeToUtf8Bytes(draft, Json.Options));

    private static string Purpose(byte[] hash) => "intake-draft:" + Convert.ToHexString(hash);
}

internal sealed class IntakeDraftConfiguration : IEntityTypeConfiguration<IntakeDraft>
{
    public void Configure(EntityTypeBuilder<IntakeDraft> builder)
    {
        builder.ToTable("intake_drafts");
        builder.HasKey(draft => draft.Hash);
        builder.HasIndex(draft => draft.Until);
    }
}

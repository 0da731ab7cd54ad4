using Loket.Kernel;
using Loket.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Several callback requests that somebody handed on at once, with who had each before, so that it can be undone; kept for a day.</summary>
internal sealed class CallbackAct
{
    public required BulkActId Id { get; init; }

    public required StaffId By { get; init; }

    public required Instant At { get; init; }

    public Instant? UndoneAt { get; private set; }

    public List<CallbackActRow> Rows { get; } = [];

    public void Undo(Instant at) => UndoneAt = at;
}

/// <summary>One of the requests, as it stood before, and its version right after.</summary>
internal sealed class CallbackActRow
{
    public required BulkActId Act { get; init; }

    public required CallbackId Callback { get; init; }

    public int VersionAfter { get; private set; }

    public required TeamId Team { get; init; }

    public required StaffId? Owner { get; init; }

    public static CallbackActRow Of(BulkActId act, CallbackRequest found) => new() { Act = act, Callback = found.Id, Team = found.Team, Owner = found.Owner };

    /// <summary>What was done is saved; another version later is another's work.</summary>
    public void Saved(CallbackRequest found) => VersionAfter = found.Version;
}

internal sealed class CallbackActConfiguration : IEntityTypeConfiguration<CallbackAct>, IEntityTypeConfiguration<CallbackActRow>
{
    public void Configure(EntityTypeBuilder<CallbackAct> builder)
    {
        builder.ToTable("callback_acts");
        builder.HasKey(act => act.Id);
        builder.HasMany(act => act.Rows).WithOne().HasForeignKey(one => one.Act);
        builder.HasIndex(act => act.At);
    }

    public void Configure(EntityTypeBuilder<CallbackActRow> builder)
    {
        builder.ToTable("callback_act_rows");
        builder.HasKey(one => new { one.Act, one.Callback });
        builder.HasOne<CallbackRequest>().WithMany().HasForeignKey(one => one.Callback);
        builder.HasIndex(one => one.Callback);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Cases.Callbacks;

internal sealed class CallbackConfiguration : IEntityTypeConfiguration<CallbackRequest>, IEntityTypeConfiguration<CallbackAsk>
{
    private const string Open = "ended_at IS NULL";

    public void Configure(EntityTypeBuilder<CallbackRequest> builder)
    {
        builder.ToTable("callbacks", table => table.HasCheckConstraint("ck_callbacks_outcome", "(ended_at IS NULL) = (outcome IS NULL)"));
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Reference).HasMaxLength(16);
        builder.HasIndex(one => one.Reference).IsUnique();
        builder.Property(one => one.Name).HasMaxLength(200);
        builder.Property(one => one.Phone).HasMaxLength(20);
        builder.Property(one => one.SensitiveGroup).HasMaxLength(40);
        builder.Property(one => one.Outcome).HasMaxLength(20);
        builder.HasOne<Case>().WithMany().HasForeignKey(one => one.CaseId);
        builder.HasMany(one => one.Asks).WithOne().HasForeignKey(ask => ask.Callback);
        builder.Ignore(one => one.Window);
        // One index per list, of what is still to be done; one to know who calls again; one for the page of a person; one for the figures of a team.
        builder.HasIndex(one => new { one.Owner, one.SortAt, one.Id }).HasFilter(Open);
        builder.HasIndex(one => new { one.Team, one.SortAt, one.Id }).HasFilter(Open);
        builder.HasIndex(one => new { one.SortAt, one.Id }).HasFilter(Open);
        builder.HasIndex(one => one.Phone).HasFilter(Open);
        builder.HasIndex(one => one.Customer);
        builder.HasIndex(one => new { one.MadeAt, one.Team });
    }

    public void Configure(EntityTypeBuilder<CallbackAsk> builder)
    {
        builder.ToTable("callback_asks");
        builder.HasKey(ask => new { ask.Callback, ask.Matter });
        builder.HasIndex(ask => ask.Matter);
    }
}

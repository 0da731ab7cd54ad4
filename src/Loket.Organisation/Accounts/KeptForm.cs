using Loket.Kernel;
using Loket.Organisation.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>A form that could not be taken as it came; kept, sealed, until the same person has it back.</summary>
internal sealed class KeptForm
{
    public required byte[] Hash { get; init; }

    public required StaffId StaffId { get; init; }

    /// <summary>The page to which it was posted.</summary>
    [Personal("giving back what was typed", "1 day")]
    public required string Path { get; init; }

    [Personal("giving back what was typed", "1 day")]
    public required byte[] Body { get; init; }

    public required Instant Until { get; init; }
}

internal sealed class KeptFormConfiguration : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("kept_forms");
        builder.HasKey(form => form.Hash);
        builder.Property(form => form.Path).HasMaxLength(2000);
        builder.HasOne<Staff>().WithMany().HasForeignKey(form => form.StaffId);
        builder.HasIndex(form => form.StaffId);
        builder.HasIndex(form => form.Until);
    }
}

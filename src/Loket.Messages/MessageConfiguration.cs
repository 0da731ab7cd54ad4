using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Messages;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Template).HasMaxLength(80);
        builder.Property(message => message.Language).HasMaxLength(10);
        builder.Property(message => message.Address).HasMaxLength(1000);
        builder.Property(message => message.Name).HasMaxLength(300);
        builder.Property(message => message.SensitiveGroup).HasMaxLength(80);
        builder.Property(message => message.WireId).HasMaxLength(300);
        builder.Property(message => message.FailureCode).HasMaxLength(80);
        builder.Property(message => message.FailureText).HasMaxLength(500);
        builder.Ignore(message => message.About);
        // Everybody is told once per event and channel tried.
        builder.HasIndex(message => new { message.EventId, message.PersonId, message.ChannelAttempt }).IsUnique();
        builder.HasIndex(message => new { message.CaseId, message.Id });
        builder.HasIndex(message => new { message.ContactId, message.Id });
        builder.HasIndex(message => new { message.State, message.Id });
        builder.HasIndex(message => new { message.PersonId, message.QueuedAt });
    }
}

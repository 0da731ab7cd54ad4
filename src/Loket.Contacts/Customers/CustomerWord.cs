using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Contacts;

/// <summary>Something by which a customer is found: a word of the name, how it sounds, the address. What it is shows in its first sign, so that one index serves all.</summary>
internal sealed class CustomerWord
{
    /// <summary>In characters.</summary>
    public const int Longest = 80;

    public required CustomerId CustomerId { get; init; }

    [Personal("finding", "case")]
    public required string Word { get; init; }
}

internal sealed class CustomerWordConfiguration : IEntityTypeConfiguration<CustomerWord>
{
    public void Configure(EntityTypeBuilder<CustomerWord> builder)
    {
        builder.ToTable("customer_words");
        builder.HasKey(word => new { word.Word, word.CustomerId });
        builder.Property(word => word.Word).HasMaxLength(CustomerWord.Longest);
        // Whether somebody who has one word has the others as well, is told by this alone.
        builder.HasIndex(word => new { word.CustomerId, word.Word });
    }
}

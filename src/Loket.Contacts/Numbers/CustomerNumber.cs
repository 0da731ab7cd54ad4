using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Contacts.Numbers;

/// <summary>The national number of a customer: sealed, and found by a keyed digest. Neither key stands in the database (decision 0048).</summary>
internal sealed class CustomerNumber
{
    public required CustomerId CustomerId { get; init; }

    /// <summary>The number of the key under which it is kept.</summary>
    public int SealedUnder { get; private set; }

    [Personal("identifying", "as long as a case needs it")]
    public byte[] Sealed { get; private set; } = [];

    /// <summary>By which it is found, and two who have the same number are known; see <see cref="NumberSeal"/>.</summary>
    [Personal("finding", "as long as a case needs it")]
    public byte[] Digest { get; private set; } = [];

    /// <summary>Whether it is kept since a case needs it, and goes when none does any more; else somebody keeps it who may, whatever the case.</summary>
    public bool ForCase { get; private set; }

    public StaffId? KeptBy { get; private set; }

    public Instant KeptAt { get; private set; }

    /// <summary>This is the number from now on.</summary>
    public void Take(KeyRing keys, NationalNumber number, bool forCase, StaffId? by, Instant at)
    {
        Seal(keys, number);
        (ForCase, KeptBy, KeptAt) = (forCase, by, at);
    }

    /// <summary>Seals it under the newest key.</summary>
    public void Seal(KeyRing keys, NationalNumber number)
    {
        SealedUnder = keys.Newest;
        var key = keys.Find(SealedUnder)!;
        (Sealed, Digest) = (NumberSeal.Close(key, CustomerId, number), NumberSeal.DigestOf(key, number));
    }

    /// <summary>The number; null where its key is not there, or is another.</summary>
    public NationalNumber? Open(KeyRing keys) => keys.Find(SealedUnder) is { } key ? NumberSeal.Open(key, CustomerId, Sealed) : null;
}

internal sealed class CustomerNumberConfiguration : IEntityTypeConfiguration<CustomerNumber>
{
    public void Configure(EntityTypeBuilder<CustomerNumber> builder)
    {
        builder.ToTable("customer_numbers");
        // Each customer has one.
        builder.HasKey(number => number.CustomerId);
        builder.HasOne<Customer>().WithOne(customer => customer.Number).HasForeignKey<CustomerNumber>(number => number.CustomerId);
        builder.HasIndex(number => number.Digest);
        builder.HasIndex(number => number.SealedUnder);
    }
}

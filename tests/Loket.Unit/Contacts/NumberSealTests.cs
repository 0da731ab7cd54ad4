using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Storage.Tenancy;
using NodaTime;
using Xunit;

namespace Loket.Unit.Contacts;

/// <summary>National numbers are sealed for one customer, found by a keyed digest, and go on being read when a key is renewed.</summary>
public sealed class NumberSealTests
{
    private static readonly NationalNumber Number = NationalNumber.Read("111222333").Value;
    private static readonly NationalNumber Other = NationalNumber.Read("123456782").Value;
    private static readonly TenantKeys Key = new([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly TenantKeys Another = new([.. Enumerable.Repeat((byte)2, 32)]);

    [Fact]
    public void It_opens_with_its_own_key_for_its_own_customer_alone()
    {
        var customer = Ids.New<CustomerId>();
        var box = NumberSeal.Close(Key, customer, Number);

        Assert.Equal(Number, NumberSeal.Open(Key, customer, box));
        Assert.Null(NumberSeal.Open(Key, Ids.New<CustomerId>(), box));
        Assert.Null(NumberSeal.Open(Another, customer, box));
        Assert.Null(NumberSeal.Open(Key, customer, [.. box[..^1], (byte)(box[^1] ^ 1)]));
        Assert.NotEqual(box, NumberSeal.Close(Key, customer, Number));
    }

    [Fact]
    public void Two_who_have_the_same_number_have_the_same_digest_under_one_key_and_no_other()
    {
        Assert.Equal(NumberSeal.DigestOf(Key, Number), NumberSeal.DigestOf(Key, Number));
        Assert.NotEqual(NumberSeal.DigestOf(Key, Number), NumberSeal.DigestOf(Key, Other));
        Assert.NotEqual(NumberSeal.DigestOf(Key, Number), NumberSeal.DigestOf(Another, Number));
    }

    [Fact]
    public void A_key_that_is_renewed_seals_what_comes_and_the_older_opens_what_it_sealed()
    {
        var (ring, late) = (new KeyRing(Key), new KeyRing(Key));
        var (first, second) = (new CustomerNumber { CustomerId = Ids.New<CustomerId>() }, new CustomerNumber { CustomerId = Ids.New<CustomerId>() });
        first.Take(ring, Number, forCase: true, null, Instant.MinValue);
        ring.Add(1, [.. Enumerable.Repeat((byte)3, 32)]);
        second.Take(ring, Number, forCase: true, null, Instant.MinValue);

        Assert.Equal((0, 1, 1), (first.SealedUnder, second.SealedUnder, ring.Newest));
        Assert.Equal(Number, first.Open(ring));
        Assert.Equal(Number, second.Open(ring));
        Assert.NotEqual(first.Digest, second.Digest);
        Assert.Null(second.Open(late));
        first.Seal(ring, first.Open(ring)!.Value);
        Assert.Equal(1, first.SealedUnder);
        Assert.Equal(Number, first.Open(ring));
        Assert.Equal(first.Digest, second.Digest);
    }
}

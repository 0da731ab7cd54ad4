using CsCheck;
using Loket.Kernel.Time;
using NodaTime;
using Xunit;

namespace Loket.Unit.Kernel.Time;

public sealed class InstantsTests
{
    private static readonly long First = Instant.FromUtc(1, 1, 1, 0, 0).ToMicroseconds();
    private static readonly long Last = Instant.FromUtc(9999, 12, 31, 23, 59, 59).ToMicroseconds();

    [Fact]
    public void Whole_microseconds_go_there_and_back() => Gen.Long[First, Last].Sample(microseconds =>
        Instants.FromMicroseconds(microseconds).ToMicroseconds() == microseconds);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(999, 0)]
    [InlineData(1_000, 1)]
    [InlineData(1_999, 1)]
    [InlineData(-1_000, -1)]
    [InlineData(-1, -1)]       // before 1970 too, cut towards the past
    [InlineData(-1_001, -2)]
    public void What_is_finer_is_cut_towards_the_past(long nanoseconds, long microseconds) =>
        Assert.Equal(microseconds, NodaConstants.UnixEpoch.PlusNanoseconds(nanoseconds).ToMicroseconds());

    [Fact]
    public void Cutting_keeps_the_order() => Gen.Select(Gen.Long[0, 1L << 40], Gen.Long[0, 5000]).Sample((nanoseconds, later) =>
    {
        var instant = NodaConstants.UnixEpoch.PlusNanoseconds(nanoseconds);
        var cut = instant.CutToMicroseconds();
        return cut <= instant && instant - cut < Duration.FromNanoseconds(1000) && cut <= instant.PlusNanoseconds(later).CutToMicroseconds();
    });
}

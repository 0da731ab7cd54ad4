using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Passkeys;
using NodaTime;
using Xunit;

namespace Loket.Unit.Organisation;

public sealed class PasskeyTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 3, 10, 0);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(7, 8, true)]
    [InlineData(7, 900, true)]
    [InlineData(7, 7, false)]
    [InlineData(7, 6, false)]
    [InlineData(7, 0, false)]
    public void One_that_counts_and_stands_still_or_runs_back_is_a_copy(long before, long after, bool isTaken)
    {
        var passkey = Passkey.Made(Ids.New<StaffId>(), new NewPasskey([1], [2], before, "asked"), "Telefoon", Now);

        Assert.Equal(isTaken, passkey.Use(after, Now));
        Assert.Equal((isTaken ? after : before, isTaken ? Now : (Instant?)null), (passkey.Signs, passkey.UsedAt));
    }
}

using Loket.Cases.Keeping;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using NodaTime;
using Xunit;

namespace Loket.Unit.Cases;

/// <summary>How long a case is kept.</summary>
public sealed class RetentionTests
{
    private static readonly LocalDate Ended = new(2026, 3, 3);

    private static readonly CaseTypeDetails Type = new("permit", "Vergunning", "Permit", Confidentiality.Normal, Norm.WorkingDays(5),
    [
        new("granted", "Ja", "Yes", Solved: true, RetentionYears: 5, "5.1", ArchiveNomination.Keep),
        new("refused", "Nee", "No", Solved: false, RetentionYears: 10, "5.2"),
        new("withdrawn", "Ingetrokken", "Withdrawn", Solved: false, RetentionYears: 1),
    ]);

    [Theory]
    [InlineData("granted", 2031, ArchiveNomination.Keep, "5.1")]
    [InlineData("refused", 2036, ArchiveNomination.Destroy, "5.2")]
    [InlineData("withdrawn", 2027, ArchiveNomination.Destroy, null)]
    public void It_is_kept_by_its_result_until_the_end_of_a_year(string result, int year, ArchiveNomination nomination, string? ground) =>
        Assert.Equal(new Retention(new LocalDate(year, 12, 31), nomination, ground), Retention.Of(Type, result, Ended));

    [Fact]
    public void A_result_that_its_type_does_not_know_keeps_it_as_long_as_any_would() =>
        Assert.Equal(new Retention(new LocalDate(2031, 12, 31), ArchiveNomination.Keep, "5.1"), Retention.Of(Type, "solved-by-partner", Ended));

    [Fact]
    public void What_nobody_worked_on_is_kept_as_short_as_may_be() =>
        Assert.Equal(new Retention(new LocalDate(2027, 12, 31), ArchiveNomination.Destroy, null), Retention.OfUndone(Type, Ended));
}

using Loket.Organisation.Rights;
using Xunit;

namespace Loket.Unit.Organisation;

public sealed class BoundsTests
{
    private sealed record Row(string? Area, string? Type);

    private static readonly Row[] Rows =
        [new("north", "report"), new("north", "permit"), new("south", "report"), new("south", "permit"), new(null, "report"), new("north", null), new(null, null)];

    [Fact]
    public void Who_is_in_no_team_or_in_one_that_is_not_bounded_sees_all()
    {
        Assert.True(Bounds.Of(Bound.Open, [], false).IsNone);
        Assert.True(Bounds.Of(Bound.Open, [North, Bound.Open], false).IsNone);
        Assert.Equal(Rows, Seen(Bounds.None));
    }

    [Fact]
    public void Who_is_bounded_by_area_sees_what_lies_there_and_not_what_lies_nowhere() =>
        Assert.Equal([new("north", "report"), new("north", "permit"), new("north", null)], Seen(Bounds.Of(Bound.Open, [North], false)));

    [Fact]
    public void Who_is_bounded_by_kind_sees_that_kind_and_what_never_had_one() =>
        Assert.Equal([new("north", "report"), new("south", "report"), new(null, "report"), new("north", null), new(null, null)], Seen(Bounds.Of(Bound.Open, [Reports], false)));

    [Fact]
    public void Several_teams_together_open_no_more_than_each_of_them() =>
        Assert.Equal([new("north", "report"), new("south", "permit")], Seen(Bounds.Of(Bound.Open, [new(["north"], ["report"]), new(["south"], ["permit"])], false)).Where(row => row.Type is not null));

    [Fact]
    public void A_bound_of_ones_own_holds_on_top_of_those_of_the_teams()
    {
        Assert.Equal([new("north", "report"), new("north", null)], Seen(Bounds.Of(Reports, [North], false)));
        Assert.Equal([new("north", "report"), new("north", "permit"), new("north", null)], Seen(Bounds.Of(North, [], false)));
        Assert.Empty(Seen(Bounds.Of(new(["south"], []), [North], false)));
    }

    [Fact]
    public void Who_is_in_no_team_sees_nothing_where_any_team_is_bounded()
    {
        Assert.Empty(Seen(Bounds.Of(Bound.Open, [], true)));
        Assert.Empty(Seen(Bounds.Of(North, [], true)));
        Assert.True(Bounds.Of(Bound.Open, [Bound.Open], true).IsNone);
    }

    private static Bound North => new(["north"], []);

    private static Bound Reports => new([], ["report"]);

    private static List<Row> Seen(Bounds bounds)
    {
        List<Row> seen = [.. Rows.AsQueryable().Within(bounds, row => row.Area, row => row.Type)];
        // What is in hand is judged as what is read.
        Assert.Equal(seen, Rows.Where(row => bounds.Holds(row.Area, row.Type)));
        return seen;
    }
}

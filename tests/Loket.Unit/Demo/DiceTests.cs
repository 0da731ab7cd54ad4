using Loket.Demo.Town;
using Xunit;

namespace Loket.Unit.Demo;

public sealed class DiceTests
{
    // Worked out apart from this program, from the published description of xoshiro256** seeded by SplitMix64.
    [Fact]
    public void The_dice_fall_as_published_on_every_machine()
    {
        var dice = new Dice(1);
        Assert.Equal([12966619160104079557UL, 9600361134598540522UL, 10590380919521690900UL, 7218738570589545383UL], Enumerable.Range(0, 4).Select(_ => dice.Next()));
    }

    [Fact]
    public void They_are_fair()
    {
        var dice = new Dice(7);
        var faces = Enumerable.Range(0, 60_000).Select(_ => dice.Below(6)).GroupBy(face => face).ToDictionary(face => face.Key, face => face.Count());
        Assert.All(Enumerable.Range(0, 6), face => Assert.InRange(faces[face], 9_700, 10_300));
        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.InRange(dice.Fraction(), 0, 0.999_999_999_999));
        Assert.Equal((3, 3), (dice.Between(3, 3), new Dice(8).Between(3, 3)));
    }

    [Fact]
    public void The_dice_of_the_tenth_thing_do_not_depend_on_the_ninth()
    {
        Assert.Equal(new Dice(1, kind: 2, n: 10).Next(), new Dice(1, kind: 2, n: 10).Next());
        Assert.NotEqual(new Dice(1, kind: 2, n: 10).Next(), new Dice(1, kind: 2, n: 11).Next());
        Assert.NotEqual(new Dice(1, kind: 2, n: 10).Next(), new Dice(1, kind: 3, n: 10).Next());
    }
}

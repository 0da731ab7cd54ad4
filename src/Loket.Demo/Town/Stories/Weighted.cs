namespace Loket.Demo.Town;

/// <summary>Picks a thing as often as its weight says.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _things;
    private readonly int[] _cumulative;

    public Weighted(IEnumerable<T> things, Func<T, int> weight)
    {
        _things = [.. things.Where(thing => weight(thing) > 0)];
        _cumulative = new int[_things.Length];
        var sum = 0;
        for (var i = 0; i < _things.Length; i++) _cumulative[i] = sum += weight(_things[i]);
    }

    public T Pick(Dice dice)
    {
        var at = Array.BinarySearch(_cumulative, dice.Below(_cumulative[^1]));
        return _things[at < 0 ? ~at : at + 1];
    }
}

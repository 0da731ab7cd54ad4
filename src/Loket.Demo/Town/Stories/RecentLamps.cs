using NodaTime;

namespace Loket.Demo.Town;

/// <summary>The lamps reported in the last fourteen days: a grid fault shows as one lamp after the other on the same cable.</summary>
internal sealed class RecentLamps
{
    private const int Most = 48;
    private static readonly Duration Window = Duration.FromDays(14);
    private readonly List<(Instant At, Asset Lamp)> _lamps = [];

    public void Add(Instant at, Asset lamp)
    {
        if (_lamps.Count == Most) _lamps.RemoveAt(0);
        _lamps.Add((at, lamp));
    }

    public Asset? Pick(Instant at, Dice dice)
    {
        _lamps.RemoveAll(each => at - each.At > Window);
        return _lamps.Count == 0 ? null : dice.Pick(_lamps).Lamp;
    }
}

namespace Loket.Demo.Town;

/// <summary>Walking along a street: where is one after so many metres, so many metres to the right?</summary>
internal sealed class Walk(IReadOnlyList<Spot> line)
{
    private readonly double[] _lengths = [.. line.Skip(1).Select((to, i) => line[i].MetresTo(to))];

    public double Metres => _lengths.Sum();

    /// <param name="along">Metres from the start; beyond the end the last stretch goes on.</param>
    /// <param name="right">Metres beside the middle of the street; negative is left.</param>
    public Spot At(double along, double right)
    {
        var stretch = 0;
        while (stretch < _lengths.Length - 1 && along > _lengths[stretch]) along -= _lengths[stretch++];

        var (east, north) = line[stretch + 1].MetresFrom(line[stretch]);
        var (forwardEast, forwardNorth) = (east / _lengths[stretch], north / _lengths[stretch]);
        return line[stretch].Moved((forwardEast * along) + (forwardNorth * right), (forwardNorth * along) - (forwardEast * right));
    }
}

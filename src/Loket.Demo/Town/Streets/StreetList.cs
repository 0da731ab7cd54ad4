using System.Globalization;

namespace Loket.Demo.Town;

/// <summary>Reads the streets from the project's own list.</summary>
internal static class StreetList
{
    /// <summary>One line of the list; an empty route means that the layout invents one.</summary>
    internal sealed record Entry(int Number, string Village, int Postcode, StreetKind Kind, string Name, IReadOnlyList<Spot> Route);

    public static IReadOnlyList<Entry> Read()
    {
        using var stream = typeof(StreetList).Assembly.GetManifestResourceStream("Loket.Demo.streets.csv")!;
        using var reader = new StreamReader(stream);
        var entries = new List<Entry>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && char.IsAsciiDigit(line[0]))
                entries.Add(Parse(line.Split(';')));
        return entries;
    }

    private static Entry Parse(string[] cells) => new(
        int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture),
        Enum.Parse<StreetKind>(cells[3], ignoreCase: true), cells[4],
        [.. cells[5].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Point)]);

    private static Spot Point(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return new(double.Parse(text[..space], CultureInfo.InvariantCulture), double.Parse(text[(space + 1)..], CultureInfo.InvariantCulture));
    }
}

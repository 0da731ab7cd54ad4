using System.Globalization;
using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Kernel.Text;

namespace Loket.Places;

/// <summary>Reads one row of a file, and remembers the first cell that is not right.</summary>
/// <param name="line">Its line in the file, from 1.</param>
/// <param name="cell">The text of a column; null where the file does not have it.</param>
internal sealed class Cells(int line, Func<string, string?> cell)
{
    /// <summary>The first thing that is wrong.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>A text of at most so many characters; null where it is empty.</summary>
    public string? Text(string column, int longest)
    {
        var text = CleanText.Line(cell(column), longest);
        if (!text.Succeeded) return Wrong<string>(column);
        return text.Value.Length == 0 ? null : text.Value;
    }

    /// <summary>A text that must be there.</summary>
    public string Needed(string column, int longest) => Text(column, longest) ?? Wrong<string>(column) ?? "";

    /// <summary>A whole number that must be there.</summary>
    public int Whole(string column)
    {
        if (int.TryParse(cell(column)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return Wrong<int>(column);
    }

    /// <summary>A place in metres of the Dutch grid, from the columns x and y; null where both are empty.</summary>
    public RdPoint? Position()
    {
        if (string.IsNullOrWhiteSpace(cell("x")) && string.IsNullOrWhiteSpace(cell("y"))) return null;
        if (!double.TryParse(cell("x"), NumberStyles.Float, CultureInfo.InvariantCulture, out var x)) return Wrong<RdPoint?>("x");
        if (!double.TryParse(cell("y"), NumberStyles.Float, CultureInfo.InvariantCulture, out var y)) return Wrong<RdPoint?>("y");
        return RdPoint.From(x, y) ?? Wrong<RdPoint?>("x");
    }

    /// <summary>Says that a column is not right.</summary>
    public T? Wrong<T>(string column)
    {
        Failure ??= PlacesFailures.WrongRow.With(line, column, Shown(cell(column)));
        return default;
    }

    // Enough to recognise it; a cell may hold a novel.
    private static string Shown(string? text) => text is { Length: > 60 } ? text[..60] + "…" : text ?? "";
}

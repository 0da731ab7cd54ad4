namespace Loket.Demo.Bulk;

/// <summary>A row as it stands in the database.</summary>
internal sealed record BulkRow(BulkTable Table, object?[] Values)
{
    /// <summary>A value.</summary>
    public object? this[string column]
    {
        get => Values[Table[column]];
        set => Values[Table[column]] = value;
    }
}

/// <summary>What one thing that the program did left behind: the rows that were not there before.</summary>
internal sealed class Sample
{
    // The form of an identifier in texts, and in names of jobs.
    private static readonly string[] Forms = ["D", "N"];

    private readonly Dictionary<(int Row, int Column), TextShape> texts = [];

    /// <summary>Finds where identifiers and references stand in the texts.</summary>
    /// <param name="rows">The rows, each after those that it refers to.</param>
    /// <param name="made">The identifiers that it made.</param>
    /// <param name="others">Identifiers of others to which a copy refers differently.</param>
    /// <param name="references">The references that it gave out.</param>
    public Sample(IReadOnlyList<BulkRow> rows, IReadOnlyList<Guid> made, IReadOnlyList<Guid> others, IReadOnlyList<string> references)
    {
        (Rows, Made, References) = (rows, made, references);
        Ids = [.. made, .. others];
        string[] tokens = [.. Ids.SelectMany(id => Forms.Select(form => id.ToString(form))), .. references];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Values.Length; column++)
            {
                if (rows[row].Values[column] is string text && TextShape.Of(text, tokens) is { } shape) texts.Add((row, column), shape);
            }
        }
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<BulkRow> Rows { get; }

    /// <summary>The identifiers that it made.</summary>
    public IReadOnlyList<Guid> Made { get; }

    /// <summary>The references that it gave out.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>All identifiers that are others in a copy.</summary>
    public IReadOnlyList<Guid> Ids { get; }

    /// <summary>The one row of a table.</summary>
    public BulkRow Only(string table) => Rows.Single(row => row.Table.Name == table);

    /// <summary>What stands in the texts of a copy, in the order of the tokens.</summary>
    public string[] Words(Func<Guid, Guid> id, Func<string> reference) =>
        [.. Ids.Select(id).SelectMany(one => Forms.Select(form => one.ToString(form))), .. References.Select(_ => reference())];

    /// <summary>A text with the words of a copy in it.</summary>
    public string Reworded(int row, int column, string text, string[] words) => texts.TryGetValue((row, column), out var shape) ? shape.With(words) : text;
}

/// <summary>A text in pieces, with the numbers of the tokens in between.</summary>
internal sealed record TextShape(IReadOnlyList<string> Pieces, IReadOnlyList<int> Tokens)
{
    /// <summary>The shape of a text; null when no token stands in it.</summary>
    public static TextShape? Of(string text, IReadOnlyList<string> tokens)
    {
        var (pieces, found, from) = (new List<string>(), new List<int>(), 0);
        while (First(text, from, tokens) is { } next)
        {
            pieces.Add(text[from..next.At]);
            found.Add(next.Token);
            from = next.At + tokens[next.Token].Length;
        }

        if (found.Count == 0) return null;
        pieces.Add(text[from..]);
        return new TextShape(pieces, found);
    }

    public string With(string[] words) => string.Concat(Pieces.Select((piece, place) => place < Tokens.Count ? piece + words[Tokens[place]] : piece));

    private static (int At, int Token)? First(string text, int from, IReadOnlyList<string> tokens)
    {
        (int At, int Token)? first = null;
        for (var token = 0; token < tokens.Count; token++)
        {
            if (text.IndexOf(tokens[token], from, StringComparison.Ordinal) is >= 0 and var at && (first is null || at < first.Value.At)) first = (at, token);
        }

        return first;
    }
}

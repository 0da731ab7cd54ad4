using System.Buffers;

namespace Loket.Web.Pages.Staff;

/// <summary>Text for a spreadsheet: cells with semicolons between them, as Dutch spreadsheets read them, and lines that end as RFC 4180 says.</summary>
internal static class CsvText
{
    // Also as full-width characters, which some spreadsheets read as the same.
    private const string StartsFormula = "=+-@＝＋－＠";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(";\",\r\n\t");

    /// <summary>One line of the file.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    /// <summary>One cell. What residents wrote can't become a formula: behind an apostrophe a spreadsheet shows it as it stands.</summary>
    public static string Cell(string? value)
    {
        var text = value ?? "";
        var bare = text.TrimStart();
        if (bare.Length > 0 && (StartsFormula.Contains(bare[0], StringComparison.Ordinal) || text[0] is '\t' or '\r' or '\n')) text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}

using System.Text.RegularExpressions;
using System.Text;
using Loket.Kernel;

namespace Loket.Documents.Receiving;

/// <summary>Looks for what makes a PDF do things: scripts, programs to start, embedded players. Forms and links are fine.</summary>
/// <remarks>Names inside compressed parts are not seen; documents are therefore also served so that no browser runs anything in them.</remarks>
internal static partial class PdfFile
{
    public static async Task<Result<FileKind>> Check(Stream content, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        content.Position = 0;
        var text = Encoding.Latin1.GetString(copy.GetBuffer(), 0, (int)copy.Length);
        if (!text.AsSpan(Math.Max(0, text.Length - 2048)).Contains("%%EOF", StringComparison.Ordinal)) return DocumentFailures.Damaged;
        // A name may write any letter as # and two hexadecimal digits (ISO 32000-1, 7.3.5).
        var plain = Escape().Replace(text, escape => ((char)Convert.ToByte(escape.Value[1..], 16)).ToString());
        return ActiveName().IsMatch(plain) ? DocumentFailures.Active : FileKind.Pdf;
    }

    [GeneratedRegex("#[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Escape();

    [GeneratedRegex(@"/(?:JavaScript|Launch|RichMedia|Movie)(?![A-Za-z0-9])", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ActiveName();
}

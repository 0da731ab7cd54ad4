using System.Buffers;
using System.Text;
using Loket.Kernel;

namespace Loket.Documents.Receiving;

/// <summary>Which kind of file it is, by its content; its name and what the sender says of it count for nothing, except that text must not be named as a program.</summary>
internal static class FileRecogniser
{
    private const int HeadLength = 64;

    private static readonly string[] TextNames = ["", ".txt", ".text", ".csv", ".log", ".md"];

    // ISO base media brands of pictures that most computers can't show.
    private static readonly string[] TelephoneBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];

    public static async Task<Result<FileKind>> Recognise(Stream content, string name, CancellationToken cancel)
    {
        var head = new byte[HeadLength];
        content.Position = 0;
        var length = await content.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancel);
        content.Position = 0;
        var kind = ByHead(head.AsSpan(0, length));
        return kind switch
        {
            { Failure: not null } => kind,
            { Value: FileKind.Docx } => OfficeFile.Recognise(content),
            { Value: FileKind.Pdf } => await PdfFile.Check(content, cancel),
            { Value: FileKind.Text } => await IsPlainText(content, name, cancel) ? FileKind.Text : DocumentFailures.KindRefused,
            _ => kind,
        };
    }

    private static Result<FileKind> ByHead(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return DocumentFailures.Empty;
        if (head is [0xFF, 0xD8, 0xFF, ..]) return FileKind.Jpeg;
        if (head is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..]) return FileKind.Png;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8)) return FileKind.WebP;
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
            return TelephoneBrands.Contains(Encoding.ASCII.GetString(head[8..12])) ? DocumentFailures.Heic : DocumentFailures.KindRefused;
        if (head.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (head.StartsWith("PK\x03\x04"u8)) return FileKind.Docx;
        return FileKind.Text;
    }

    /// <summary>UTF-8 without control characters that does not begin as markup or a script, and is not named as something that a computer would run.</summary>
    private static async Task<bool> IsPlainText(Stream content, string name, CancellationToken cancel)
    {
        if (!TextNames.Contains(Path.GetExtension(name).ToLowerInvariant())) return false;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        content.Position = 0;
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];

        var first = true;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) != OperationStatus.Done) return false;
            if (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r' or '\f')) return false;
            if (first && !Rune.IsWhiteSpace(rune))
            {
                if (rune.Value == '<' || bytes.StartsWith("#!"u8)) return false;
                first = false;
            }

            bytes = bytes[used..];
        }

        return !first;
    }
}

using System.IO.Compression;
using System.Text;
using Loket.Kernel;

namespace Loket.Documents.Receiving;

/// <summary>Tells Word and OpenDocument texts from other packages, and those with macros from those without.</summary>
internal static class OfficeFile
{
    private const int MostParts = 5000;
    private const long MostUnpacked = 500L * 1024 * 1024;
    private const int MostRead = 4 * 1024 * 1024;
    private const string OdtType = "application/vnd.oasis.opendocument.text";
    private const string DocxMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static Result<FileKind> Recognise(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(part => part.Length) > MostUnpacked) return DocumentFailures.KindRefused;
            if (zip.GetEntry("[Content_Types].xml") is { } types && zip.GetEntry("word/document.xml") is not null) return Docx(zip, types);
            if (zip.GetEntry("mimetype") is { } type && zip.GetEntry("content.xml") is not null && Read(type).Trim() == OdtType) return Odt(zip);
            return DocumentFailures.KindRefused;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return DocumentFailures.Damaged;
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static Result<FileKind> Docx(ZipArchive zip, ZipArchiveEntry types)
    {
        var declared = Read(types);
        if (declared.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)) return DocumentFailures.Active;
        if (zip.Entries.Any(part => Has(part, "vbaProject") || Has(part, "/activeX/") || Has(part, "/embeddings/"))) return DocumentFailures.Active;
        // A template or object that is fetched from elsewhere when the document is opened.
        var fetched = zip.Entries.Where(part => part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Select(Read)
            .Any(relations => relations.Contains("External", StringComparison.OrdinalIgnoreCase)
                && (relations.Contains("/attachedTemplate", StringComparison.OrdinalIgnoreCase) || relations.Contains("/oleObject", StringComparison.OrdinalIgnoreCase)));
        if (fetched) return DocumentFailures.Active;
        return declared.Contains(DocxMain, StringComparison.OrdinalIgnoreCase) ? FileKind.Docx : DocumentFailures.KindRefused;
    }

    private static Result<FileKind> Odt(ZipArchive zip) =>
        zip.Entries.Any(part => part.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
            || part.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase))
            ? DocumentFailures.Active
            : FileKind.Odt;

    private static bool Has(ZipArchiveEntry part, string piece) => part.FullName.Contains(piece, StringComparison.OrdinalIgnoreCase);

    // What a package says of the size of its parts may be a lie.
    private static string Read(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var bytes = new byte[Math.Min(part.Length, MostRead) + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length > MostRead ? throw new InvalidDataException("A part is larger than such a part can be.") : Encoding.UTF8.GetString(bytes, 0, length);
    }
}

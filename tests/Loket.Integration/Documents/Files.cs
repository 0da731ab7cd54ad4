using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Loket.Integration.Documents;

/// <summary>Files as people send them.</summary>
internal static class Files
{
    /// <summary>A photo of which the left half is red, lying on its side as a telephone stores it, with its place in it.</summary>
    public static byte[] PhotoWithPlace()
    {
        var jpeg = Picture(SKEncodedImageFormat.Jpeg);
        return [.. jpeg[..2], .. ExifSegment(), .. jpeg[2..]];
    }

    /// <summary>60 wide and 40 high; the left half red, the right half blue.</summary>
    public static byte[] Picture(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(60, 40);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, 30, 40, red);
        }

        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    public static byte[] Docx(params (string Name, string Content)[] more) => Zip(
        [
            ("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("word/document.xml", "<w:document/>"),
            .. more,
        ]);

    public static byte[] Odt(params (string Name, string Content)[] more) =>
        Zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office/>"), .. more]);

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    public static byte[] Pdf(string inside = "") => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj << /Type /Catalog {inside} >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

    // TIFF, little-endian: orientation 6 (turn a quarter to the right) and a GPS block with a latitude reference and a telling text.
    private static byte[] ExifSegment()
    {
        using var tiff = new MemoryStream();
        using var writer = new BinaryWriter(tiff);
        writer.Write("II"u8);
        writer.Write((ushort)42);
        writer.Write(8u);
        writer.Write((ushort)2);
        Entry(0x0112, 3, 1, 6);
        Entry(0x8825, 4, 1, 38);
        writer.Write(0u);
        writer.Write((ushort)2);
        Entry(0x0001, 2, 2, 'N');
        Entry(0x001D, 2, 11, 68);
        writer.Write(0u);
        writer.Write("2026:11:22\0GPS52.30N"u8);
        byte[] body = [.. "Exif\0\0"u8, .. tiff.ToArray()];
        return [0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

        void Entry(ushort tag, ushort type, uint count, uint value)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }
    }
}

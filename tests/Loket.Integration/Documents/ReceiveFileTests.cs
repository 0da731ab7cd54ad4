using System.Text;
using Loket.Documents;
using Loket.Kernel;
using Loket.Testing;
using SkiaSharp;
using Xunit;

namespace Loket.Integration.Documents;

/// <summary>What is taken and what is refused.</summary>
public sealed class ReceiveFileTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly (string Name, byte[] Content, FileKind Kind, string KeptAs)[] Fit =
    [
        new("IMG_1.HEIC.jpg", Files.Picture(SKEncodedImageFormat.Jpeg), FileKind.Jpeg, "IMG_1.HEIC.jpg"),
        new("scherm.jpg", Files.Picture(SKEncodedImageFormat.Png), FileKind.Png, "scherm.png"),
        new("plaatje", Files.Picture(SKEncodedImageFormat.Webp), FileKind.WebP, "plaatje.webp"),
        new("brief.pdf", Files.Pdf(), FileKind.Pdf, "brief.pdf"),
        new("notitie.txt", "Beste gemeente, één lamp 💡 < 2 meter"u8.ToArray(), FileKind.Text, "notitie.txt"),
        new("brief.docx", Files.Docx(), FileKind.Docx, "brief.docx"),
        new("brief.odt", Files.Odt(), FileKind.Odt, "brief.odt"),
        new("..\\..\\etc/pass\"wd\u202Efdp.pdf", Files.Pdf(), FileKind.Pdf, "pass-wdfdp.pdf"),
        new(".pdf", Files.Pdf(), FileKind.Pdf, "document.pdf"),
    ];

    private static readonly (string Name, byte[] Content, string Code)[] Unfit =
    [
        new("leeg.txt", [], "document.empty"),
        new("foto.jpg", [.. "MZ\x90\0\x03\0\0\0"u8, .. new byte[200]], "document.kind-refused"),
        new("programma.txt", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "document.kind-refused"),
        new("plaatje.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), "document.kind-refused"),
        new("brief.txt", "\uFEFF \n<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), "document.kind-refused"),
        new("script.txt", "#!/bin/sh\nrm -rf ~"u8.ToArray(), "document.kind-refused"),
        new("start.bat", "del *.*"u8.ToArray(), "document.kind-refused"),
        new("latin.txt", Encoding.Latin1.GetBytes("één"), "document.kind-refused"),
        new("archief.docx", Files.Zip(("lees.txt", "x")), "document.kind-refused"),
        new("foto.jpg", [0, 0, 0, 24, .. "ftypheic\0\0\0\0"u8], "document.heic"),
        new("film.mp4", [0, 0, 0, 24, .. "ftypisom\0\0\0\0"u8], "document.kind-refused"),
        new("macro.docx", Files.Docx(("word/vbaProject.bin", "x")), "document.active"),
        new("sjabloon.docx", Files.Docx(("word/_rels/settings.xml.rels",
            "<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"https://kwaad.example\" TargetMode=\"External\"/>")), "document.active"),
        new("macro.odt", Files.Odt(("Basic/Standard/Module1.xml", "x")), "document.active"),
        new("script.pdf", Files.Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "document.active"),
        new("verborgen.pdf", Files.Pdf("/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>"), "document.active"),
        new("start.pdf", Files.Pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"), "document.active"),
        new("half.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray(), "document.damaged"),
        new("half.jpg", Files.Picture(SKEncodedImageFormat.Jpeg)[..200], "document.damaged"),
        new("half.docx", Files.Docx()[..60], "document.damaged"),
    ];

    public static IEnumerable<TheoryDataRow<string, byte[], FileKind, string, Database>> Taken =>
        Enum.GetValues<Database>().SelectMany(_ => Fit, (database, file) => new TheoryDataRow<string, byte[], FileKind, string, Database>(file.Name, file.Content, file.Kind, file.KeptAs, database));

    public static IEnumerable<TheoryDataRow<string, byte[], string, Database>> Refused =>
        Enum.GetValues<Database>().SelectMany(_ => Unfit, (database, file) => new TheoryDataRow<string, byte[], string, Database>(file.Name, file.Content, file.Code, database));

    [Theory, MemberData(nameof(Taken))]
    public async Task What_it_is_decides_and_gives_its_name(string name, byte[] content, FileKind kind, string keptAs, Database database)
    {
        await using var town = await Town.On(database);
        var received = await Receive(town, content, name);

        Assert.Null(received.Failure);
        Assert.Equal((kind, keptAs), (received.Value.Kind, received.Value.Name));
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task What_is_broken_or_could_do_harm_is_refused(string name, byte[] content, string code, Database database)
    {
        await using var town = await Town.On(database);
        Assert.Equal(code, (await Receive(town, content, name)).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task More_than_ten_megabytes_is_refused_without_reading_on(Database database)
    {
        await using var endless = new Endless();
        await using var town = await Town.On(database);

        var received = await town.Use<ReceiveFile, Result<ReceivedFile>>(receive => receive.Handle(endless, "groot.txt", Cancel));

        Assert.Equal(("document.too-large", 10L), (received.Failure?.Code, received.Failure?.Arguments[0]));
        Assert.InRange(endless.Given, 10 * 1024 * 1024, 11 * 1024 * 1024);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(town.Tenant.Folder, "incoming")));
    }

    [Theory, BothDatabases]
    public async Task A_small_file_that_unfolds_into_a_huge_picture_is_refused(Database database)
    {
        await using var town = await Town.On(database);
        using var bitmap = new SKBitmap(9000, 9000, SKColorType.Gray8, SKAlphaType.Opaque);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        Assert.Equal("document.too-many-pixels", (await Receive(town, data.ToArray(), "bom.png")).Failure?.Code);
    }

    private static Task<Result<ReceivedFile>> Receive(Town town, byte[] content, string name) =>
        town.Use<ReceiveFile, Result<ReceivedFile>>(receive => receive.Handle(new MemoryStream(content), name, Cancel));

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

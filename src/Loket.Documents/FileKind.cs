namespace Loket.Documents;

/// <summary>The kinds of file that are taken.</summary>
public enum FileKind
{
    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>PNG picture.</summary>
    Png,

    /// <summary>WebP picture.</summary>
    WebP,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Plain text in UTF-8.</summary>
    Text,

    /// <summary>Word document without macros.</summary>
    Docx,

    /// <summary>OpenDocument text.</summary>
    Odt,
}

/// <summary>What belongs to a kind of file.</summary>
public static class FileKinds
{
    /// <summary>The content type that it is served with.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.WebP => "image/webp",
        FileKind.Pdf => "application/pdf",
        FileKind.Text => "text/plain; charset=utf-8",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/vnd.oasis.opendocument.text",
    };

    /// <summary>The extension that its name gets.</summary>
    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        FileKind.WebP => ".webp",
        FileKind.Pdf => ".pdf",
        FileKind.Text => ".txt",
        FileKind.Docx => ".docx",
        _ => ".odt",
    };

    /// <summary>Whether it is a picture.</summary>
    public static bool IsPicture(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.WebP;
}

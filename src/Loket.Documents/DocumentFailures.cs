using Loket.Kernel;

namespace Loket.Documents;

/// <summary>Expected failures of documents.</summary>
public static class DocumentFailures
{
    private const string File = "File";

    /// <summary>There is nothing in it.</summary>
    public static Failure Empty { get; } = new("document.empty", Field: File);

    /// <summary>Too large; argument: the most megabytes.</summary>
    public static Failure TooLarge { get; } = new("document.too-large", Field: File);

    /// <summary>A picture with too many pixels; argument: the most, in millions.</summary>
    public static Failure TooManyPixels { get; } = new("document.too-many-pixels", Field: File);

    /// <summary>Not a kind of file that is taken: picture (JPEG, PNG, WebP), PDF, plain text, Word or OpenDocument text.</summary>
    public static Failure KindRefused { get; } = new("document.kind-refused", Field: File);

    /// <summary>A picture as some telephones make it (HEIC, AVIF), which most computers can't show; send it as JPEG.</summary>
    public static Failure Heic { get; } = new("document.heic", Field: File);

    /// <summary>It has macros, scripts or a template from elsewhere in it.</summary>
    public static Failure Active { get; } = new("document.active", Field: File);

    /// <summary>It is of a kind that is taken, but can't be read: damaged, or cut off.</summary>
    public static Failure Damaged { get; } = new("document.damaged", Field: File);

    /// <summary>A file that was received earlier is gone or was not received here; it must be chosen again.</summary>
    public static Failure ReceivedGone { get; } = new("document.received-gone", Field: File);

    /// <summary>The document does not exist.</summary>
    public static Failure NotFound { get; } = new("document.not-found", FailureKind.NotFound);
}

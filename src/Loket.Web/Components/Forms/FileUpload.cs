using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>Files to send along.</summary>
internal sealed record FileUpload(Field Field)
{
    /// <summary>How large the files of one form may be together; what is larger the server refuses unread, with all that was typed beside it.</summary>
    public const int MostMegabytes = 60;

    /// <summary>Whether more than one may be chosen.</summary>
    public bool Several { get; init; }

    /// <summary>Extensions or media types that the browser offers first, as in HTML.</summary>
    public string? Accept { get; init; }

    /// <summary>Attributes that the page adds to the control.</summary>
    public IEnumerable<KeyValuePair<string, object?>> More { get; init; } = [];

    /// <summary>The mark-up, with the error that script shows before anything is sent.</summary>
    public IHtmlContent Render(Words words) => FieldMarkup.Around(Field, words,
        Html.Of("input", "loket-file").With("type", "file").With("id", Field.Id).With("name", Field.Name)
            .With("multiple", Several).With("accept", Accept)
            .With("aria-invalid", Field.IsInvalid ? "true" : null).With("aria-describedby", Field.DescribedBy())
            .With("data-most", MostMegabytes * 1024 * 1024).With(More),
        Html.Of("template").Add(FieldMarkup.Error(new Field(Field.Name + ".TooLarge", Field.Label) { Errors = [words["FileUpload.TooLarge", MostMegabytes]] }, words)));
}

/// <summary>Files to send along: <c>&lt;loket-file-upload asp-for="Files" label="…" hint="…" accept="image/*,.pdf" several="true" /&gt;</c>.</summary>
[HtmlTargetElement("loket-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileUploadTagHelper : FieldTagHelper
{
    /// <summary>Whether more than one may be chosen.</summary>
    public bool Several { get; set; }

    /// <summary>Extensions or media types, as in HTML.</summary>
    public string? Accept { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new FileUpload(Field) { Several = Several, Accept = Accept, More = More(output) }.Render(SharedWords));
}

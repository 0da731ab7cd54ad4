using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>How much a button asks for attention; a page has one primary button.</summary>
public enum ButtonKind
{
    /// <summary>What the page is for.</summary>
    Primary,

    /// <summary>Another way out.</summary>
    Secondary,

    /// <summary>Something small, as quiet as a link.</summary>
    Subtle,

    /// <summary>Takes something away.</summary>
    Danger,
}

/// <summary>Something to press: a button, or a link that looks like one.</summary>
internal sealed record Button(object Content)
{
    /// <summary>How much it asks for attention.</summary>
    public ButtonKind Kind { get; init; } = ButtonKind.Primary;

    /// <summary>Where it leads; null for a real button.</summary>
    public string? Href { get; init; }

    /// <summary>HTML's type of a real button.</summary>
    public string Type { get; init; } = "submit";

    /// <summary>Name of the icon before the words.</summary>
    public string? Icon { get; init; }

    /// <summary>The key that does the same, shown behind the words.</summary>
    public string? Key { get; init; }

    /// <summary>Attributes that the page adds.</summary>
    public IEnumerable<KeyValuePair<string, object?>> More { get; init; } = [];

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render() => Html.Of(Href is null ? "button" : "a", "utrecht-button utrecht-button--" + Look)
        .Class("utrecht-button--html-button", Href is null)
        .Class("utrecht-button--danger", Kind == ButtonKind.Danger)
        .With("type", Href is null ? Type : null).With("href", Href)
        .With("aria-keyshortcuts", Key).With("data-key", Key).With(More)
        .Add(Components.Icon.Draw(Icon), Content, Key is null ? null : Html.Of("kbd").With("aria-hidden", "true").Add(Key.Replace("Control", "Ctrl", StringComparison.Ordinal)));

    private string Look => Kind switch
    {
        ButtonKind.Secondary or ButtonKind.Danger => "secondary-action",
        ButtonKind.Subtle => "subtle",
        _ => "primary-action",
    };
}

/// <summary>What button tags share.</summary>
public abstract class ButtonTagHelperBase : LoketTagHelper
{
    /// <summary>How much it asks for attention.</summary>
    public ButtonKind Kind { get; set; } = ButtonKind.Primary;

    /// <summary>Name of the icon before the words.</summary>
    public string? Icon { get; set; }

    /// <summary>The key that does the same, for example <c>F2</c> or <c>Alt+J</c>.</summary>
    public string? Key { get; set; }

    private protected async Task Render(TagHelperOutput output, string? href, string type) =>
        Write(output, new Button(await output.GetChildContentAsync())
        {
            Kind = Kind,
            Icon = Icon,
            Key = Key,
            Href = href,
            Type = type,
            More = More(output),
        }.Render());
}

/// <summary>A button: <c>&lt;loket-button&gt;Verder&lt;/loket-button&gt;</c>, <c>&lt;loket-button kind="Secondary" name="do" value="join" key="F2"&gt;…</c>.</summary>
[HtmlTargetElement("loket-button")]
public sealed class ButtonTagHelper : ButtonTagHelperBase
{
    /// <summary>HTML's type: submit, button, reset.</summary>
    public string Type { get; set; } = "submit";

    /// <inheritdoc />
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Render(output, null, Type);
}

/// <summary>A link that looks like a button: <c>&lt;loket-link-button href="~/vraag"&gt;Stel een vraag&lt;/loket-link-button&gt;</c>.</summary>
[HtmlTargetElement("loket-link-button")]
public sealed class LinkButtonTagHelper : ButtonTagHelperBase
{
    /// <summary>Where it leads.</summary>
    public string Href { get; set; } = "";

    /// <inheritdoc />
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Render(output, Address(Href), "");
}

/// <summary>Buttons in a row: <c>&lt;loket-buttons&gt;…&lt;/loket-buttons&gt;</c>; with <c>fixed="true"</c> they stay at the bottom of the window.</summary>
[HtmlTargetElement("loket-buttons")]
public sealed class ButtonsTagHelper : LoketTagHelper
{
    /// <summary>Whether they stay in sight at the bottom of the window.</summary>
    public bool Fixed { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Html.Div("utrecht-button-group loket-buttons").Class("loket-buttons--fixed", Fixed).Add(await output.GetChildContentAsync()));
}

using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>The same page in the other language, named in that language.</summary>
internal sealed record LanguageSwitch(string Current, IReadOnlyList<(string Language, string Href)> Pages)
{
    /// <summary>The mark-up.</summary>
    public IHtmlContent Render(Words words) => Html.Of("nav", "loket-languages").With("aria-label", words["Languages.Label"])
        .Add(Html.Of("ul").AddEach(Pages, page => Html.Of("li").Add(Html.Of("a").With("href", page.Href)
            .With("lang", page.Language).With("hreflang", page.Language).With("aria-current", page.Language == Current ? "true" : null)
            .Add(Language.Culture(page.Language).NativeName.Split(' ')[0]))));
}

/// <summary>The other language; the layouts place it: <c>&lt;loket-language-switch /&gt;</c>.</summary>
[HtmlTargetElement("loket-language-switch", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LanguageSwitchTagHelper : LoketTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new LanguageSwitch(
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        [.. Language.All.Select(language => (language, LanguageByPath.SamePageIn(ViewContext.HttpContext.Request, language)))]).Render(SharedWords));
}

/// <summary>Straight to the content, for keyboards; the layouts place it: <c>&lt;loket-skip-link /&gt;</c>.</summary>
[HtmlTargetElement("loket-skip-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SkipLinkTagHelper : LoketTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Html.Of("a", "utrecht-skip-link loket-skip-link").With("href", "#main").Add(SharedWords["SkipLink"]));
}

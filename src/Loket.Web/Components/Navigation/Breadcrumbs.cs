using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>One page above this one.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Href">Its address; <c>~/</c> is the root of the site.</param>
public sealed record Crumb(string Text, string Href);

/// <summary>The way from the home page to here.</summary>
internal sealed record Breadcrumbs(IReadOnlyList<Crumb> Trail)
{
    /// <summary>The mark-up, or nothing without a trail. On a phone only the last step shows, as a way back.</summary>
    public IHtmlContent Render(Words words) => Trail.Count == 0 ? HtmlString.Empty
        : Html.Of("nav", "utrecht-breadcrumb-nav loket-breadcrumbs").With("aria-label", words["Breadcrumbs.Label"])
            .Add(Html.Of("ol", "utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol")
                .AddEach(Trail, crumb => Html.Of("li", "utrecht-breadcrumb-nav__item")
                    .Add(Html.Of("a", "utrecht-link utrecht-link--html-a utrecht-breadcrumb-nav__link").With("href", crumb.Href)
                        .Add(Icon.Draw("arrow-left"), crumb.Text))));
}

/// <summary>The way here; the layouts place it: <c>&lt;loket-breadcrumbs trail="Frame.Trail" /&gt;</c>.</summary>
[HtmlTargetElement("loket-breadcrumbs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreadcrumbsTagHelper : LoketTagHelper
{
    /// <summary>The pages above this one, the home page first.</summary>
    public IEnumerable<Crumb> Trail { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new Breadcrumbs([.. Trail.Select(crumb => crumb with { Href = Address(crumb.Href) })]).Render(SharedWords));
}

using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace Loket.Web.Components;

/// <summary>One thing that happened.</summary>
internal sealed record TimelineEvent(LocalDateTime At, string Title, object Content)
{
    /// <summary>Who did it.</summary>
    public string? By { get; init; }

    /// <summary>Name of the icon.</summary>
    public string Icon { get; init; } = "circle";

    /// <summary>What it means.</summary>
    public Tone Tone { get; init; }

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render(Words words) => Html.Of("li", "loket-timeline__event loket-timeline__event--" + Tone.ClassName())
        .Add(Html.Span("loket-timeline__icon").Add(Components.Icon.Draw(Icon)))
        .Add(Html.Div("loket-timeline__body")
            .Add(Html.Of("p", "loket-timeline__title").Add(Title))
            .Add(Html.Of("p", "loket-timeline__when")
                .Add(Html.Of("time").With("datetime", At.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)).Add(DateWords.Moment(At, words.Culture)))
                .Add(By is null ? null : " · " + By))
            .Add(Content));
}

/// <summary>What happened, newest first: <c>&lt;loket-timeline&gt;</c> with events in it.</summary>
[HtmlTargetElement("loket-timeline")]
public sealed class TimelineTagHelper : LoketTagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Html.Of("ol", "loket-timeline").Add(await output.GetChildContentAsync()));
}

/// <summary>One thing that happened: <c>&lt;loket-event at="entry.At" title="…" by="…" icon="phone"&gt;…&lt;/loket-event&gt;</c>.</summary>
[HtmlTargetElement("loket-event", ParentTag = "loket-timeline")]
public sealed class EventTagHelper : LoketTagHelper
{
    /// <summary>When, in the municipality's time.</summary>
    public LocalDateTime At { get; set; }

    /// <summary>What, in one line.</summary>
    public string Title { get; set; } = "";

    /// <summary>Who did it.</summary>
    public string? By { get; set; }

    /// <summary>Name of the icon.</summary>
    public string Icon { get; set; } = "circle";

    /// <summary>What it means.</summary>
    public Tone Tone { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output,
        new TimelineEvent(At, Title, await output.GetChildContentAsync()) { By = By, Icon = Icon, Tone = Tone }.Render(SharedWords));
}

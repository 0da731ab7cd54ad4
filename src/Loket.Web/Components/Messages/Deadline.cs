using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace Loket.Web.Components;

/// <summary>A promised date as people say it, with the date itself on hover and for screen readers.</summary>
/// <param name="Date">The promised day.</param>
/// <param name="DaysLeft">Days until then in the deadline's own calendar; negative when it has passed, 0 for today.</param>
internal sealed record Deadline(LocalDate Date, int DaysLeft)
{
    /// <summary>Whether the days are working days; else calendar days.</summary>
    public bool Working { get; init; } = true;

    /// <summary>Whether the moment has passed, be it earlier today.</summary>
    public bool Late { get; init; }

    /// <summary>From how many days left it asks for attention.</summary>
    public int Soon { get; init; } = 1;

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render(Words words)
    {
        var (tone, icon) = DaysLeft < 0 || Late ? (Tone.Danger, "warning") : DaysLeft <= Soon ? (Tone.Warning, "clock") : (Tone.Neutral, (string?)null);
        var date = DateWords.Long(Date, words.Culture);
        return Html.Of("time", "loket-deadline loket-deadline--" + tone.ClassName())
            .With("datetime", Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)).With("title", date)
            .Add(Icon.Draw(icon), Html.Span().Add(Say(words), Html.Spoken(" (" + date + ")")));
    }

    private string Say(Words words) => DaysLeft switch
    {
        0 => words[Late ? "Deadline.LateToday" : "Deadline.Today"],
        < 0 => words.Count(Working ? "Deadline.LateWorking" : "Deadline.Late", -DaysLeft),
        _ => words.Count(Working ? "Deadline.LeftWorking" : "Deadline.Left", DaysLeft),
    };
}

/// <summary>A promised date: <c>&lt;loket-deadline date="row.Due" days-left="row.DaysLeft" /&gt;</c>.</summary>
[HtmlTargetElement("loket-deadline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DeadlineTagHelper : LoketTagHelper
{
    /// <summary>The promised day.</summary>
    public LocalDate Date { get; set; }

    /// <summary>Days until then; negative when it has passed.</summary>
    public int DaysLeft { get; set; }

    /// <summary>Whether the moment has passed, be it earlier today.</summary>
    public bool Late { get; set; }

    /// <summary>Whether the days are working days; false for statutory terms in calendar days.</summary>
    public bool Working { get; set; } = true;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new Deadline(Date, DaysLeft) { Working = Working, Late = Late }.Render(SharedWords));
}

using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;

namespace Loket.Web.Components;

/// <summary>The icons: drawn on a grid of 20 with a line of 1.75, in the colour of the text beside them; never without a word.</summary>
internal static class Icon
{
    private static readonly FrozenDictionary<string, HtmlString> Drawn = new Dictionary<string, string>
    {
        ["arrow-left"] = "<path d='M12 4.5 6.5 10l5.5 5.5'/>",
        ["arrow-right"] = "<path d='M8 4.5 13.5 10 8 15.5'/>",
        ["book"] = "<path d='M10 5.2C8.4 4 6 3.7 3 4v11.4c3-.3 5.4 1 7 1.4 1.6-1.2 4-1.7 7-1.4V4c-3-.3-5.4 0-7 1.2Zm0 0v11.4'/>",
        ["calendar"] = "<rect x='3' y='4.5' width='14' height='12.5' rx='2'/><path d='M3 8.5h14M7 2.5v4M13 2.5v4'/>",
        ["chat"] = "<path d='M3 4.5h14v9.5H9.5L6 17v-3H3Z'/>",
        ["check"] = "<path d='m4 10.5 4 4 8-9'/>",
        ["check-circle"] = "<circle cx='10' cy='10' r='7.5'/><path d='m6.6 10.2 2.4 2.5 4.5-5'/>",
        ["circle"] = "<circle cx='10' cy='10' r='6.5'/>",
        ["clock"] = "<circle cx='10' cy='10' r='7.5'/><path d='M10 5.5V10l3 2'/>",
        ["cross"] = "<path d='m5 5 10 10M15 5 5 15'/>",
        ["cross-circle"] = "<circle cx='10' cy='10' r='7.5'/><path d='m7.3 7.3 5.4 5.4m0-5.4-5.4 5.4'/>",
        ["document"] = "<path d='M5 2.5h6.5L15.5 6.5v11H5Zm6.5 0v4h4M7.8 10.5h5M7.8 13.5h5'/>",
        ["download"] = "<path d='M10 3v9.5m-4-4 4 4 4-4M4 16.5h12'/>",
        ["flag"] = "<path d='M5 17.5v-14h10l-2.3 3.5 2.3 3.5H5'/>",
        ["half"] = "<circle cx='10' cy='10' r='7'/><path d='M10 3a7 7 0 0 1 0 14Z' fill='currentColor'/>",
        ["handover"] = "<path d='M2.5 7h11m-3.5-3.5L13.5 7 10 10.5M17.5 14h-11'/>",
        ["home"] = "<path d='m3 9.5 7-6 7 6M5 8.5V17h10V8.5'/>",
        ["inbox"] = "<path d='M3 11.5 5.5 4h9L17 11.5V16H3Zm0 0h4l1.2 2h3.6l1.2-2h4'/>",
        ["info"] = "<circle cx='10' cy='10' r='7.5'/><path d='M10 9.2v4.6M10 6.2v.4'/>",
        ["letter"] = "<rect x='2.5' y='4.5' width='15' height='11' rx='1.5'/><path d='m3 6 7 5.2L17 6'/>",
        ["lock"] = "<rect x='4' y='9' width='12' height='8' rx='1.5'/><path d='M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9'/>",
        ["map"] = "<path d='M10 17.5s5.5-5.2 5.5-9.3a5.5 5.5 0 0 0-11 0c0 4.1 5.5 9.3 5.5 9.3Z'/><circle cx='10' cy='8.2' r='2'/>",
        ["offline"] = "<path d='M3 3l14 14M2.5 8.5a11 11 0 0 1 3.7-2.3m3.3-.7a11 11 0 0 1 8 3M5.5 11.7a7 7 0 0 1 3-1.7m4 .4a7 7 0 0 1 2 1.3M10 15.5v.2'/>",
        ["pause"] = "<circle cx='10' cy='10' r='7.5'/><path d='M8 7v6M12 7v6'/>",
        ["person"] = "<circle cx='10' cy='6.5' r='3.3'/><path d='M3.5 17c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5'/>",
        ["chart"] = "<path d='M3 17h14M5 14v-4M9 14V6M13 14V8M17 14V3'/>",
        ["phone"] = "<path d='M6.7 3H4a1.3 1.3 0 0 0-1.3 1.5A15 15 0 0 0 15.5 17.3 1.3 1.3 0 0 0 17 16v-2.7l-3.7-1.6-1.7 1.7a11 11 0 0 1-5-5l1.7-1.7Z'/>",
        ["plus"] = "<path d='M10 4v12M4 10h12'/>",
        ["search"] = "<circle cx='8.8' cy='8.8' r='5.3'/><path d='m12.8 12.8 4.2 4.2'/>",
        ["settings"] = "<circle cx='13' cy='6' r='2'/><circle cx='7' cy='14' r='2'/><path d='M3 6h8M15 6h2M3 14h2M9 14h8'/>",
        ["undo"] = "<path d='M7.5 4 3.5 8l4 4M4 8h7.5a5 5 0 0 1 0 9H8'/>",
        ["users"] = "<circle cx='7.5' cy='7' r='2.8'/><path d='M2.3 16c.5-3 2.4-4.5 5.2-4.5s4.7 1.5 5.2 4.5M13 4.5a2.7 2.7 0 0 1 0 5M14.7 11.8c1.6.6 2.6 2 3 4.2'/>",
        ["warning"] = "<path d='M10 3 2.5 16.5h15ZM10 8v4M10 14.2v.3'/>",
        ["work"] = "<path d='M7.5 5h9.5M7.5 10h9.5M7.5 15h9.5M3 5l.8.8 1.6-1.8M3 10l.8.8 1.6-1.8M3 15l.8.8 1.6-1.8'/>",
    }.ToFrozenDictionary(icon => icon.Key, icon => new HtmlString(
        $"<svg class=\"loket-icon\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" focusable=\"false\">{icon.Value.Replace('\'', '"')}</svg>"), StringComparer.Ordinal);

    /// <summary>The names that can be drawn.</summary>
    public static IEnumerable<string> Names => Drawn.Keys;

    /// <summary>The drawing of a name, or nothing for null; an unknown name is a bug.</summary>
    public static HtmlString? Draw(string? name) => name is null ? null
        : Drawn.TryGetValue(name, out var drawing) ? drawing : throw new ArgumentException($"No icon '{name}'.", nameof(name));
}

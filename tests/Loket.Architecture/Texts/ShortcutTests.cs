using System.Text.RegularExpressions;
using Loket.Architecture.Rooms;
using Loket.Web.Components;
using Xunit;

namespace Loket.Architecture.Texts;

/// <summary>The overview of shortcuts and the pages have them from one table.</summary>
public sealed partial class ShortcutTests
{
    private static readonly string[] ByTheSideBar = [nameof(Shortcuts.Intake), nameof(Shortcuts.Work), nameof(Shortcuts.Callbacks), nameof(Shortcuts.Messages)];

    [Fact]
    public void No_page_has_a_key_of_its_own() => None.Of(
        from page in Source.Files("src/Loket.Web/Pages", "*.cshtml")
        from Match key in Own().Matches(File.ReadAllText(page))
        select $"{Path.GetFileName(page)}: {key.Value}");

    [Fact]
    public void Every_shortcut_is_used_by_a_page()
    {
        var pages = string.Join('\n', Source.Files("src/Loket.Web/Pages", "*.cshtml").Select(File.ReadAllText));
        None.Of(Shortcuts.All.Where(one => !ByTheSideBar.Contains(one.Name) && one != Shortcuts.IntakeChoose && !pages.Contains($"Shortcuts.{one.Name}.Key", StringComparison.Ordinal)).Select(one => one.Name));
        Assert.Contains("Shortcuts.OfEntry(", pages, StringComparison.Ordinal);
        Assert.Contains("Shortcuts.Choosing(", pages, StringComparison.Ordinal);
        Assert.Equal(Shortcuts.IntakeChoose.Key, Shortcuts.Choosing(0));
    }

    [Fact]
    public void No_key_does_two_things_in_one_place() => None.Of(
        from one in Shortcuts.All
        from other in Shortcuts.All
        where one != other && one.Key == other.Key && (one.Place == other.Place || one.Place == ShortcutPlace.Everywhere)
        select $"{one.Key}: {one.Name} and {other.Name}");

    [Fact]
    public void Every_shortcut_and_place_is_said_in_words() => None.Of(
        from language in Language.All
        let keys = TextCatalogue.Default.Keys("Pages/Staff/Keys/_Table", language)
        from key in Shortcuts.All.Select(one => "Do." + one.Name).Concat(Enum.GetNames<ShortcutPlace>().Select(place => "Place." + place))
        where !keys.Contains(key)
        select $"{language}: {key}");

    [GeneratedRegex("""\s(data-)?key="[^@"][^"]*"|aria-keyshortcuts="[^@]""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Own();
}

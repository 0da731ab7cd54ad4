using Microsoft.Playwright;

namespace Loket.Browser.Windows;

/// <summary>Somebody who has only keys: goes on with Tab, in the order of the page, and must see at each stop where they are.</summary>
internal static class Keys
{
    private const int MostStops = 120;

    // WCAG 2.4.7, 2.4.11, 2.4.3: the stop shows itself, is in the window and lies below nothing else.
    private const string Stop = """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return 'the page is at its end';
          const style = getComputedStyle(one);
          const box = one.getBoundingClientRect();
          if (!(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)) return 'does not show that it has the focus: ' + one.outerHTML;
          if (box.bottom <= 0 || box.top >= innerHeight) return 'has the focus outside the window: ' + one.outerHTML;
          const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
          const y = Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 1), innerHeight - 1);
          const top = document.elementFromPoint(x, y);
          const own = top === one || one.contains(top) || top?.contains(one) || [...(one.labels ?? [])].some(label => label.contains(top));
          return own ? '' : `${one.outerHTML} lies below ${top?.outerHTML.slice(0, 120)}`;
        }
        """;

    // A group of radio buttons is one stop; arrows go within it.
    private const string IsHere = "one => one === document.activeElement || one.type === 'radio' && document.activeElement?.type === 'radio' && one.name === document.activeElement.name";

    /// <summary>Goes on with Tab until the target has the focus.</summary>
    public static async Task Reach(IPage page, ILocator target)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await target.EvaluateAsync<bool>(IsHere)) return;
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(Stop) is { Length: > 0 } wrong) throw new InvalidOperationException($"On {page.Url}, on the way to {target}: {wrong}");
        }

        throw new InvalidOperationException($"On {page.Url}, Tab does not come to {target}.");
    }

    /// <summary>Chooses a radio button with the arrows, or ticks a box.</summary>
    public static async Task Choose(IPage page, ILocator target)
    {
        await Reach(page, target);
        await page.Keyboard.PressAsync(await target.EvaluateAsync<bool>("one => one === document.activeElement") ? "Space" : "ArrowDown");
        for (var presses = 0; presses < MostStops && !await target.IsCheckedAsync(); presses++) await page.Keyboard.PressAsync("ArrowDown");
    }

    /// <summary>Chooses from a list as keyboards do: by typing how it begins.</summary>
    public static async Task Select(IPage page, ILocator target, string option)
    {
        await Reach(page, target);
        await page.Keyboard.TypeAsync(option);
    }

    /// <summary>Types over what stands in a field.</summary>
    public static async Task Fill(IPage page, ILocator target, string text)
    {
        await Reach(page, target);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.InsertTextAsync(text);
    }
}

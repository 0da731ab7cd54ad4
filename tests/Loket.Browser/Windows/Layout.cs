using Microsoft.Playwright;

namespace Loket.Browser.Windows;

/// <summary>Whether a page fits its window (WCAG 1.4.10): no scrolling to the side, nothing cut off, nothing in the way of the text.</summary>
internal static class Layout
{
    private const string Measure = """
        () => {
          const width = document.documentElement.clientWidth;
          const found = [];
          const name = one => one.outerHTML.slice(0, 120);
          if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
          for (const one of document.querySelectorAll('body *')) {
            if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('svg, option, .loket-skip-link')) continue;
            const style = getComputedStyle(one);
            const box = one.getBoundingClientRect();
            if (box.width > 0 && (box.right > width + 1 || box.left < -1)) found.push(`beyond the edge (${Math.round(box.left)}-${Math.round(box.right)}): ${name(one)}`);
            // What is drawn around a thing may be cut; what it holds may not.
            const cuts = value => value === 'hidden' || value === 'clip';
            const spoken = box.width <= 1 || box.height <= 1;   // only for screen readers
            for (const held of !spoken && (cuts(style.overflowX) || cuts(style.overflowY)) ? one.querySelectorAll(':not(svg *)') : []) {
              const part = held.getBoundingClientRect();
              if (!held.checkVisibility({ visibilityProperty: true }) || part.width === 0) continue;
              if (cuts(style.overflowX) && (part.right > box.right + 1 || part.left < box.left - 1)) found.push(`cut off at the side: ${name(held)}`);
              if (cuts(style.overflowY) && (part.bottom > box.bottom + 1 || part.top < box.top - 1)) found.push(`cut off below: ${name(held)}`);
            }
            // A wide table may be pushed aside, a pane of the workspace not.
            if (['auto', 'scroll'].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1 && !one.matches('textarea, .loket-table-frame'))
              found.push(`scrolls to the side (${one.scrollWidth} in ${one.clientWidth}): ${name(one)}`);
            if (width < 700 && ['fixed', 'sticky'].includes(style.position) && box.height > innerHeight / 2) found.push(`takes ${Math.round(box.height)} of the ${innerHeight} pixels of the window: ${name(one)}`);
          }
          return found;
        }
        """;

    /// <summary>What does not fit.</summary>
    public static Task<string[]> Complaints(IPage page) => page.EvaluateAsync<string[]>(Measure);
}

using Loket.Browser.Windows;
using Loket.Gallery;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Components;

/// <summary>The gallery of components in the browser of the run.</summary>
public sealed class GalleryFixture(BrowserOfTheRun browser) : IAsyncLifetime
{
    private readonly WebApplication gallery = GalleryHost.Build("--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning");

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await gallery.StartAsync();

    /// <summary>A page of the gallery, with all that the browser complained about while it opened.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="dark">Whether the system asks for dark.</param>
    /// <param name="script">Whether script runs.</param>
    public async Task<(IPage Page, Func<IReadOnlyList<string>> Complaints)> Open(string path, int width = 1280, bool dark = false, bool script = true)
    {
        var context = await browser.NewContext(new BrowserNewContextOptions
        {
            BaseURL = gallery.Urls.Single(),
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
        });
        var page = await context.NewPageAsync();
        var watch = new Watch(page);
        await page.GotoAsync(path);
        return (page, () => watch.Complaints);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => gallery.DisposeAsync();
}

using Loket.Gallery;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Components;

/// <summary>The gallery of components in a real browser.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private readonly WebApplication gallery = GalleryHost.Build("--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning");
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await gallery.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-background-networking"] });
    }

    /// <summary>A page of the gallery, with all that the browser complained about while it opened.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="dark">Whether the system asks for dark.</param>
    /// <param name="script">Whether script runs.</param>
    public async Task<(IPage Page, List<string> Complaints)> Open(string path, int width = 1280, bool dark = false, bool script = true)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = gallery.Urls.Single(),
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add("failed: " + request.Url);
        await page.GotoAsync(path);
        return (page, complaints);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        await gallery.DisposeAsync();
    }
}

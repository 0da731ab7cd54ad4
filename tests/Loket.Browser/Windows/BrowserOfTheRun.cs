using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Windows;

/// <summary>The one browser of a run; each window has cookies of its own.</summary>
public sealed class BrowserOfTheRun : IAsyncLifetime
{
    // The machine may be busy with other tests; what is not there after this never comes.
    private const float Patience = 30_000;

    // Chromium without what draws its own windows and menus: the same pages in two thirds of the time.
    private const string Program = "/usr/bin/chromium-headless-shell";

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-background-networking"] });
    }

    /// <summary>A window that has never been anywhere.</summary>
    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions options)
    {
        // Nothing moves, so that a picture never shows half a movement.
        options.ReducedMotion = ReducedMotion.Reduce;
        options.Locale = "nl-NL";
        options.TimezoneId = "Europe/Amsterdam";
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}

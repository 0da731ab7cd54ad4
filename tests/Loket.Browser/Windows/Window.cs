using System.Net;
using System.Text.RegularExpressions;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Windows;

/// <summary>Somebody before a window: opens pages, fills in, presses, in the way that they use a computer. Each page that they come on is looked at.</summary>
public sealed class Window
{
    private const int Height = 1024;
    private readonly Func<Task> close;
    private readonly Watch watch;

    private Window(IPage page, Way way, Uri home, Func<Task> close)
    {
        (this.close, Page, Way, Home) = (close, page, way, home);
        watch = new Watch(page);
    }

    /// <summary>The page, for what only one test does.</summary>
    public IPage Page { get; }

    /// <summary>How they use it.</summary>
    public Way Way { get; }

    /// <summary>The address of the town.</summary>
    public Uri Home { get; }

    /// <summary>Path and query of the page.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    /// <summary>What the heading says.</summary>
    public ILocator Heading => Page.Locator("h1, .loket-empty h2").First;

    /// <summary>What the page holds, without header and footer.</summary>
    public ILocator Main => Page.Locator("main");

    /// <summary>What went wrong in the window.</summary>
    public IReadOnlyList<string> Complaints => watch.Complaints;

    /// <summary>Status of the page that is shown.</summary>
    public int Status => watch.Page?.Status ?? 0;

    /// <summary>Which page of the program it is: its path below Pages.</summary>
    public string? Shown => watch.Page?.Headers.GetValueOrDefault(ShownPage.Header);

    /// <summary>The page as it was sent, before any script.</summary>
    public Task<string> Html() => watch.Page!.TextAsync();

    /// <summary>A page with this status is meant to come; every other error fails the test.</summary>
    public void Expect(int status) => watch.Expect(status);

    /// <summary>Opens a page of the town.</summary>
    public async Task Open(string path)
    {
        await Page.GotoAsync(new Uri(Home, path).ToString());
        await LookAtLayout();
    }

    /// <summary>Goes where the link leads whose words begin so.</summary>
    public Task Follow(string link) => Act(Page.GetByRole(AriaRole.Link, new() { NameRegex = Begins(link) }));

    /// <summary>Presses a button that leads to a page.</summary>
    public Task Press(string button) => Act(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <summary>Presses or follows something that leads to a page.</summary>
    /// <param name="target">The button or link.</param>
    /// <param name="presses">How often, without waiting in between.</param>
    public Task Act(ILocator target, int presses = 1) => Going(
        async () =>
        {
            if (Way == Way.Keyboard)
            {
                await Keys.Reach(Page, target);
                await Page.Keyboard.PressAsync("Enter");
            }
            else
            {
                await target.ClickAsync(new() { ClickCount = presses });
            }
        });

    /// <summary>Presses a key that leads to a page.</summary>
    public Task Type(string key) => Going(() => Page.Keyboard.PressAsync(key));

    private async Task Going(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            if (await Task.WhenAny(loaded.Task, Task.Delay(TimeSpan.FromSeconds(30))) != loaded.Task) throw new InvalidOperationException($"On {Page.Url}, it led nowhere.");
        }
        finally
        {
            Page.Load -= Loaded;
        }

        await LookAtLayout();
    }

    /// <summary>Types in the field with this label.</summary>
    public async Task Fill(string label, string text)
    {
        if (Way == Way.Keyboard) await Keys.Fill(Page, Field(label), text);
        else await Field(label).FillAsync(text);
    }

    /// <summary>Chooses the radio button, or ticks the box, with this label.</summary>
    public async Task Choose(string label)
    {
        var target = Page.GetByLabel(label, new() { Exact = true });
        if (Way == Way.Keyboard) await Keys.Choose(Page, target);
        else await target.CheckAsync();
        await Assertions.Expect(target).ToBeCheckedAsync();
    }

    /// <summary>Chooses from a list.</summary>
    public async Task Select(string label, string option)
    {
        if (Way == Way.Keyboard) await Keys.Select(Page, Field(label), option);
        else await Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });
    }

    /// <summary>Chooses files.</summary>
    public async Task Attach(string label, params FilePayload[] files)
    {
        if (Way == Way.Keyboard) await Keys.Reach(Page, Field(label));
        await Field(label).SetInputFilesAsync(files);
    }

    /// <summary>Opens a part of the page that is folded.</summary>
    public async Task Unfold(string summary)
    {
        var target = Page.Locator("summary").Filter(new() { HasTextRegex = new Regex($@"^\s*{Regex.Escape(summary)}\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        if (Way == Way.Keyboard)
        {
            await Keys.Reach(Page, target);
            await Page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await target.ClickAsync();
        }
    }

    /// <summary>The control with this label; behind the label may stand that it is optional.</summary>
    public ILocator Field(string label) => Page.GetByLabel(new Regex($@"^{Regex.Escape(label)}( \(.*\))?$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static Regex Begins(string words) => new($@"^\s*{Regex.Escape(words)}\b", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>The page has this heading.</summary>
    public Task Shows(string heading) => Assertions.Expect(Heading).ToHaveTextAsync(heading);

    /// <summary>The page says this somewhere.</summary>
    public Task Says(string text) => Assertions.Expect(Main).ToContainTextAsync(text);

    /// <summary>The page does not say this.</summary>
    public Task KeepsSilentAbout(string text) => Assertions.Expect(Main).Not.ToContainTextAsync(text);

    /// <summary>The errors of the form: first on the page, with the focus where script runs, and each a way to its field.</summary>
    public async Task Refuses(params IReadOnlyList<string> errors)
    {
        var summary = Page.Locator(".loket-error-summary");
        await Assertions.Expect(summary.Locator("li")).ToHaveTextAsync(errors);
        if (Way != Way.WithoutScript) await Assertions.Expect(summary).ToBeFocusedAsync();
        if (Way == Way.Keyboard)
        {
            var first = summary.GetByRole(AriaRole.Link).First;
            await Keys.Reach(Page, first);
            await Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(Page.Locator(await first.GetAttributeAsync("href") ?? "")).ToBeFocusedAsync();
        }

        Assert.Matches("^(Fout|Error): ", await Page.TitleAsync());
    }

    /// <summary>A picture of the whole page, for people to look at.</summary>
    public async Task Picture(string name)
    {
        var path = Path.Combine(Folders.Screenshots, $"{name}.{await Page.EvaluateAsync<int>("() => innerWidth")}.jpg");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true, Type = ScreenshotType.Jpeg, Quality = 85 });
    }

    /// <summary>Looks whether the page fits the window; on a small window that is what it is for.</summary>
    public async Task LookAtLayout()
    {
        if (Way is not (Way.SmallPhone or Way.Enlarged)) return;
        var found = await Layout.Complaints(Page);
        Assert.True(found.Length == 0, $"{Page.Url} does not fit:\n{string.Join('\n', found)}");
    }

    /// <summary>A window of somebody, and nothing else of theirs.</summary>
    internal static async Task<Window> Open(BrowserOfTheRun browser, Uri home, Way way, IEnumerable<System.Net.Cookie>? cookies)
    {
        var context = await Somebody(browser, home, way, cookies);
        return new Window(await context.NewPageAsync(), way, home, () => context.CloseAsync());
    }

    /// <summary>One more window of somebody: what they fetched before is still there.</summary>
    internal static async Task<Window> Beside(IBrowserContext context, Uri home, Way way)
    {
        var page = await context.NewPageAsync();
        return new Window(page, way, home, () => page.CloseAsync());
    }

    /// <summary>Somebody with a browser, who has no window open.</summary>
    internal static async Task<IBrowserContext> Somebody(BrowserOfTheRun browser, Uri home, Way way, IEnumerable<System.Net.Cookie>? cookies)
    {
        var options = way switch
        {
            Way.SmallPhone => new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true },
            Way.Enlarged => new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = Height / 4 }, DeviceScaleFactor = 4 },
            _ => new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = Height } },
        };
        options.JavaScriptEnabled = way != Way.WithoutScript;
        var context = await browser.NewContext(options);
        if (cookies is not null)
            await context.AddCookiesAsync(cookies.Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = home.ToString() }));
        return context;
    }

    internal Task Close() => close();
}

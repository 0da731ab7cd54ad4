using Microsoft.Playwright;

namespace Loket.Browser.Windows;

/// <summary>Hears everything that goes wrong in a window: errors of script, breaches of the content policy, requests that fail, pages that broke.</summary>
internal sealed class Watch
{
    // A form that comes back with errors, or because somebody else was first.
    private static readonly int[] OfForms = [422, 409];

    private readonly List<string> complaints = [];
    private readonly HashSet<int> expected = [.. OfForms];

    public Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            // The browser also says this of pages; those are judged by their status.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => Add("script: " + error);
        page.RequestFailed += (_, request) =>
        {
            // Typing on takes back a question, and a second press a first one; nothing else is stopped half-way.
            if (request.Failure != "net::ERR_ABORTED") Add($"failed: {request.Method} {request.Url}: {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            var isPage = response.Request.IsNavigationRequest;
            if (isPage && response.Status is < 300 or >= 400) Page = response;
            if (response.Status >= 400 && !(isPage && expected.Contains(response.Status))) Add($"{response.Status}: {response.Request.Method} {response.Url}");
        };
    }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (complaints) return [.. complaints];
        }
    }

    /// <summary>The answer that the window shows.</summary>
    public IResponse? Page { get; private set; }

    /// <summary>A page with this status is meant to come.</summary>
    public void Expect(int status) => expected.Add(status);

    private void Add(string complaint)
    {
        lock (complaints) complaints.Add(complaint);
    }
}

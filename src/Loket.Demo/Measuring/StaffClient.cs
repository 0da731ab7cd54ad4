using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using Loket.Organisation.Rights;

namespace Loket.Demo.Measuring;

/// <summary>A page as it came.</summary>
/// <param name="Status">How the last request ended.</param>
/// <param name="Text">What came.</param>
/// <param name="Requests">How many it took, with those to which one was sent on.</param>
/// <param name="Address">Where it stands.</param>
internal sealed record OpenedPage(HttpStatusCode Status, string Text, int Requests, string Address)
{
    /// <summary>Whether the page is as it was asked for.</summary>
    public bool IsFine => (int)Status < 400;

    /// <summary>How often something stands in it.</summary>
    public int Count(string mark) => Text.AsSpan().Count(mark.AsSpan());
}

/// <summary>Somebody of the staff at a browser: opens pages, sends forms, goes where they are sent.</summary>
internal sealed class StaffClient : IDisposable
{
    private const string SessionCookie = "loket-session";
    private const int MostRequests = 5;

    // Where a form leads that was not carried out: who posts it is not signed in any more, or the page stood open too long.
    private static readonly string[] Astray = ["/sign-in", "kept="];

    private readonly HttpClient http;

    public StaffClient(Uri address, string session, Actor by)
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie(SessionCookie, session));
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Text.Html));
        By = by;
    }

    /// <summary>Who, as the program knows them.</summary>
    public Actor By { get; }

    /// <summary>Opens a page.</summary>
    public Task<OpenedPage> Open(string path, CancellationToken cancel) => Send(HttpMethod.Get, path, null, cancel);

    /// <summary>Sends a form.</summary>
    public Task<OpenedPage> Send(string path, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel) => Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields), cancel);

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<OpenedPage> Send(HttpMethod method, string path, HttpContent? content, CancellationToken cancel)
    {
        for (var requests = 1; requests <= MostRequests; requests++)
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
            using var answer = await http.SendAsync(request, cancel);
            if ((int)answer.StatusCode is < 300 or >= 400 || answer.Headers.Location is not { } next) return new OpenedPage(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel), requests, path);
            (method, path, content) = (HttpMethod.Get, next.OriginalString, null);
            if (Astray.Any(sign => path.Contains(sign, StringComparison.Ordinal))) throw new InvalidOperationException($"A form led to {path}.");
        }

        throw new InvalidOperationException($"{path} leads on and on.");
    }
}

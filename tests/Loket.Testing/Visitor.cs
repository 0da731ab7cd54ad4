using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Loket.Testing;

/// <summary>Somebody at a browser without script: opens pages, fills in forms, follows redirects.</summary>
public sealed class Visitor(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The client, signed in where the visitor is; it keeps cookies and follows no redirects.</summary>
    public HttpClient Client { get; } = client;

    /// <summary>The page that is open.</summary>
    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    /// <summary>How the last request ended, after redirects.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the visitor is: path and query.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>The heading of the page.</summary>
    public string Heading => Text("h1, .loket-empty h2, .loket-empty p");

    /// <summary>The errors on top of the page.</summary>
    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".loket-error-summary li").Select(error => error.TextContent.Trim())];

    /// <summary>What the first element that fits says; empty when there is none.</summary>
    public string Text(string selector) => Page.QuerySelector(selector)?.TextContent.Trim() ?? "";

    /// <summary>What a field holds.</summary>
    public string Value(string name) => Page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement { Type: "radio" } => Page.QuerySelectorAll<IHtmlInputElement>($"[name='{name}']").FirstOrDefault(radio => radio.IsChecked)?.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    /// <summary>Opens a page.</summary>
    public Task Open(string path) => Follow(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Fills in the form that has a field with the first name, and sends it; what is not named stays as it stands.</summary>
    public Task Send(params IReadOnlyList<(string Name, string Value)> fields) => Follow(Filled(fields));

    /// <summary>Presses the button with these words, without filling in anything.</summary>
    public Task Press(string button) =>
        Follow(Sending(Page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault(form => form.QuerySelectorAll("button").Any(one => one.TextContent.Trim() == button))
            ?? throw new InvalidOperationException($"No button '{button}' on {Address}."), []));

    /// <summary>The request that sending the form would make, for who wants to send it twice.</summary>
    public HttpRequestMessage Filled(params IReadOnlyList<(string Name, string Value)> fields)
    {
        var form = Page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault(one => fields.Count == 0 || one.QuerySelector($"[name='{fields[0].Name}']") is not null)
            ?? throw new InvalidOperationException($"No form with '{(fields.Count == 0 ? "" : fields[0].Name)}' on {Address}.");
        return Sending(form, fields);
    }

    private HttpRequestMessage Sending(IHtmlFormElement form, IReadOnlyList<(string Name, string Value)> fields)
    {
        var filled = Standing(form).Where(stands => fields.All(field => field.Name != stands.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))).ToList();
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : Address;
        return new HttpRequestMessage(HttpMethod.Post, action) { Content = form.Enctype == "multipart/form-data" ? Parts(filled) : new FormUrlEncodedContent(filled) };
    }

    private static MultipartFormDataContent Parts(List<KeyValuePair<string, string>> filled)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in filled) parts.Add(new StringContent(value), name);
        return parts;
    }

    /// <summary>The request that sending the form of a handler of the page would make, for a form without fields.</summary>
    public HttpRequestMessage Pressed(string handler)
    {
        var form = Page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault(one => one.GetAttribute("action")?.Contains("handler=" + handler, StringComparison.Ordinal) == true)
            ?? throw new InvalidOperationException($"No form '{handler}' on {Address}.");
        return new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = new FormUrlEncodedContent(Standing(form)) };
    }

    /// <summary>Fills in the form that has a field for files with this name, adds a file to it, and sends it.</summary>
    public Task Upload(string field, string name, byte[] content, params IReadOnlyList<(string Name, string Value)> fields) => Upload(field, [(name, content)], fields);

    /// <summary>The same with several files at once.</summary>
    public Task Upload(string field, IReadOnlyList<(string Name, byte[] Content)> files, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var form = Page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault(one => one.QuerySelector($"[name='{field}']") is not null)
            ?? throw new InvalidOperationException($"No form with '{field}' on {Address}.");
        var body = new MultipartFormDataContent();
        foreach (var (key, value) in Standing(form).Where(stands => fields.All(one => one.Name != stands.Key))
            .Concat(fields.Select(one => KeyValuePair.Create(one.Name, one.Value)))) body.Add(new StringContent(value), key);
        foreach (var (name, content) in files) body.Add(new ByteArrayContent(content), field, name);
        return Follow(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } given ? given : Address) { Content = body });
    }

    /// <summary>The request that a button with an address of its own would make with the form.</summary>
    public HttpRequestMessage Sent(string handler, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var request = Filled(fields);
        request.RequestUri = new Uri(Page.QuerySelector($"[formaction*='handler={handler}']")!.GetAttribute("formaction")!, UriKind.Relative);
        return request;
    }

    /// <summary>Sends a request and follows where it leads.</summary>
    public async Task Follow(HttpRequestMessage request)
    {
        for (var redirects = 0; redirects < 10; redirects++)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            using var response = await Client.SendAsync(request);
            Status = response.StatusCode;
            if (response.Headers.Location is { } location && (int)response.StatusCode is >= 300 and < 400)
            {
                request = new HttpRequestMessage(HttpMethod.Get, location);
                continue;
            }

            Address = response.RequestMessage!.RequestUri!.PathAndQuery;
            Page = Parser.ParseDocument(await response.Content.ReadAsStringAsync());
            return;
        }

        throw new InvalidOperationException("The redirects do not end.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Page.Dispose();
        Client.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement { Type: "submit" or "file" or "button" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null && element.GetAttribute("name") is { Length: > 0 } name) yield return KeyValuePair.Create(name, value);
        }
    }
}

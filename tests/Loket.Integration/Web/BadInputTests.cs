using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loket.Kernel.Calendars;
using Loket.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Loket.Integration.Web;

/// <summary>Bad input in every field of every form: never a page that broke, and nothing typed is lost. Each database on its own, beside each other: these take longest.</summary>
public sealed class BadInputOnSqliteTests : BadInputTests
{
    [Theory]
    [MemberData(nameof(Rows), MemberType = typeof(BadInputTests))]
    public Task It_is_refused_beside_the_field_or_taken_as_text_and_nothing_typed_is_lost(string place) => Try(place, Database.Sqlite);

    [Fact]
    public async Task Every_page_that_takes_a_form_is_among_them()
    {
        await using var town = await Town.On(Database.Sqlite);
        var opened = new List<string>();
        foreach (var place in FormPlaces.All.Values)
        {
            using var visitor = await place(town);
            opened.Add(visitor.Address.Split('?')[0]);
        }

        var services = (await Installation.Running).Services;
        var loader = services.GetRequiredService<PageLoader>();
        var missed = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) continue;
            var takesForms = (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Any(handler => handler.HttpMethod == "Post");
            var way = new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!), []);
            if (takesForms && !Buttons.Contains(endpoint.RoutePattern.RawText!) && !opened.Exists(path => way.TryMatch(path, []))) missed.Add(endpoint.RoutePattern.RawText!);
        }

        Assert.Empty(missed);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class BadInputOnPostgresTests : BadInputTests
{
    [Theory]
    [MemberData(nameof(Rows), MemberType = typeof(BadInputTests))]
    public Task It_is_refused_beside_the_field_or_taken_as_text_and_nothing_typed_is_lost(string place) => Try(place, Database.Postgres);
}

/// <summary>What is tried.</summary>
public abstract class BadInputTests
{
    private const string Unknown = "bestaat-niet";
    private const string TooOld = "te lang open";
    private const int LongestInAddress = 500;

    // No field of any form takes more; what is looked for by an address is cut by the browser.
    private const int LongestTaken = 20_000;

    // What is wrong with these stands at the code: nobody is told which of the two it is.
    private static readonly string[] RefusedElsewhere = ["Form.SignInName", "Form.StartCode"];

    // In these what is right for one field depends on others, or a name may stand only once: they are tried as a whole.
    private static readonly string[] Entangled = ["case type", "statuses of a case type", "tasks of a case type", "programs", "on call", "new account", "emergency access", "customer", "text module", "virtual colleague", "held cases", "destruction list"];

    // What is typed here is read by others, on pages of theirs, or only with a choice that is not made here.
    private static readonly string[] ReadElsewhere = ["Contact.Subject", "Contact.Where", "Contact.Name", "Form.Address", "Form.Answer", "Form.Question"];

    // In these nothing is typed: a button, a file, what is ticked, and what the page itself put beside it.
    protected static IReadOnlyList<string> Buttons { get; } =
        ["problem/{status:int}", "sign-out", "sign-in/again", "me/recovery-codes", "melden/gevaar", "melden/controleren", "intake/klaar/{reference}/bon", "berichten/brieven/print", "contact/{reference}/stand", "concepten", "beheer/zaaktypen/inlezen", "beheer/virtuele-collegas/{id}/proef", "beheer/vernietigen", "inzageverzoek"];

    // One place: -preEnumerateTheories -trait "place=case type"
    public static IEnumerable<ITheoryDataRow> Rows => FormPlaces.All.Keys.Select(place => new TheoryDataRow<string>(place).WithTrait("place", place));

    /// <summary>Tries everything in every form of a place.</summary>
    protected static async Task Try(string place, Database database)
    {
        await using var town = await Town.On(database);
        var complaints = new List<string>();
        var stage = Stage.Of(await FormPlaces.All[place](town));
        var forms = FormsOf(stage.Page).Select(ShapeOf).Distinct().ToList();
        Assert.NotEmpty(forms);
        foreach (var (number, (name, text)) in NastyText.All.Index())
        {
            foreach (var shape in forms.Where(shape => shape.Takes(name)))
            {
                stage = await Again(stage, town, place, shape);
                complaints.AddRange((await TryAll(stage, shape, text, number, old: name == NastyText.OfLongAgo)).Select(wrong => $"{name}: {wrong}"));
            }
        }

        var soon = town.Tenant.Clock.Now().InZone(MunicipalCalendar.Amsterdam).Date.PlusDays(30);
        // All at once the first that is wrong refuses the whole; alone, each comes as far as it can.
        foreach (var (name, text) in NastyText.All.Where(one => NastyText.Alone.Contains(one.Name)))
        {
            foreach (var shape in forms.Where(shape => shape.IsTyped && !Entangled.Contains(place)))
            {
                foreach (var field in shape.Typed)
                {
                    stage = await Again(stage, town, place, shape);
                    complaints.AddRange((await TryOne(stage, shape, field, text!, soon)).Select(wrong => $"{name} in {field}: {wrong}"));
                }
            }
        }

        stage.Visitor.Dispose();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    // The same page; opened once more after what was taken, and made anew where that took the form away. What was refused changed nothing.
    private static async Task<Stage> Again(Stage stage, Town town, string place, Shape shape)
    {
        var visitor = stage.Visitor;
        if (visitor.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict && Find(stage, shape) is not null) return stage;
        await visitor.Open(stage.Address);
        // What an earlier try left as a draft stands filled in; here each try begins anew.
        while (visitor.Page.QuerySelector("button[formaction*='handler=Discard']") is IHtmlButtonElement { Form: { } left } discard)
            await Send(Stage.Of(visitor), left, ShapeOf(left), [.. FieldsOf(left).Select(one => KeyValuePair.Create(one.Name, Standing(one.Field))).Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Key, one.Value!))], discard);
        stage = stage with { Page = visitor.Page };
        if (Find(stage, shape) is not null) return stage;
        visitor.Dispose();
        return Stage.Of(await FormPlaces.All[place](town));
    }

    // Types the text in every field, or chooses in every list what does not exist, and presses one of the buttons. A form that is old has a proof that no longer counts.
    private static async Task<List<string>> TryAll(Stage stage, Shape shape, string? text, int number, bool old)
    {
        if (Find(stage, shape) is not { } form) return [$"{stage.Address} has lost a form"];
        var visitor = stage.Visitor;
        var typed = new List<KeyValuePair<string, string>>();
        var sent = new List<KeyValuePair<string, string>>();
        foreach (var (field, name) in FieldsOf(form))
        {
            if (IsTyped(field) && text is not null) typed.Add(new(name, Fitting(shape, text)));
            else if (field is IHtmlSelectElement or IHtmlInputElement { Type: "radio" } && text is null) sent.Add(new(name, Unknown));
            else if (name == "__RequestVerificationToken" && old) sent.Add(new(name, "of long ago"));
            else if (Standing(field) is { } stands) sent.Add(new(name, stands));
        }

        var buttons = form.QuerySelectorAll("button").ToList();
        var (what, wrong) = await Send(stage, form, shape, [.. sent, .. typed], buttons.Count == 0 ? null : buttons[number % buttons.Count]);
        if (old && !Says(visitor, TooOld)) wrong.Add($"{what} does not say that it stood open too long");
        if (visitor.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict || old) wrong.AddRange(Lost(visitor, typed).Select(name => $"{what} lost what was typed in {name}"));
        return wrong;
    }

    // Types the text in one field; the others hold what is right for them.
    private static async Task<List<string>> TryOne(Stage stage, Shape shape, string field, string text, LocalDate soon)
    {
        if (Find(stage, shape) is not { } form) return [$"{stage.Address} has lost a form"];
        var (visitor, bad) = (stage.Visitor, KeyValuePair.Create(field, Fitting(shape, text)));
        var right = FieldsOf(form).Where(one => one.Name != field).Select(one => KeyValuePair.Create(one.Name, Right(form, one.Field, soon)))
            .Where(one => one.Value is not null).DistinctBy(one => (one.Key, one.Value)).Select(one => KeyValuePair.Create(one.Key, one.Value!)).ToList();
        var (what, wrong) = await Send(stage, form, shape, [.. right, bad], ButtonFor(form, field));
        if (visitor.Status == HttpStatusCode.UnprocessableEntity)
        {
            wrong.AddRange(Lost(visitor, [bad]).Select(name => $"{what} lost what was typed in {name}"));
            var about = visitor.Page.QuerySelectorAll(".loket-error-summary li").Select(error => error.QuerySelector("a")?.GetAttribute("href")).ToList();
            var own = visitor.Page.QuerySelector($"[name='{field}']")?.Closest(".loket-field");
            if (!RefusedElsewhere.Contains(field) && about.TrueForAll(href => href is not null && own?.QuerySelector(href) is null))
                wrong.Add($"{what} is refused for something else: {string.Join("; ", visitor.Errors)}");
        }
        else if (visitor.Status == HttpStatusCode.Conflict)
        {
            wrong.AddRange(Lost(visitor, [bad]).Select(name => $"{what} lost what was typed in {name}"));
        }
        else if (visitor.Status == HttpStatusCode.OK && bad.Value.Length > LongestTaken)
        {
            wrong.Add($"{what} takes a text without end");
        }
        else if (wrong.Count == 0 && !ReadElsewhere.Contains(field) && !await IsShown(visitor, stage.Address, bad.Value))
        {
            wrong.Add($"{what} was taken, and what was typed is nowhere to be read");
        }

        return wrong;
    }

    private static async Task<(string What, List<string> Wrong)> Send(
        Stage stage, IHtmlFormElement form, Shape shape, List<KeyValuePair<string, string>> fields, IElement? button)
    {
        var visitor = stage.Visitor;
        var action = button?.GetAttribute("formaction") ?? (form.GetAttribute("action") is { Length: > 0 } given ? given : stage.Address);
        var what = $"{action} from {stage.Address}";
        if (button?.GetAttribute("name") is { } pressed) fields.Add(new(pressed, button.GetAttribute("value") ?? ""));
        if (shape.IsGet) await visitor.Open(QueryHelpers.AddQueryString(action, fields!));
        else await visitor.Follow(new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = form.GetAttribute("enctype") == "multipart/form-data" ? Parts(fields) : new FormUrlEncodedContent(fields),
        });

        var wrong = new List<string>();
        // A form on which there is nothing to fill in says no more than that its page is old.
        var isOld = visitor.Status == HttpStatusCode.BadRequest && !shape.IsTyped && !shape.IsChosen && Says(visitor, TooOld);
        // What can't be done as things stand is said in words.
        var isRefused = visitor.Status == HttpStatusCode.UnprocessableEntity || (visitor.Status == HttpStatusCode.Conflict && visitor.Errors.Count > 0);
        if (!isOld && !isRefused && visitor.Status != HttpStatusCode.OK) wrong.Add($"{what} ended with {(int)visitor.Status} {string.Join("; ", visitor.Errors)}");
        if (visitor.Page.QuerySelector("script:not([src]), img[src=x]") is { } injected) wrong.Add($"{what} lets in {injected.OuterHtml[..Math.Min(80, injected.OuterHtml.Length)]}");
        if (visitor.Status == HttpStatusCode.UnprocessableEntity && visitor.Errors.Count == 0) wrong.Add($"{what} is refused without a word");
        wrong.AddRange(NotBeside(visitor).Select(error => $"{what} does not say beside the field: {error}"));
        return (what, wrong);
    }

    // Errors that name a field which is not there, or does not say that this is wrong with it.
    private static IEnumerable<string> NotBeside(Visitor visitor)
    {
        foreach (var link in visitor.Page.QuerySelectorAll(".loket-error-summary a"))
        {
            var target = visitor.Page.QuerySelector(link.GetAttribute("href")!);
            var described = $"{target?.GetAttribute("aria-describedby")} {target?.Closest("fieldset")?.GetAttribute("aria-describedby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var beside = described.Select(id => visitor.Page.GetElementById(id)?.TextContent).Any(text => text?.Contains(link.TextContent, StringComparison.Ordinal) == true);
            if (!beside) yield return $"{link.GetAttribute("href")} {link.TextContent}";
        }
    }

    private static IEnumerable<string> Lost(Visitor visitor, List<KeyValuePair<string, string>> typed) => typed
        .Where(field => visitor.Page.QuerySelector($"[name='{field.Key}']") is not IHtmlInputElement { Type: "password" } && Bare(visitor.Value(field.Key)) != Bare(field.Value))
        .Select(field => field.Key);

    // On the page that came, on the one where it was typed, or on the case that was made of it.
    private static async Task<bool> IsShown(Visitor visitor, string address, string text)
    {
        if (Shows(visitor.Page, text)) return true;
        var links = visitor.Page.QuerySelectorAll("main a[href*='/zaken/']").Select(link => link.GetAttribute("href")!).Take(1).Append(address);
        foreach (var link in links)
        {
            await visitor.Open(link);
            if (Shows(visitor.Page, text)) return true;
        }

        return false;
    }

    private static bool Shows(IHtmlDocument page, string text) => Bare(page.Body!.TextContent).Contains(Bare(text).Trim(), StringComparison.Ordinal)
        || page.QuerySelectorAll<IHtmlInputElement>("input").Any(input => Bare(input.Value).Trim() == Bare(text).Trim());

    private static bool Says(Visitor visitor, string text) => visitor.Page.Body!.TextContent.Contains(text, StringComparison.Ordinal);

    private static IHtmlFormElement? Find(Stage stage, Shape shape) => FormsOf(stage.Page).Find(form => ShapeOf(form) == shape);

    private static IEnumerable<(IHtmlElement Field, string Name)> FieldsOf(IHtmlFormElement form) => form.Elements.OfType<IHtmlElement>()
        .Where(field => field is not (IHtmlInputElement { Type: "file" or "submit" or "button" } or IHtmlButtonElement) && field.GetAttribute("name") is { Length: > 0 })
        .Select(field => (field, field.GetAttribute("name")!));

    // The one that uses what is in the field, else the first.
    private static IElement? ButtonFor(IHtmlFormElement form, string field) => field.Split('.')[^1] switch
    {
        "Answer" => form.QuerySelector("button[value=answered]"),
        "Case" => form.QuerySelector("button[value=join]"),
        "CallbackPhone" => form.QuerySelector("button[value=callback]"),
        _ => null,
    } ?? form.QuerySelector("button:not([formaction])");

    // What the form holds; null for what is not chosen.
    private static string? Standing(IHtmlElement field) => field switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => null,
    };

    // What it holds, or where it is empty and must not be, what somebody could mean.
    private static string? Right(IHtmlFormElement form, IHtmlElement field, LocalDate soon)
    {
        var stands = Standing(field);
        // Who it was says nothing without what they did.
        if (field is IHtmlSelectElement { Name: "Form.Assistance" } assistance) return assistance.Options.First(option => option.Value.Length > 0).Value;
        var isOptional = field.Closest(".loket-field") is not { } around || around.QuerySelector(".loket-optional") is not null;
        if (isOptional || !string.IsNullOrEmpty(stands)) return stands;
        return field switch
        {
            IHtmlInputElement { Type: "radio" } radio => form.QuerySelectorAll<IHtmlInputElement>($"[name='{radio.Name}']").Any(one => one.IsChecked) ? null
                : form.QuerySelector<IHtmlInputElement>($"[name='{radio.Name}']")!.Value,
            IHtmlInputElement { Type: "checkbox" } box => field.Closest("fieldset.loket-field") is { } group && group.QuerySelector("input") == box ? box.Value : null,
            IHtmlInputElement { Name: { } name } when name.EndsWith("Postcode", StringComparison.Ordinal) => "2131 AA",
            IHtmlInputElement { Name: { } name } when name.EndsWith("UntilTime", StringComparison.Ordinal) => "17:00",
            IHtmlInputElement { Type: "email" } => "naam@voorbeeld.example",
            IHtmlInputElement { Type: "tel" } => "06 12345678",
            IHtmlInputElement { Name: { } name } when name.EndsWith(".Day", StringComparison.Ordinal) => Number(soon.Day),
            IHtmlInputElement { Name: { } name } when name.EndsWith(".Month", StringComparison.Ordinal) => Number(soon.Month),
            IHtmlInputElement { Name: { } name } when name.EndsWith(".Year", StringComparison.Ordinal) => Number(soon.Year),
            IHtmlInputElement { Name: { } name } when name.Contains("Time", StringComparison.Ordinal) => "09:00",
            IHtmlInputElement input when input.GetAttribute("inputmode") == "numeric" => "5",
            IHtmlSelectElement select => select.Options.FirstOrDefault(option => option.Value.Length > 0)?.Value,
            _ => "Iets",
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A browser does not send an address without end.
    private static string Fitting(Shape shape, string text) => shape.IsGet && text.Length > LongestInAddress ? text[..LongestInAddress] : text;

    // HTML has no null bytes and no halves of characters, and lines end in its own way.
    private static string Bare(string text) => string.Concat(text.ReplaceLineEndings("").Where(symbol => symbol is not ('\0' or '\uFFFD') && !char.IsSurrogate(symbol)));

    private static Shape ShapeOf(IHtmlFormElement form)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Where(field => field is not (IHtmlInputElement { Type: "hidden" or "submit" } or IHtmlButtonElement)).ToList();
        return new Shape(
            (form.GetAttribute("action") ?? "").Split('?')[^1], string.Join(' ', fields.Select(field => field.GetAttribute("name"))),
            string.Join(' ', fields.Where(field => IsTyped(field) && field is not IHtmlInputElement { Type: "password" }).Select(field => field.GetAttribute("name"))), form.Method == "get",
            fields.Exists(IsTyped), fields.Exists(field => field is IHtmlSelectElement or IHtmlInputElement { Type: "radio" }));
    }

    private static bool IsTyped(IHtmlElement field) => field is IHtmlTextAreaElement or IHtmlInputElement { Type: not ("hidden" or "checkbox" or "radio" or "file") };

    private static List<IHtmlFormElement> FormsOf(IHtmlDocument page) => [.. page.QuerySelectorAll<IHtmlFormElement>("main form").Where(form => form.Method is "post" or "get")];

    private static MultipartFormDataContent Parts(List<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) parts.Add(new StringContent(value), name);
        return parts;
    }

    // Who sits at which page, as it stood before something was tried on it.
    private sealed record Stage(Visitor Visitor, IHtmlDocument Page, string Address)
    {
        public static Stage Of(Visitor visitor) => new(visitor, visitor.Page, visitor.Address);
    }

    // The same form in each row of a table is one: what it does, and what it asks.
    private sealed record Shape(string Handler, string Fields, string TypedFields, bool IsGet, bool IsTyped, bool IsChosen)
    {
        public string[] Typed => TypedFields.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        public bool Takes(string text) => text switch
        {
            NastyText.OfLongAgo => !IsGet,
            NastyText.UnknownChoice => IsChosen,
            _ => IsTyped,
        };
    }
}

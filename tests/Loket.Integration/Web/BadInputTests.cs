using System.Net;
using System.Text;
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
using static Loket.Integration.Web.FormFields;

namespace Loket.Integration.Web;

/// <summary>Bad input in every field of every form: never a page that broke, and nothing typed is lost. Each database on its own, beside each other: these take longest.</summary>
public sealed class BadInputOnSqliteTests : BadInputTests
{
    private static readonly string[] TypedFields = ["<loket-text-field", "<loket-text-area", "<loket-date-field"];

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
        var (missed, typed) = (new List<string>(), new List<string>());
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) continue;
            var (route, markup) = (endpoint.RoutePattern.RawText!, await MarkupOf(page));
            var takesForms = markup.Contains("method=\"get\"", StringComparison.Ordinal)
                || (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Any(handler => handler.HttpMethod == "Post");
            var way = new TemplateMatcher(TemplateParser.Parse(route), []);
            if (takesForms && !Buttons.Contains(route) && !opened.Exists(path => way.TryMatch(path, []))) missed.Add(route);
            if (Buttons.Contains(route) && TypedFields.Any(field => markup.Contains(field, StringComparison.Ordinal))) typed.Add(route);
        }

        Assert.Empty(missed);
        Assert.Empty(typed);
    }

    // The page as it is written, without its parts.
    private static Task<string> MarkupOf(PageActionDescriptor page) =>
        File.ReadAllTextAsync(Path.Combine(Checkout.Root, "src", "Loket.Web", page.RelativePath.TrimStart('/')), TestContext.Current.CancellationToken);
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class BadInputOnPostgresTests : BadInputTests
{
    [Theory]
    [MemberData(nameof(Rows), MemberType = typeof(BadInputTests))]
    public Task It_is_refused_beside_the_field_or_taken_as_text_and_nothing_typed_is_lost(string place) => Try(place, Database.Postgres);
}

/// <summary>What is tried: in each field for any text what it takes as it is, several at once; in each field alone what it refuses; and the form as a whole.</summary>
public abstract class BadInputTests
{
    private const string Unknown = "bestaat-niet";
    private const string TooOld = "te lang open";

    // No field of any form takes more; what is looked for by an address is cut by the browser.
    private const int LongestTaken = 20_000;

    // What is wrong with these stands at the code: nobody is told which of the two it is.
    private static readonly string[] RefusedElsewhere = ["Form.SignInName", "Form.StartCode"];

    // What is typed here is read by others, on pages of theirs, or only with a choice that is not made here.
    private static readonly string[] ReadElsewhere =
        ["Contact.Subject", "Contact.Where", "Contact.Name", "Form.Address", "Form.Answer", "Form.Question", "programs/Form.Groups", "emergency access/Form.Reason"];

    // In these nothing is typed: a button, a file, what is ticked, and what the page itself put beside it.
    protected static IReadOnlyList<string> Buttons { get; } =
        ["problem/{status:int}", "sign-out", "sign-in/again", "me/recovery-codes", "melden/gevaar", "melden/controleren", "intake/klaar/{reference}/bon", "berichten/brieven/print", "contact/{reference}/stand", "concepten", "beheer/zaaktypen/inlezen", "beheer/virtuele-collegas/{id}/proef", "beheer/vernietigen"];

    // One place: -preEnumerateTheories -trait "place=case type"
    public static IEnumerable<ITheoryDataRow> Rows => FormPlaces.All.Keys.Select(place => new TheoryDataRow<string>(place).WithTrait("place", place));

    /// <summary>Tries everything in every form of a place.</summary>
    protected static async Task Try(string place, Database database)
    {
        await using var town = await Town.On(database);
        var complaints = new List<string>();
        var stage = Stage.Of(await FormPlaces.All[place](town));
        var forms = FormsOf(stage.Page).Select(FormShape.Of).Distinct().ToList();
        Assert.NotEmpty(forms);

        foreach (var shape in forms.Where(shape => shape.IsTyped))
        {
            stage = await Again(stage, town, place, shape);
            if (Find(stage, shape) is not { } asked)
            {
                complaints.Add($"{stage.Address} has lost a form");
                continue;
            }

            var (groups, typed) = (Free(asked), Typed(asked));
            // Every field meets every text, half of them on each database.
            foreach (var turn in Enumerable.Range(0, NastyText.Kept.Count).Where(turn => turn % 2 == (database == Database.Sqlite ? 0 : 1)))
            {
                foreach (var fields in groups)
                {
                    stage = await Again(stage, town, place, shape);
                    complaints.AddRange((await TryTogether(stage, shape, place, fields, turn, Soon(town))).Select(wrong => $"turn {turn}: {wrong}"));
                }
            }

            // All at once the first that is wrong refuses the whole; alone, each comes as far as it can. Of dates the month is wrong whatever the others are.
            foreach (var (field, name, text) in typed.Select(field => (field, "long", NastyText.Long))
                .Concat(typed.Where(field => field.EndsWith(".Month", StringComparison.Ordinal)).Select(field => (field, "wrong date", "31"))))
            {
                stage = await Again(stage, town, place, shape);
                complaints.AddRange((await TryOne(stage, shape, place, field, text, Soon(town))).Select(wrong => $"{name} in {field}: {wrong}"));
            }
        }

        foreach (var (number, (name, text)) in NastyText.Whole.Index())
        {
            // Whether a form is too old is known before any database is asked.
            if (name == NastyText.OfLongAgo && database == Database.Postgres) continue;
            foreach (var shape in forms.Where(shape => shape.Takes(name)))
            {
                stage = await Again(stage, town, place, shape);
                complaints.AddRange((await TryAll(stage, shape, name, text, number)).Select(wrong => $"{name}: {wrong}"));
            }
        }

        stage.Visitor.Dispose();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static LocalDate Soon(Town town) => town.Tenant.Clock.Now().InZone(MunicipalCalendar.Amsterdam).Date.PlusDays(30);

    // The same page; opened once more after what was taken, and made anew where that took the form away. What was refused changed nothing.
    private static async Task<Stage> Again(Stage stage, Town town, string place, FormShape shape)
    {
        var visitor = stage.Visitor;
        if (visitor.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict && Find(stage, shape) is not null) return stage;
        if (!stage.IsFilledIn)
        {
            if (stage.IsUsed) await stage.Open();
            // What an earlier try left as a draft stands filled in; here each try begins anew.
            while (visitor.Page.QuerySelector("button[formaction*='handler=Discard']") is IHtmlButtonElement { Form: { } left } discard)
            {
                await Send(stage, left, FormShape.Of(left), Standing(left), discard);
                stage.Stay();
            }

            if (Find(stage, shape) is not null) return stage;
        }

        visitor.Dispose();
        return Stage.Of(await FormPlaces.All[place](town));
    }

    // Types the text in every field, or chooses in every list what does not exist, and presses one of the buttons. A form that is old has a proof that no longer counts.
    private static async Task<List<string>> TryAll(Stage stage, FormShape shape, string name, string? text, int number)
    {
        if (Find(stage, shape) is not { } form) return [$"{stage.Address} has lost a form"];
        var (visitor, old) = (stage.Visitor, name == NastyText.OfLongAgo);
        var typed = new List<KeyValuePair<string, string>>();
        var sent = new List<KeyValuePair<string, string>>();
        foreach (var (field, key) in FieldsOf(form))
        {
            if (IsTyped(field) && text is not null) typed.Add(new(key, shape.Fitting(name == NastyText.Mixed ? NastyText.Kept[typed.Count % NastyText.Kept.Count].Text : text)));
            else if (field is IHtmlSelectElement or IHtmlInputElement { Type: "radio" } && text is null) sent.Add(new(key, Unknown));
            else if (key == "__RequestVerificationToken" && old) sent.Add(new(key, "of long ago"));
            else if (Standing(field) is { } stands) sent.Add(new(key, stands));
        }

        var buttons = form.QuerySelectorAll("button").ToList();
        var (what, wrong) = await Send(stage, form, shape, [.. sent, .. typed], buttons.Count == 0 ? null : buttons[number % buttons.Count]);
        if (old && !Says(visitor, TooOld)) wrong.Add($"{what} does not say that it stood open too long");
        if (visitor.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict || old) wrong.AddRange(Lost(visitor, typed).Select(field => $"{what} lost what was typed in {field}"));
        return wrong;
    }

    // Types another text in each of some fields that take any; the others hold what is right for them. What is of a certain kind after all is refused at the field;
    // then the rest is tried without it. What is taken reads the same elsewhere.
    private static async Task<List<string>> TryTogether(Stage stage, FormShape shape, string place, IReadOnlyList<string> fields, int turn, LocalDate soon)
    {
        if (Find(stage, shape) is not { } form) return [$"{stage.Address} has lost a form"];
        var visitor = stage.Visitor;
        // The number makes that no two of them are the same: a name may stand only once.
        var typed = fields.Index().Select(one => KeyValuePair.Create(one.Item, shape.Fitting($"{NastyText.Kept[(one.Index + turn) % NastyText.Kept.Count].Text} {turn}{one.Index}"))).ToList();
        while (typed.Count > 0)
        {
            var names = typed.ConvertAll(field => field.Key);
            var (what, wrong) = await Send(stage, form, shape, [.. Right(form, names, soon), .. typed], ButtonFor(form, names[0]));
            if (visitor.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict) wrong.AddRange(Lost(visitor, typed).Select(name => $"{what} lost what was typed in {name}"));
            if (wrong.Count > 0 || visitor.Status == HttpStatusCode.Conflict) return wrong;
            if (visitor.Status != HttpStatusCode.UnprocessableEntity)
            {
                var lost = await NotShown(stage, [.. typed.Where(field => !IsReadElsewhere(place, field.Key))]);
                return [.. lost.Select(name => $"{what} was taken, and what was typed in {name} is nowhere to be read")];
            }

            var about = About(visitor);
            var refused = typed.RemoveAll(field => RefusedElsewhere.Contains(field.Key) || IsOwn(visitor, field.Key, about));
            if (refused == 0) return about.Contains(null) ? [] : [$"{what} is refused for something else: {string.Join("; ", visitor.Errors)}"];
        }

        return [];
    }

    // Types the text in one field; the others hold what is right for them.
    private static async Task<List<string>> TryOne(Stage stage, FormShape shape, string place, string field, string text, LocalDate soon)
    {
        if (Find(stage, shape) is not { } form) return [$"{stage.Address} has lost a form"];
        var (visitor, bad) = (stage.Visitor, KeyValuePair.Create(field, shape.Fitting(text)));
        var (what, wrong) = await Send(stage, form, shape, [.. Right(form, [field], soon), bad], ButtonFor(form, field));
        if (visitor.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict) wrong.AddRange(Lost(visitor, [bad]).Select(name => $"{what} lost what was typed in {name}"));
        if (visitor.Status == HttpStatusCode.UnprocessableEntity)
        {
            var about = About(visitor);
            if (!RefusedElsewhere.Contains(field) && !about.Contains(null) && !IsOwn(visitor, field, about))
                wrong.Add($"{what} is refused for something else: {string.Join("; ", visitor.Errors)}");
        }
        else if (visitor.Status == HttpStatusCode.OK && bad.Value.Length > LongestTaken)
        {
            wrong.Add($"{what} takes a text without end");
        }
        else if (visitor.Status == HttpStatusCode.OK && wrong.Count == 0 && !IsReadElsewhere(place, field) && (await NotShown(stage, [bad])).Count > 0)
        {
            wrong.Add($"{what} was taken, and what was typed is nowhere to be read");
        }

        return wrong;
    }

    private static async Task<(string What, List<string> Wrong)> Send(
        Stage stage, IHtmlFormElement form, FormShape shape, List<KeyValuePair<string, string>> fields, IElement? button)
    {
        var visitor = stage.Use();
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

    // Where the errors lead to; null for one that is about no field.
    private static List<string?> About(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".loket-error-summary li").Select(error => error.QuerySelector("a")?.GetAttribute("href"))];

    private static bool IsOwn(Visitor visitor, string field, List<string?> about) =>
        visitor.Page.QuerySelector($"[name='{field}']")?.Closest(".loket-field") is { } own && about.Exists(href => href is not null && own.QuerySelector(href) is not null);

    private static bool IsReadElsewhere(string place, string field) => ReadElsewhere.Contains(field) || ReadElsewhere.Contains($"{place}/{field}");

    // In which fields that was typed which stands nowhere: not on the page that came, not on the case that was made of it, and not on the page where it was typed.
    private static async Task<List<string>> NotShown(Stage stage, List<KeyValuePair<string, string>> typed)
    {
        var visitor = stage.Visitor;
        var links = visitor.Page.QuerySelectorAll("main a[href*='/zaken/']").Select(link => link.GetAttribute("href")!).Take(1).ToList();
        typed.RemoveAll(field => Shows(visitor.Page, field.Value));
        foreach (var link in links.Where(_ => typed.Count > 0))
        {
            await visitor.Open(link);
            typed.RemoveAll(field => Shows(visitor.Page, field.Value));
        }

        if (typed.Count > 0)
        {
            await stage.Open();
            typed.RemoveAll(field => Shows(visitor.Page, field.Value));
        }

        return typed.ConvertAll(field => field.Key);
    }

    // Technical names are kept in small letters.
    private static bool Shows(IHtmlDocument page, string text)
    {
        var sought = Kept(text);
        return Kept(page.Body!.TextContent).Contains(sought, StringComparison.OrdinalIgnoreCase)
            || page.QuerySelectorAll<IHtmlInputElement>("input").Any(input => string.Equals(Kept(input.Value), sought, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Says(Visitor visitor, string text) => visitor.Page.Body!.TextContent.Contains(text, StringComparison.Ordinal);

    private static IHtmlFormElement? Find(Stage stage, FormShape shape) => FormsOf(stage.Page).Find(form => FormShape.Of(form) == shape);

    // HTML has no null bytes and no halves of characters, and lines end in its own way. Whole characters stay, of however many bytes they are.
    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("").EnumerateRunes())
        {
            // A half comes by as the sign that stands for it.
            if (rune.Value is not (0 or 0xFFFD)) bare.Append(rune);
        }

        return bare.ToString();
    }

    // What overrides the direction of writing is never kept.
    private static string Kept(string text) => string.Concat(Bare(text).Where(sign => sign is not (>= '\u202A' and <= '\u202E'))).Trim();

    private static MultipartFormDataContent Parts(List<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) parts.Add(new StringContent(value), name);
        return parts;
    }

    // Who sits at which page, as it stood before something was tried on it.
    private sealed class Stage
    {
        private Stage(Visitor visitor) => (Visitor, Page, Address, IsFilledIn) =
            (visitor, visitor.Page, visitor.Address.Split("?handler=")[0], visitor.Status == HttpStatusCode.UnprocessableEntity);

        public Visitor Visitor { get; }

        public IHtmlDocument Page { get; private set; }

        public string Address { get; }

        // The form came back with what somebody filled in: opened anew it is empty.
        public bool IsFilledIn { get; }

        // Something was sent since the page was opened.
        public bool IsUsed { get; private set; }

        public static Stage Of(Visitor visitor) => new(visitor);

        public Visitor Use()
        {
            IsUsed = true;
            return Visitor;
        }

        public async Task Open()
        {
            await Visitor.Open(Address);
            Stay();
        }

        // What is open now is the page.
        public void Stay() => (Page, IsUsed) = (Visitor.Page, false);
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loket.Contacts;
using Loket.Integration.Residents;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Integration.Web;

/// <summary>Bad input in every field of every form: never a page that broke, and nothing typed is lost.</summary>
public sealed class BadInputTests
{
    private const string Unknown = "bestaat-niet";

    // Where somebody stands before a form.
    private static readonly Dictionary<string, Func<Town, Task<Visitor>>> Places = new(StringComparer.Ordinal)
    {
        ["kind"] = town => At(town, "/melden"),
        ["what"] = town => At(town, "/melden/wat?soort=Report"),
        ["where"] = town => Reporting(town, 2),
        ["files"] = town => Reporting(town, 3),
        ["telling"] = town => Reporting(town, 4),
        ["details, e-mail"] = town => Reporting(town, 5, "Email"),
        ["details, text message"] = town => Reporting(town, 5, "Sms"),
        ["details, call"] = town => Reporting(town, 5, "Phone"),
        ["details, letter"] = town => Reporting(town, 5, "Letter"),
        ["follow"] = town => At(town, "/volgen"),
        ["follow, code"] = async town =>
        {
            var visitor = await At(town, "/volgen");
            await visitor.Send(("Form.Reference", Reference.FromNumber("HLM", 7).ToString()), ("way", "pin"));
            return visitor;
        },
        ["followed"] = Followed,
        ["sign in"] = town => At(town, "/sign-in"),
        ["sign in, code"] = async town =>
        {
            var name = "medewerker-" + Guid.NewGuid().ToString("N")[..8];
            await town.Make(new PlannedStaff(name, name, [Role.Agent], [], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
            var visitor = await At(town, "/sign-in");
            await visitor.Send(("Form.SignInName", name), ("Form.Password", TownSignIn.Password));
            return visitor;
        },
        ["start"] = town => At(town, "/sign-in/start"),
        ["own account"] = town => As(town, "/me", Role.Agent),
        ["new contact"] = town => As(town, "/intake", Role.Agent),
        ["contact open again"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.Agent);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await visitor.Follow(visitor.Pressed("Undo"));
            return visitor;
        },
        ["case in triage"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.TeamLead);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await visitor.Open("/zaken/" + visitor.Text(".loket-confirmation .loket-reference"));
            return visitor;
        },
        ["to divide"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.TeamLead);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await visitor.Open("/werk/verdelen");
            return visitor;
        },
        ["case with a partner"] = async town => await As(town, "/zaken/" + (await PartnerJob.In(town)).Reference, Role.TeamLead),
        ["wishes of a resident"] = async town => await As(town, $"/contact/{(await PartnerJob.In(town)).Reference}/berichten", Role.Agent),
        ["case of which a partner asks"] = async town =>
        {
            var job = await PartnerJob.In(town);
            using var partner = job.Visitor();
            await partner.Open(job.Link(0));
            await partner.Send(("Ask.Question", "Welke mast?"));
            return await As(town, "/zaken/" + job.Reference, Role.TeamLead);
        },
        ["closed case"] = async town =>
        {
            var visitor = await As(town, "/zaken/" + (await PartnerJob.In(town)).Reference, Role.TeamLead);
            await visitor.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
            return visitor;
        },
        ["answer"] = async town => await As(town, "/zaken/" + (await PartnerJob.In(town)).Reference + "/antwoord", Role.Handler),
        ["partner, asked"] = async town => await AtPartner(await PartnerJob.In(town)),
        ["partner, accepted"] = async town =>
        {
            var visitor = await AtPartner(await PartnerJob.In(town));
            await visitor.Send(("Plan.JobNumber", "W-1"));
            return visitor;
        },
        ["calls to make"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.Agent);
            await visitor.Send(("Form.Subject", "Brug piept"), ("Form.Phone", "06 12345678"), ("Form.ReplyBy", "Phone"), ("ending", "new"));
            await town.RunJobs();
            await visitor.Open("/berichten/bellen");
            return visitor;
        },
        ["receipt of a case"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.Agent);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            return visitor;
        },
        ["team"] = town => As(town, "/beheer/teams/lighting", Role.FunctionalAdministrator),
        ["partner set up"] = town => As(town, "/beheer/ketenpartners/grid-operator", Role.FunctionalAdministrator),
        ["desk"] = town => As(town, "/beheer/loketten/badhoevedorp", Role.FunctionalAdministrator),
        ["working time"] = town => As(town, "/beheer/werktijden", Role.FunctionalAdministrator),
        ["municipality"] = town => As(town, "/beheer/gemeente", Role.FunctionalAdministrator),
        ["case type"] = town => As(town, "/beheer/zaaktypen/report", Role.FunctionalAdministrator),
        ["subject"] = town => As(town, "/beheer/onderwerpen/street-light", Role.FunctionalAdministrator),
        ["text of a message"] = town => As(town, "/beheer/teksten/receipt-report/nl", Role.FunctionalAdministrator),
        ["programs"] = town => As(town, "/beheer/programmas", Role.SystemAdministrator),
        ["on call"] = town => As(town, "/beheer/piket", Role.FunctionalAdministrator),
        ["routing"] = town => As(town, "/beheer/routering", Role.FunctionalAdministrator),
        ["routing rule"] = async town =>
        {
            var visitor = await As(town, "/beheer/routering", Role.FunctionalAdministrator);
            await visitor.Open(visitor.Page.QuerySelector("main a[href^='/beheer/routering/']")!.GetAttribute("href")!);
            return visitor;
        },
        ["new account"] = town => As(town, "/manage/accounts/new", Role.SystemAdministrator),
        ["account"] = async town =>
        {
            var name = "medewerker-" + Guid.NewGuid().ToString("N")[..8];
            await town.Make(new PlannedStaff(name, name, [Role.Agent], []));
            return await As(town, "/manage/accounts/" + name, Role.SystemAdministrator);
        },
        ["colleague"] = async town =>
        {
            var name = "medewerker-" + Guid.NewGuid().ToString("N")[..8];
            await town.Make(new PlannedStaff(name, name, [Role.Agent], []));
            return await As(town, "/beheer/mensen/" + name, Role.SystemAdministrator);
        },
    };

    // In these nothing is typed: a button and what the page itself put beside it.
    private static readonly string[] Buttons = ["problem/{status:int}", "sign-out", "melden/gevaar", "melden/controleren", "intake/klaar/{reference}/bon", "berichten/brieven/print"];

    public static IEnumerable<ITheoryDataRow> Rows =>
        Enum.GetValues<Database>().SelectMany(_ => Places.Keys, (database, place) => new TheoryDataRow<string, Database>(place, database));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_is_refused_beside_the_field_or_taken_as_text_and_nothing_typed_is_lost(string place, Database database)
    {
        await using var town = await Town.On(database);
        var complaints = new List<string>();
        var visitor = await Places[place](town);
        var (address, forms) = (visitor.Address, FormsOf(visitor).Select(ShapeOf).Distinct().ToList());
        Assert.NotEmpty(forms);
        var texts = database == Database.Sqlite ? NastyText.All : [.. NastyText.All.Where(one => NastyText.ForTheDatabase.Contains(one.Name))];
        foreach (var (name, text) in texts)
        {
            foreach (var shape in forms.Where(shape => shape.Takes(name)))
            {
                visitor = await Again(visitor, town, place, address, shape);
                complaints.AddRange((await Try(visitor, shape, text, old: name == NastyText.OfLongAgo)).Select(wrong => $"{name}: {wrong}"));
            }
        }

        visitor.Dispose();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Every_page_that_takes_a_form_is_among_them()
    {
        await using var town = await Town.On(Database.Sqlite);
        var opened = new List<string>();
        foreach (var place in Places.Values)
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
            if (takesForms && !Buttons.Contains(endpoint.RoutePattern.RawText) && !opened.Exists(path => way.TryMatch(path, []))) missed.Add(endpoint.RoutePattern.RawText!);
        }

        Assert.Empty(missed);
    }

    // The same page; made anew where what was done on it took the form away.
    private static async Task<Visitor> Again(Visitor visitor, Town town, string place, string address, Shape shape)
    {
        await visitor.Open(address);
        if (FormsOf(visitor).Exists(form => ShapeOf(form) == shape)) return visitor;
        visitor.Dispose();
        return await Places[place](town);
    }

    // Types the text in every field, or chooses in every list what does not exist. A form that is old has a proof that no longer counts.
    private static async Task<List<string>> Try(Visitor visitor, Shape shape, string? text, bool old)
    {
        if (FormsOf(visitor).Find(form => ShapeOf(form) == shape) is not { } form) return [$"{visitor.Address} has lost a form"];
        var (address, action) = (visitor.Address, form.GetAttribute("action") is { Length: > 0 } given ? given : visitor.Address);
        var typed = new List<KeyValuePair<string, string>>();
        var sent = new List<KeyValuePair<string, string>>();
        foreach (var field in form.Elements.OfType<IHtmlElement>())
        {
            if (field.GetAttribute("name") is not { Length: > 0 } name || field is IHtmlInputElement { Type: "file" or "submit" or "button" } or IHtmlButtonElement) continue;
            if (IsTyped(field) && text is not null) typed.Add(new(name, text));
            else if (field is IHtmlSelectElement or IHtmlInputElement { Type: "radio" } && text is null) sent.Add(new(name, Unknown));
            else if (field is IHtmlInputElement { Type: "radio" or "checkbox" } box && !box.IsChecked) continue;
            else if (name == "__RequestVerificationToken" && old) sent.Add(new(name, "of long ago"));
            else if (field is IHtmlInputElement input) sent.Add(new(name, input.Value));
            else if (field is IHtmlTextAreaElement area) sent.Add(new(name, area.Value));
            else if (field is IHtmlSelectElement select) sent.Add(new(name, select.Value ?? ""));
        }

        sent.AddRange(typed);
        if (form.QuerySelector("button[name]") is { } button) sent.Add(new(button.GetAttribute("name")!, button.GetAttribute("value") ?? ""));
        var isMultipart = form.GetAttribute("enctype") == "multipart/form-data";
        await visitor.Follow(new HttpRequestMessage(HttpMethod.Post, action) { Content = isMultipart ? Parts(sent) : new FormUrlEncodedContent(sent) });

        var wrong = new List<string>();
        var what = $"{action} from {address}";
        if ((int)visitor.Status >= 500) wrong.Add($"{what} broke with {(int)visitor.Status}");
        if (visitor.Page.QuerySelector("script:not([src]), img[src=x]") is { } injected) wrong.Add($"{what} lets in {injected.OuterHtml[..Math.Min(80, injected.OuterHtml.Length)]}");
        if (old && !visitor.Page.Body!.TextContent.Contains("te lang open", StringComparison.Ordinal)) wrong.Add($"{what} does not say that it stood open too long");
        if (visitor.Status != HttpStatusCode.UnprocessableEntity) return wrong;
        if (visitor.Errors.Count == 0) wrong.Add($"{what} is refused without a word");
        foreach (var (name, value) in typed.Where(field => visitor.Page.QuerySelector($"[name='{field.Key}']") is not IHtmlInputElement { Type: "password" }))
        {
            if (Bare(visitor.Value(name)) != Bare(value)) wrong.Add($"{what} lost what was typed in {name}: {visitor.Value(name)[..Math.Min(40, visitor.Value(name).Length)]}");
        }

        return wrong;
    }

    // HTML has no null bytes and no halves of characters, and lines end in its own way.
    private static string Bare(string text) => string.Concat(text.ReplaceLineEndings("").Where(symbol => symbol is not ('\0' or '\uFFFD') && !char.IsSurrogate(symbol)));

    private static Shape ShapeOf(IHtmlFormElement form)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Where(field => field is not (IHtmlInputElement { Type: "hidden" or "submit" } or IHtmlButtonElement)).ToList();
        return new Shape(
            (form.GetAttribute("action") ?? "").Split('?')[^1], string.Join(' ', fields.Select(field => field.GetAttribute("name"))),
            fields.Exists(IsTyped), fields.Exists(field => field is IHtmlSelectElement or IHtmlInputElement { Type: "radio" }));
    }

    private static bool IsTyped(IHtmlElement field) => field is IHtmlTextAreaElement or IHtmlInputElement { Type: not ("hidden" or "checkbox" or "radio" or "file") };

    private static List<IHtmlFormElement> FormsOf(Visitor visitor) => [.. visitor.Page.QuerySelectorAll<IHtmlFormElement>("main form").Where(form => form.Method == "post")];

    private static MultipartFormDataContent Parts(List<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) parts.Add(new StringContent(value), name);
        return parts;
    }

    private static async Task<Visitor> At(Town town, string path)
    {
        var visitor = new Visitor(town.Client());
        await visitor.Open(path);
        return visitor;
    }

    private static async Task<Visitor> As(Town town, string path, Role role)
    {
        var visitor = await town.SignIn(role);
        await visitor.Open(path);
        return visitor;
    }

    private static async Task<Visitor> AtPartner(PartnerJob job)
    {
        var visitor = job.Visitor();
        await visitor.Open(job.Link(0));
        return visitor;
    }

    private static async Task<Visitor> Reporting(Town town, int step, string by = "Email")
    {
        var visitor = await At(town, "/melden/wat?soort=Report");
        await visitor.Send(("Form.Text", "De bank in het park is stuk"));
        if (step > 2) await visitor.Send(("Form.Place", "Hoofddorp"));
        if (step > 3) await visitor.Send(("then", "next"));
        if (step > 4) await visitor.Send(("Form.TellBy", by));
        return visitor;
    }

    private static async Task<Visitor> Followed(Town town)
    {
        var job = await PartnerJob.In(town);
        Assert.True(Reference.TryParse(job.Reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), CancellationToken.None));
        var visitor = await At(town, "/volgen");
        await visitor.Send(("Form.Reference", job.Reference), ("way", "pin"));
        await visitor.Send(("Form.Code", pin.Value));
        return visitor;
    }

    // The same form in each row of a table is one: what it does, and what it asks.
    private sealed record Shape(string Handler, string Fields, bool IsTyped, bool IsChosen)
    {
        public bool Takes(string text) => text switch
        {
            NastyText.OfLongAgo => true,
            NastyText.UnknownChoice => IsChosen,
            _ => IsTyped,
        };
    }
}

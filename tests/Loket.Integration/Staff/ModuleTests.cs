using System.Net;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Modules;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Text modules: kept by who may, filled in for what is written, and never sent with a gap; at a browser without script.</summary>
public sealed class ModuleTests
{
    private const string Thanks = "Dank voor uw melding {{kenmerk}} in de {{straat}}.\n{{mijn naam}}";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_a_team_keeps_comes_below_what_was_typed_and_a_gap_is_refused_before_it_goes(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var taken = await Taken(town, "De Wit", new NewMatter("losse tegel", Category: "pavement"));
        using var lead = await town.SignIn("lies", ["herstelploeg"], Role.TeamLead);
        await Keeps(lead, "/Dank", Thanks, of: "herstelploeg");
        Assert.Equal("Het tekstblok is opgeslagen.", lead.Text("main .loket-alert__heading"));
        Assert.Equal("/tekstblokken", lead.Address);
        Assert.Contains("/dank", lead.Text("#modules tbody"), StringComparison.Ordinal);

        using var koos = await town.SignIn("koos", ["herstelploeg"], Role.Handler);
        await koos.Open($"/zaken/{taken.CaseReference}/antwoord");
        await koos.Follow(koos.Sent("Module", ("Form.Text", "Dag,")));
        Assert.Equal((HttpStatusCode.OK, "Dag,"), (koos.Status, koos.Value("Form.Text")));
        await koos.Follow(koos.Sent("Module", ("Form.Text", "Dag,"), ("module-words", "/kenteken")));
        Assert.Contains("Geen tekstblok gevonden.", koos.Text(".loket-modules"), StringComparison.Ordinal);
        await koos.Follow(koos.Sent("Module", ("Form.Text", "Dag,"), ("module-words", "/da")));
        await koos.Follow(koos.Sent("Module", ("Form.Text", "Dag,"), ("module", Offered(koos)[0])));
        var written = $"Dag,\n\nDank voor uw melding {taken.Reference} in de [[vul in: straat]].\nkoos";
        Assert.Equal(written, koos.Value("Form.Text"));
        // It is in the draft as if it was typed.
        await koos.Open($"/zaken/{taken.CaseReference}/antwoord");
        Assert.Equal(written, koos.Value("Form.Text"));

        await koos.Send(("Form.Text", written));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, written), (koos.Status, koos.Value("Form.Text")));
        Assert.Equal(["Hier moet u nog iets invullen: straat."], koos.Errors);
        await koos.Send(("Form.Text", written.Replace("[[vul in: straat]]", "Dorpsstraat", StringComparison.Ordinal)));
        Assert.Equal("Dit gaat naar 1 mens", koos.Text("main .loket-alert__heading"));
    }

    [Theory, BothDatabases]
    public async Task A_note_and_a_question_have_them_too_and_stay_open_with_what_was_typed(Database database)
    {
        await using var town = await Town.On(database);
        var taken = await Taken(town, "De Wit", new NewMatter("losse tegel", Category: "pavement", Place: Calls.Lamp));
        using var koos = await town.SignIn("koos", [], Role.Handler);
        await Keeps(koos, "waar", "Het is in de {{straat}}: {{kenmerk}}.");
        await koos.Open("/zaken/" + taken.CaseReference);

        await koos.Follow(koos.Sent("Module", ("Note.Text", "Gezien.")));
        Assert.Equal("Gezien.", koos.Value("Note.Text"));
        await koos.Follow(koos.Sent("Module", ("Note.Text", "Gezien."), ("module", Offered(koos)[0])));
        Assert.Equal($"Gezien.\n\nHet is in de Nieuwemeerdijk: {taken.CaseReference}.", koos.Value("Note.Text"));
        Assert.NotNull(koos.Page.QuerySelector("details[open] [name='Note.Text']"));
        await koos.Send(("Note.Text", koos.Value("Note.Text")));
        Assert.Equal("Uw notitie staat op de tijdlijn", koos.Text("main .loket-alert__heading"));

        await koos.Follow(koos.Sent("Module", ("Ask.Text", "")));
        await koos.Follow(koos.Sent("Module", ("Ask.Text", ""), ("module", Offered(koos)[0])));
        // A resident has a number of their own.
        Assert.Equal($"Het is in de Nieuwemeerdijk: {taken.Reference}.", koos.Value("Ask.Text"));
    }

    [Theory, BothDatabases]
    public async Task What_was_said_on_the_telephone_can_begin_with_one(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn("koos", [], Role.Agent);
        await Keeps(agent, "belt", "Ik bel over {{kenmerk}}. Groet, {{mijn naam}}");
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("ending", "callback"));
        var reference = agent.Text(".loket-confirmation .loket-reference");
        await agent.Open("/terugbellen/verzoek/" + reference);

        await agent.Follow(agent.Sent("Module", ("Attempt.Note", ""), ("Attempt.Result", "Reached")));
        await agent.Follow(agent.Sent("Module", ("Attempt.Note", ""), ("Attempt.Result", "Reached"), ("module", Offered(agent)[0])));
        Assert.Equal(($"Ik bel over {reference}. Groet, koos", "Reached"), (agent.Value("Attempt.Note"), agent.Value("Attempt.Result")));
        await agent.Send(("Attempt.Note", "Gesproken. [[vul in: straat]]"), ("Attempt.Result", "Reached"));
        Assert.Equal(["Hier moet u nog iets invullen: straat."], agent.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_field_that_there_is_not_is_named_and_nothing_typed_is_lost(Database database)
    {
        await using var town = await Town.On(database);
        using var koos = await town.SignIn("koos", [], Role.Handler);
        await Keeps(koos, "dag", "Dag {{bsn}}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, koos.Status);
        Assert.Equal(["Het veld “bsn” bestaat niet. Dit zijn de velden: kenmerk, straat, uiterlijk, mijn naam."], koos.Errors);
        Assert.Equal(("dag", "Dag {{bsn}}"), (koos.Value("Form.Code"), koos.Value("Form.Dutch")));
        await koos.Send(("Form.Dutch", "Dag"), ("Form.Name", "Dag"), ("Form.Code", "dag"));
        await Keeps(koos, "dag", "Nog eens dag");
        Assert.Equal(["Er is al een tekstblok met deze code. Kies een andere code."], koos.Errors);
    }

    [Theory, BothDatabases]
    public async Task Each_keeps_the_own_ones_a_lead_those_of_the_team_and_the_administrator_those_of_all(Database database)
    {
        await using var town = await Town.On(database);
        var taken = await Taken(town, "De Wit", new NewMatter("losse tegel", Category: "pavement"));
        using var lead = await town.SignIn("lies", ["herstelploeg"], Role.TeamLead);
        await Keeps(lead, "team", "Van het team", of: "herstelploeg");
        await Keeps(lead, "mijn", "Van mij alleen");
        var page = lead.Page.QuerySelectorAll("#modules th a").Select(link => link.GetAttribute("href")!).ToList();

        using var other = await town.SignIn("an", ["post"], Role.Handler);
        await other.Open($"/zaken/{taken.CaseReference}/antwoord");
        await other.Follow(other.Sent("Module", ("Form.Text", "")));
        Assert.Empty(Offered(other));
        await other.Open("/tekstblokken");
        Assert.Null(other.Page.QuerySelector("#modules"));
        foreach (var address in page)
        {
            await other.Open(address);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        await other.Open("/tekstblokken/nieuw");
        Assert.Equal(["Alleen voor mij"], other.Page.QuerySelectorAll("[name='Form.Owner'] option").Select(option => option.TextContent));
        await other.Send(("Form.Owner", "all"), ("Form.Name", "Allen"), ("Form.Code", "allen"), ("Form.Dutch", "Voor allen"));
        Assert.Equal(["Kies voor wie het tekstblok is, uit de lijst."], other.Errors);

        using var admin = await town.SignIn("bea", [], Role.FunctionalAdministrator);
        await Keeps(admin, "allen", "Voor allen", of: "Iedereen");
        await admin.Open("/tekstblokken");
        Assert.Equal(2, admin.Page.QuerySelectorAll("#modules tbody tr").Length);
        Assert.DoesNotContain("Van mij alleen", admin.Text("#modules"), StringComparison.Ordinal);
        await admin.Open(page[^1]);
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        await other.Open($"/zaken/{taken.CaseReference}/antwoord");
        await other.Follow(other.Sent("Module", ("Form.Text", "")));
        Assert.Single(Offered(other));
    }

    [Theory, BothDatabases]
    public async Task One_that_changed_meanwhile_shows_both_and_one_that_is_removed_is_offered_no_more(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn("lies", ["herstelploeg"], Role.TeamLead);
        using var second = await town.SignIn("loes", ["herstelploeg"], Role.TeamLead);
        await Keeps(lead, "team", "Van het team", of: "herstelploeg");
        var address = lead.Page.QuerySelector("#modules th a")!.GetAttribute("href")!;
        await lead.Open(address);
        await second.Open(address);
        await second.Send(("Form.Dutch", "Van het hele team"));
        await lead.Send(("Form.Dutch", "Van ons team"));
        Assert.Equal((HttpStatusCode.Conflict, "Van ons team"), (lead.Status, lead.Value("Form.Dutch")));
        Assert.Contains("Van het hele team", lead.Text("main .loket-alert"), StringComparison.Ordinal);

        await lead.Send(("Form.Dutch", "Van ons team"));
        await lead.Open(address);
        await lead.Press("Verwijder dit tekstblok");
        Assert.Equal("Het tekstblok is weg.", lead.Text("main .loket-alert__heading"));
        Assert.Null(lead.Page.QuerySelector("#modules"));
    }

    [Theory, BothDatabases]
    public async Task What_all_read_has_nobodys_own_number_and_a_day_that_has_passed_is_no_promise(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var first = await Taken(town, "De Wit", new NewMatter("losse tegel", Category: "pavement"));
        var handler = await town.Somebody(Role.Handler);
        var known = await town.Sees(handler, first.CaseReference!);
        var second = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("losse tegel", Category: "pavement"), new MatterEnding.Join(known.Id), new CustomerDetails("Jo Bakker", Email: "jo@voorbeeld.example"));
        await Made(town, handler, "{{kenmerk}} uiterlijk {{uiterlijk}}", caseType: null);
        await Made(town, handler, "alleen voor vragen", caseType: "request");

        Assert.StartsWith(first.CaseReference + " uiterlijk ", Assert.Single(await For(null)).Text, StringComparison.Ordinal);
        Assert.StartsWith(second.Reference + " uiterlijk ", Assert.Single(await For(second.Reference)).Text, StringComparison.Ordinal);
        Assert.StartsWith("[[vul in: kenmerk]]", Assert.Single(await For("HLM-0000-0")).Text, StringComparison.Ordinal);
        Assert.Empty(ModuleText.Gaps(Assert.Single(await For(null)).Text));

        town.Tenant.Clock.Advance(Duration.FromDays(400));
        Assert.Equal(["uiterlijk"], ModuleText.Gaps(Assert.Single(await For(null)).Text));
        Assert.Null(await town.Use<OfferModules, IReadOnlyList<OfferedModule>?>(offer => offer.ForCase("HLM-0000-0", WrittenFor.Residents, null, handler, Cancel)));

        async Task<IReadOnlyList<OfferedModule>> For(string? alone) =>
            (await town.Use<OfferModules, IReadOnlyList<OfferedModule>?>(offer => offer.ForCase(first.CaseReference!, WrittenFor.Residents, alone, handler, Cancel)))!;
    }

    [Theory, BothDatabases]
    public async Task In_a_case_of_which_another_is_part_all_have_its_number_and_who_came_along_keeps_the_own(Database database)
    {
        await using var town = await Town.On(database);
        var (whole, part) = (await Taken(town, "De Wit", new NewMatter("losse tegel", Category: "pavement")), await Taken(town, "Jo Bakker", new NewMatter("stoep ligt los", Category: "pavement")));
        var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, Actor.System), whole.CaseReference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);
        using var koos = await town.SignIn("koos", [], Role.Handler);
        await Keeps(koos, "nummer", "Uw kenmerk is {{kenmerk}}.");
        var own = $"Form.Own[{part.Reference}]";

        await koos.Open($"/zaken/{part.CaseReference}/antwoord");
        await koos.Follow(koos.Sent("Module", ("Form.Text", "")));
        var module = Offered(koos)[0];
        await koos.Follow(koos.Sent("Module", ("Form.Text", ""), ("module-into", "Form.Text"), ("module", module)));
        await koos.Follow(koos.Sent("Module", ("Form.Text", koos.Value("Form.Text")), ("module-into", own), ("module", module)));

        Assert.Equal(($"Uw kenmerk is {whole.CaseReference}.", $"Uw kenmerk is {part.Reference}."), (koos.Value("Form.Text"), koos.Value(own)));
        await koos.Open("/zaken/" + part.CaseReference);
        await koos.Follow(koos.Sent("Module", ("Note.Text", "Gezien."), ("module", module)));
        Assert.Equal($"Gezien.\n\nUw kenmerk is {whole.CaseReference}.", koos.Value("Note.Text"));
    }

    [Theory, BothDatabases]
    public async Task Of_who_no_longer_works_here_the_own_ones_go_and_those_of_the_team_stay(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn("lies", ["herstelploeg"], Role.TeamLead);
        await Keeps(lead, "team", "Van het team", of: "herstelploeg");
        await Keeps(lead, "mijn", "Van mij alleen");
        var lies = (await town.Use<StaffDirectory, StaffCard?>(people => people.Find("lies", Cancel)))!;

        var closed = await town.Use<CloseStaff, Result<Done>>(close => close.Handle(new CloseStaff.Request(RequestKey.None, lies.Id, Actor.System), Cancel));

        Assert.True(closed.Succeeded, closed.Failure?.Code);
        await using var db = town.Open();
        Assert.Equal("team", Assert.Single(await db.Database.SqlQueryRaw<string>("SELECT code AS \"Value\" FROM text_modules").ToListAsync(Cancel)));
    }

    [Theory, BothDatabases]
    public async Task A_script_gets_what_there_is_for_a_case_that_its_reader_may_know_of_and_nothing_for_another(Database database)
    {
        await using var town = await Town.On(database);
        var taken = await Taken(town, "De Wit", new NewMatter("losse tegel", Category: "pavement"));
        var debt = await town.Debt();
        using var koos = await town.SignIn("koos", [], Role.Handler);
        await Keeps(koos, "dag", "Dag {{mijn naam}}");

        using var given = await koos.Client.GetAsync(new Uri($"/zaken/{taken.CaseReference}/antwoord?handler=Modules&into=Form.Text", UriKind.Relative), Cancel);
        Assert.Equal("""[{"code":"dag","name":"Naam van dag","language":"nl","text":"Dag koos"}]""", await given.Content.ReadAsStringAsync(Cancel));
        using var secret = await koos.Client.GetAsync(new Uri($"/zaken/{debt.CaseReference}/antwoord?handler=Modules&into=Form.Text", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, secret.StatusCode);
    }

    private static async Task<MatterReceipt> Taken(Town town, string name, NewMatter matter) =>
        await town.Receives(await town.Somebody(Role.Agent), matter, new MatterEnding.NewCase(), new CustomerDetails(name, Email: "wit@voorbeeld.example"));

    private static async Task<TextModuleId> Made(Town town, Actor by, string text, string? caseType)
    {
        var details = new ModuleDetails(new ModuleOwner(by.Staff, null), "code-" + Guid.NewGuid().ToString("N")[..8], "Tekst", text, null, caseType);
        var made = await town.Use<SaveModule, Result<TextModuleId>>(save => save.Handle(new SaveModule.Request(RequestKey.None, null, 0, details, by), Cancel));
        Assert.True(made.Succeeded, made.Failure?.Code);
        return made.Value;
    }

    private static async Task Keeps(Visitor visitor, string code, string text, string? of = null)
    {
        await visitor.Open("/tekstblokken/nieuw");
        var owner = of is null ? "me" : visitor.Page.QuerySelectorAll("[name='Form.Owner'] option").First(option => option.TextContent == of).GetAttribute("value")!;
        await visitor.Send(("Form.Owner", owner), ("Form.Name", "Naam van " + code), ("Form.Code", code), ("Form.Dutch", text));
    }

    private static List<string> Offered(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll(".loket-modules button[name='module']").Select(button => button.GetAttribute("value")!).Where(value => value.Length > 0)];
}

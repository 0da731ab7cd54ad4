using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Integration.Cases;
using Loket.Integration.Storage;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Lists worked on by the handful, narrowed, saved and taken along, as somebody at a browser without script does it.</summary>
public sealed class BulkPageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_was_taken_meanwhile_is_named_the_rest_is_done_and_one_press_undoes_it(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var cases = await Benches(town, 3);
        using var lies = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        using var koos = await town.SignIn("koos", ["herstelploeg"], Role.Handler);
        await lies.Open("/werk/verdelen");
        await koos.Open("/werk/verdelen");

        await koos.Follow(koos.Sent("Mine", Chosen(koos, cases[0])));
        Assert.Equal("U hebt 1 zaak opgepakt.", koos.Text("main .loket-alert__heading"));
        await lies.Follow(lies.Sent("Mine", Chosen(lies, [.. cases])));
        Assert.Equal($"U hebt 2 zaken opgepakt. 1 niet: {cases[0].CaseReference} (intussen gewijzigd).", lies.Text("main .loket-alert__heading"));
        Assert.Equal("/werk/verdelen", lies.Address);

        await lies.Follow(lies.Pressed("Undo"));
        Assert.Equal("2 zaken teruggezet zoals ze waren.", lies.Text("main .loket-alert__heading"));
        Assert.Equal(2, lies.Page.QuerySelectorAll("#work tbody tr").Length);
        await lies.Open("/zaken/" + cases[1].CaseReference);
        Assert.Contains("Ongedaan gemaakt: weer bij", lies.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Nothing_chosen_and_a_receiver_that_is_not_there_are_said_and_nothing_typed_is_lost(Database database)
    {
        await using var town = await Town.On(database);
        var cases = await Benches(town, 1);
        using var lies = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        await lies.Open("/werk/verdelen");

        await lies.Follow(lies.Sent("Snooze", ("Bulk.Reason", "De aannemer komt.")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "De aannemer komt."), (lies.Status, lies.Value("Bulk.Reason")));
        Assert.Equal(["Kies eerst een of meer zaken in de lijst."], lies.Errors);

        // What Enter in a field presses does nothing.
        Assert.True(lies.Page.QuerySelector("#bulk button")!.HasAttribute("disabled"));

        await lies.Follow(lies.Filled([("Bulk.To", "bestaat-niet"), .. Chosen(lies, cases[0])[1..]]));
        Assert.Equal(["Kies een team of collega uit de lijst."], lies.Errors);
        Assert.True(((IHtmlInputElement)lies.Page.QuerySelector("[name='Bulk.Case']")!).IsChecked);
    }

    [Theory, BothDatabases]
    public async Task What_sleeps_stands_on_a_list_of_its_own_with_why_and_wakes_on_its_day(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var cases = await Benches(town, 1);
        using var lies = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        await lies.Open("/werk/verdelen");
        await lies.Follow(lies.Sent("Mine", Chosen(lies, cases[0])));
        await lies.Open("/werk");
        await lies.Follow(lies.Sent("Snooze",
            [("Bulk.Reason", "De aannemer komt."), ("Bulk.Until.Day", "4"), ("Bulk.Until.Month", "3"), ("Bulk.Until.Year", "2026"), .. Chosen(lies, cases[0])[1..]]));

        Assert.Equal("1 zaak staat op later.", lies.Text("main .loket-alert__heading"));
        Assert.Empty(lies.Page.QuerySelectorAll("#work"));
        await lies.Open("/werk/sluimert");
        Assert.Contains("Staat op later tot wo 4 mrt", lies.Text("#work tbody"), StringComparison.Ordinal);
        Assert.Contains("De aannemer komt.", lies.Text("#work tbody"), StringComparison.Ordinal);
        await lies.Open("/zaken/" + cases[0].CaseReference);
        Assert.Contains("Deze zaak staat op later tot 4 maart 2026.", lies.Text("main"), StringComparison.Ordinal);

        await town.At(new LocalDateTime(2026, 3, 4, 8, 0));
        await lies.Open("/werk");
        Assert.Contains(cases[0].CaseReference!, lies.Text("#work tbody"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_list_is_narrowed_and_sorted_by_its_address_and_says_what_is_not_there(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var first = await town.Receives(agent, new NewMatter("losse tegel", Category: "pavement", Place: Calls.Lamp), new MatterEnding.NewCase());
        town.Tenant.Clock.Advance(Duration.FromMinutes(5));
        var second = await town.Receives(agent, new NewMatter("zwerfvuil", Category: "litter", Place: Calls.Lamp), new MatterEnding.NewCase());
        using var handler = await town.SignIn(Role.Handler);

        Assert.Equal([first.CaseReference!], await Rows("/werk/alles?Filter.Category=pavement"));
        Assert.Equal("pavement", handler.Value("Filter.Category"));
        Assert.Equal([first.CaseReference!, second.CaseReference!], await Rows("/werk/alles?Filter.Sort=Oldest"));
        Assert.Equal([second.CaseReference!, first.CaseReference!], await Rows("/werk/alles?Filter.Sort=Newest"));
        Assert.Equal([second.CaseReference!, first.CaseReference!], await Rows("/werk/alles?Filter.Sort=LastContact"));
        Assert.Empty(await Rows("/werk/alles?Filter.Danger=true"));
        Assert.Contains("Geen zaak past bij uw filter", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, (await Rows("/werk/alles?Filter.Category=bestaat-niet")).Length);
        Assert.Contains("Een deel van dit filter bestaat niet meer.", handler.Text("main"), StringComparison.Ordinal);

        async Task<string[]> Rows(string address)
        {
            await handler.Open(address);
            Assert.Equal(HttpStatusCode.OK, handler.Status);
            return [.. handler.Page.QuerySelectorAll("#work tbody .loket-reference").Select(reference => reference.TextContent)];
        }
    }

    [Theory, BothDatabases]
    public async Task A_view_of_a_team_is_its_peoples_and_opens_with_what_is_left_of_it(Database database)
    {
        await using var town = await Town.On(database);
        await Benches(town, 2);
        using var lead = await town.SignIn("baas", ["herstelploeg"], Role.TeamLead);
        using var member = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        using var other = await town.SignIn("els", ["andere-ploeg"], Role.Handler);
        await lead.Open("/werk/alles?Filter.Category=litter");
        var team = lead.Page.QuerySelectorAll<IHtmlOptionElement>("[name='Keep.Team'] option").Last().Value;
        await lead.Send(("Keep.Name", "Zwerfvuil"), ("Keep.Team", team));
        Assert.Contains("Het overzicht is bewaard.", lead.Text("main"), StringComparison.Ordinal);
        var address = lead.Address;

        foreach (var (reader, sees) in new[] { (lead, true), (member, true), (other, false) })
        {
            await reader.Open("/werk");
            Assert.Equal(sees, reader.Text("main").Contains("Zwerfvuil", StringComparison.Ordinal));
        }

        await other.Open(address);
        Assert.Contains("Dit overzicht is er niet meer.", other.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zwerfvuil", other.Text("main .loket-tabs"), StringComparison.Ordinal);
        Assert.Empty(member.Page.QuerySelectorAll("[name='Keep.Team']"));
        await member.Open(address);
        Assert.Equal((0, "litter"), (member.Page.QuerySelectorAll("#work tbody tr").Length, member.Value("Filter.Category")));

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE categories SET active = NOT active WHERE key = 'litter'", Cancel);
        await member.Open(address);
        Assert.Contains("Een deel van “Zwerfvuil” bestaat niet meer.", member.Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, member.Page.QuerySelectorAll("#work tbody tr").Length);

        await lead.Open(address);
        await lead.Follow(lead.Pressed("Remove"));
        Assert.Contains("Het overzicht is weg.", lead.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_file_of_a_list_has_what_the_list_shows_no_formula_and_no_secret_and_is_seen_taken(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var insider = await town.Somebody(Role.Handler, TeamKeys.IncomeAndDebt);
        await town.Receives(insider, new NewMatter("Mijn schulden lopen op", Category: "debt"), new MatterEnding.NewCase());
        var tile = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("=HYPERLINK(\"http://kwaad.example\";\"tegel\")"), new MatterEnding.NewCase());
        using var handler = await town.SignIn(Role.Handler);

        using var answer = await handler.Client.GetAsync(new Uri("/werk/alles?handler=Csv", UriKind.Relative), Cancel);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(("text/csv", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.StartsWith("Kenmerk;Zaak;Onderwerp;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(tile.CaseReference + ";\"'=HYPERLINK(\"\"http://kwaad.example\"\";\"\"tegel\"\")\";", Assert.Single(lines[1..]), StringComparison.Ordinal);
        await using var db = town.Open();
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>(
            "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM journal_entries WHERE kind = 'cases.looked-at' AND data LIKE '%export.All%'").SingleAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_came_in_since_a_list_was_shown_is_counted_within_the_readers_rights(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        await Benches(town, 1);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/werk/alles");
        var ask = handler.Page.QuerySelector("[data-news]")!.GetAttribute("data-news")!;
        town.Tenant.Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal("0", await handler.Client.GetStringAsync(new Uri(ask, UriKind.Relative), Cancel));
        await Benches(town, 2);
        await town.Receives(await town.Somebody(Role.Handler, TeamKeys.IncomeAndDebt), new NewMatter("Mijn schulden lopen op", Category: "debt"), new MatterEnding.NewCase());
        Assert.Equal("2", await handler.Client.GetStringAsync(new Uri(ask, UriKind.Relative), Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_a_colleague_does_to_what_is_shown_is_told_and_comes_in_its_place_alone(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var cases = await Benches(town, 3);
        using var lies = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        using var koos = await town.SignIn("koos", ["herstelploeg"], Role.Handler);
        await lies.Open("/werk/alles");
        var (all, allRows, shown) = Asks();
        Assert.Equal("0 0", await Get(all));
        await lies.Open("/werk/verdelen");
        var (triage, triageRows, _) = Asks();

        await koos.Open("/werk/verdelen");
        await koos.Follow(koos.Sent("Mine", Chosen(koos, cases[0])));
        Assert.Equal(("0 1", "0 1"), (await Get(all), await Get(triage)));

        var changed = await Get(allRows);
        Assert.Contains(cases[0].CaseReference!, changed, StringComparison.Ordinal);
        Assert.DoesNotContain(cases[1].CaseReference!, changed, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Take", changed, StringComparison.Ordinal);
        var left = shown.Single(row => row.StartsWith(cases[0].Case!.Value.Value.ToString("N"), StringComparison.Ordinal));
        Assert.Equal($"<tr data-row=\"{left}\"></tr>", (await Get(triageRows)).Trim());
        Assert.Equal("", (await Get(allRows.Split('?')[0] + "?handler=Rows&gezien=onzin,1.2")).Trim());

        (string News, string Rows, IReadOnlyList<string> Shown) Asks()
        {
            var told = lies.Page.QuerySelector("[data-news]")!;
            var rows = lies.Page.QuerySelectorAll("#work tr[data-row]").Select(row => row.GetAttribute("data-row")!).ToList();
            var seen = "&gezien=" + string.Join(',', rows);
            return (told.GetAttribute("data-news") + seen, told.GetAttribute("data-rows") + seen, rows);
        }

        Task<string> Get(string address) => lies.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
    }

    [Theory, BothDatabases]
    public async Task What_was_given_since_is_new_on_the_lists_of_who_got_it_and_the_question_asks_for_nothing_else(Database database)
    {
        await using var town = await Town.On(database);
        var bench = (await Benches(town, 1))[0];
        using var lies = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        var card = (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("lies", Cancel)))!;
        var asks = new List<string>();
        foreach (var list in (string[])["/werk", "/werk/team"])
        {
            await lies.Open(list);
            asks.Add(lies.Page.QuerySelector("[data-news]")!.GetAttribute("data-news")!);
        }

        town.Tenant.Clock.Advance(Duration.FromMinutes(1));
        var given = await town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, Actor.System), card.Teams[0], card.Id, Cancel));
        Assert.True(given.Succeeded, given.Failure?.Code);

        foreach (var ask in asks) Assert.Equal("1", await lies.Client.GetStringAsync(new Uri(ask, UriKind.Relative), Cancel));
        await using var db = town.Open();
        using var statements = Statements.To(db);
        await statements.Settle(() => lies.Client.GetStringAsync(new Uri(asks[0], UriKind.Relative), Cancel));
        await lies.Client.GetStringAsync(new Uri(asks[0], UriKind.Relative), Cancel);
        Assert.DoesNotContain(statements.Heard, one => one.Contains("saved_views", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_list_asks_the_database_as_often_for_one_row_as_for_a_page_and_at_most_twelve_times(Database database)
    {
        await using var town = await Town.On(database);
        await Benches(town, 1);
        using var lead = await town.SignIn("baas", ["herstelploeg"], Role.TeamLead);
        await using var db = town.Open();
        using var statements = Statements.To(db);

        await statements.Settle(() => lead.Open("/werk/alles"));
        var one = await statements.During(() => lead.Open("/werk/alles"));
        await Benches(town, 24);
        await statements.Settle(() => lead.Open("/werk/alles"));
        var page = await statements.During(() => lead.Open("/werk/alles"));

        Assert.Equal(25, lead.Page.QuerySelectorAll("#work tbody tr").Length);
        Assert.Equal(one, page);
        Assert.True(page <= 12, string.Join(Environment.NewLine + Environment.NewLine, statements.Heard.TakeLast(page)));
    }

    [Theory, BothDatabases]
    public async Task Beyond_a_thousand_a_number_says_so_and_a_file_has_each_case_once(Database database)
    {
        await using var town = await Town.On(database);
        await Benches(town, 1);
        await Copy(town, 1_001);
        using var handler = await town.SignIn(Role.Handler);

        await handler.Open("/werk/alles");
        var file = await handler.Client.GetStringAsync(new Uri("/werk/alles?handler=Csv", UriKind.Relative), Cancel);

        Assert.Contains("1.000+", handler.Page.QuerySelectorAll(".loket-tabs__count").Select(count => count.TextContent));
        Assert.Equal(1_003, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
    }

    private static async Task<List<MatterReceipt>> Benches(Town town, int number)
    {
        var agent = await town.Somebody(Role.Agent);
        var cases = new List<MatterReceipt>();
        for (var one = 0; one < number; one++) cases.Add(await town.Receives(agent, new NewMatter($"bankje {one} kapot"), new MatterEnding.NewCase()));
        return cases;
    }

    // The form, found by a field of its own, with the boxes of these cases ticked.
    private static (string Name, string Value)[] Chosen(Visitor visitor, params IReadOnlyList<MatterReceipt> cases) =>
    [
        ("Bulk.To", ""),
        .. cases.Select(one => ("Bulk.Case", visitor.Page.QuerySelectorAll("#work tbody tr").First(row => row.TextContent.Contains(one.CaseReference!, StringComparison.Ordinal))
            .QuerySelector("[name='Bulk.Case']")!.GetAttribute("value")!)),
    ];

    // The case that is there, so many times more: registered one by one they would take a minute.
    private static async Task Copy(Town town, int times)
    {
        await using var db = town.Open();
        var isSqlite = db.Kind.Name == "sqlite";
        var columns = await db.Database.SqlQueryRaw<string>(isSqlite
            ? "SELECT name AS \"Value\" FROM pragma_table_info('cases')" : "SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_name = 'cases'").ToListAsync(Cancel);
        var values = columns.Select(column => column switch
        {
            "id" => isSqlite ? "randomblob(16)" : "gen_random_uuid()",
            "reference" => "'X-' || CAST(n.i AS TEXT)",
            _ => $"c.\"{column}\"",
        });
        var sql = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times}) INSERT INTO cases ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM cases AS c CROSS JOIN n";
        Assert.Equal(times, await db.Database.ExecuteSqlRawAsync(sql, Cancel));
    }
}

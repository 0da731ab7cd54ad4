using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Integration.Storage;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>How often the pages ask the database on which staff look something up.</summary>
public sealed class PageQueriesTests
{
    private const int Most = 12;

    // These ask oftener than they must, and so often at most.
    private static readonly Dictionary<string, int> MostToday = new(StringComparer.Ordinal) { ["case"] = 20, ["customer"] = 14 };
    private const string Late = "te laat";
    private const string Today = "vandaag";
    private const string Asleep = "sluimert";
    private const string WithPartner = "ketenpartner";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CustomerDetails Jo = new("Jo Vragenstein", "+31612345678", "jo@voorbeeld.example", "Dorpsstraat 12\n2131 AA Hoofddorp");

    [Theory, BothDatabases]
    public async Task Each_asks_no_oftener_for_fifty_rows_than_for_one(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var lead = await town.SignIn("baas", ["herstelploeg"], Role.TeamLead);
        var card = (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("baas", Cancel)))!;
        var by = (await town.Use<Actors, Actor?>(actors => actors.Of(card.Id, Cancel)))!;
        var first = await Registered(town, by, null, Jo, new NewMatter("brug piept"), new MatterEnding.NewCase());
        await Fill(town, by, first, 1);
        await using var db = town.Open();
        using var statements = Statements.To(db);
        var pages = await Pages(lead, first);

        var one = await Asked();
        await Fill(town, by, first, 49);
        var fifty = await Asked();

        Assert.Empty(fifty.Where(page => page.Value > one[page.Key] || page.Value > MostToday.GetValueOrDefault(page.Key, Most)).Select(page => $"{page.Key}: {one[page.Key]} for one row, {page.Value} for fifty"));

        async Task<Dictionary<string, int>> Asked()
        {
            var asked = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (name, open) in pages)
            {
                await statements.Settle(open);
                asked[name] = await statements.During(open);
            }

            return asked;
        }
    }

    private static async Task<IReadOnlyList<(string Name, Func<Task> Open)>> Pages(Visitor lead, ContactReceipt first)
    {
        List<(string Name, Func<Task> Open)> pages = [];
        foreach (var path in (string[])
            ["/werk", "/werk/team", "/werk/verdelen", "/werk/ketenpartner", "/werk/te-laat", "/werk/vandaag", "/werk/sluimert", "/werk/alles", "/terugbellen", "/terugbellen/team"])
            pages.Add((path, () => lead.Open(path)));
        pages.Add(("case", () => lead.Open("/zaken/" + first.Matters[0].CaseReference)));
        pages.Add(("customer", () => lead.Open("/klanten/" + first.Customer!.Value.Value)));
        foreach (var sought in (string[])["Pietersen", "06 87654321", "Kerkstraat 3"])
        {
            await lead.Open("/zoeken");
            await lead.Send(("Form.Sought", sought));
            var found = lead.Address;
            Assert.StartsWith("/zoeken?s=", found, StringComparison.Ordinal);
            pages.Add(("find " + sought, () => lead.Open(found)));
        }

        await lead.Open("/intake");
        var fields = lead.Page.QuerySelectorAll("form[data-intake] input[type=hidden][name]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? "")).ToList();
        pages.Add(("suggestions", async () =>
        {
            List<KeyValuePair<string, string>> filled = [.. fields, KeyValuePair.Create("Form.Subject", "bankje kapot"), KeyValuePair.Create("Form.Asset", Calls.Lamp.Asset!)];
            using var form = new FormUrlEncodedContent(filled);
            using var answer = await lead.Client.PostAsync(new Uri("/intake?handler=Similar", UriKind.Relative), form, Cancel);
            Assert.True(answer.IsSuccessStatusCode);
        }));
        return pages;
    }

    // So many more on each list, about the person and the case, to call back, and called the same.
    private static async Task Fill(Town town, Actor by, ContactReceipt first, int times)
    {
        var window = (await town.Use<CallTimes, IReadOnlyList<CallWindow>>(offered => offered.Offer(1, Cancel)))[0];
        var taken = new List<CaseId>();
        for (var number = 0; number < times; number++)
        {
            foreach (var subject in (string[])[Late, Today, Asleep, WithPartner])
                taken.Add((await Registered(town, by, first.Customer, new CustomerDetails(), new NewMatter(subject), new MatterEnding.NewCase())).Matters[0].Case!.Value);
            await Registered(town, by, null, new CustomerDetails("Piet Pietersen", "+31687654321", Address: "Kerkstraat 3\n2131 ZZ Hoofddorp"), new NewMatter("bankje kapot", Place: Calls.Lamp), new MatterEnding.NewCase());
            await Registered(town, by, first.Customer, new CustomerDetails(), new NewMatter("brug piept nog"), new MatterEnding.Join(first.Matters[0].Case!.Value));
            await Registered(town, by, null, Jo, new NewMatter("vraag over de brug"), new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, by.Staff), window)));
        }

        foreach (var some in taken.Chunk(CaseActs.Most)) await Take(town, by, some);
        await using var db = town.Open();
        var now = town.Tenant.Clock.Now();
        await Put(db, Late, now - Duration.FromDays(1));
        await Put(db, Today, now + Duration.FromHours(2));
        var until = Micro(now + Duration.FromDays(3));
        await db.Database.ExecuteSqlAsync($"UPDATE cases SET status = 'WithPartner' WHERE subject = {WithPartner}", Cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE cases SET snoozed_until = {until}, snooze_reason = 'De aannemer komt.' WHERE subject = {Asleep}", Cancel);
    }

    private static async Task Take(Town town, Actor by, CaseId[] cases)
    {
        var rows = await town.Use<Worklists, WorklistPage>(lists => lists.Page(WorklistKind.All, by, 1000, null, Cancel));
        var seen = rows.Rows.Where(row => cases.Contains(row.Id)).Select(row => new SeenCase(row.Id, row.Version)).ToList();
        var done = await town.Use<TakeCases, Result<BulkOutcome>>(take => take.Handle(new BulkChange(RequestKey.None, seen, by), Cancel));
        Assert.True(done.Succeeded, done.Failure?.Code);
        Assert.Equal(cases.Length, done.Value.Done);
    }

    private static async Task Put(LoketDb db, string subject, Instant deadline)
    {
        var at = Micro(deadline);
        await db.Database.ExecuteSqlAsync($"UPDATE cases SET deadline_at = {at}, sort_at = {at} WHERE subject = {subject}", Cancel);
    }

    private static long Micro(Instant at) => at.ToUnixTimeTicks() / 10;

    private static async Task<ContactReceipt> Registered(Town town, Actor by, CustomerId? known, CustomerDetails who, NewMatter matter, MatterEnding ending)
    {
        var made = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Phone, known, who, null, [matter]), [ending], by), Cancel));
        Assert.True(made.Succeeded, made.Failure?.Code);
        return made.Value;
    }
}

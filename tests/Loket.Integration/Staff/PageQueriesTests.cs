using System.Net;
using Loket.Cases;
using Loket.Cases.Bounding;
using Loket.Cases.Bulk;
using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Integration.Storage;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Bounding;
using Loket.Organisation.Drafts;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>How often the pages ask the database on which staff look something up: all commands count, also those past EF Core by which a look is written down, at the first opening of a day and
/// at those after it, for who leads the team and for who may know of some kinds of case alone.</summary>
public sealed class PageQueriesTests
{
    private const int Most = 12;
    private const string Late = "te laat";
    private const string Today = "vandaag";
    private const string Asleep = "sluimert";
    private const string WithPartner = "ketenpartner";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bridge = new("brug piept", Category: "pavement");
    private static readonly CustomerDetails Jo = new("Jo Vragenstein", "+31612345678", "jo@voorbeeld.example", "Dorpsstraat 12\n2131 AA Hoofddorp");

    [Theory, BothDatabases]
    public async Task Each_asks_as_often_for_one_row_as_for_fifty_and_at_most_twelve_times(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var lead = await town.SignIn("baas", ["herstelploeg"], Role.TeamLead);
        var card = (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("baas", Cancel)))!;
        var by = (await town.Use<Actors, Actor?>(actors => actors.Of(card.Id, Cancel)))!;
        await SetUpTask(town);
        var first = await Registered(town, by, null, Jo, Bridge, new MatterEnding.NewCase());
        await Fill(town, by, first, 1);
        await Furnish(town, by, first);
        using var outsider = await town.SignIn("henk", [], Role.Handler);
        using var bounded = await Bounded(town, "begrensd");
        await using var db = town.Open();
        using var statements = Statements.To(db);
        await Statements.Attend(() => lead.Open("/me"));
        var lamp = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("bankje kapot", Place: Calls.Lamp), new MatterEnding.NewCase());
        List<(string Name, Func<Task> Open)> pages =
            [.. await Pages("lead", lead, first, lamp), .. await Pages("bounded", bounded, first, lamp), ("case in an emergency", await InEmergency(town, outsider))];

        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        var one = await Asked();
        await Fill(town, by, first, 49);
        var fifty = await Asked();

        Assert.Empty(fifty.Where(page => page.Value != one[page.Key] || page.Value.First > Most || page.Value.Again > Most)
            .Select(page => $"{page.Key}: first and again {one[page.Key]} for one row, {page.Value} for fifty:{Environment.NewLine}{last[page.Key]}"));

        async Task<Dictionary<string, (int First, int Again)>> Asked()
        {
            var asked = new Dictionary<string, (int First, int Again)>(StringComparer.Ordinal);
            foreach (var reader in (Visitor[])[lead, bounded, outsider]) await reader.Open("/me");
            foreach (var (name, open) in pages)
            {
                // What is kept in memory of what stands is read once after a change, whoever asks for it first.
                await open();
                await Forget(db);
                asked[name] = (await statements.During(open), await statements.During(open));
                last[name] = string.Join(Environment.NewLine, statements.Heard.TakeLast(asked[name].First + asked[name].Again));
            }

            return asked;
        }
    }

    // As before the first opening of a day.
    private static async Task Forget(LoketDb db)
    {
        await db.Database.ExecuteSqlRawAsync("DELETE FROM seen_things", Cancel);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM case_presences", Cancel);
    }

    // Somebody who leads the same team, and may know of these kinds of case alone: those of which all in this town are.
    private static async Task<Visitor> Bounded(Town town, string name)
    {
        var visitor = await town.SignIn(name, ["herstelploeg"], Role.TeamLead);
        var card = (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find(name, Cancel)))!;
        var set = await town.Use<SetBounds, Result<Done>>(use => use.Handle(new SetBounds.Request(RequestKey.None, new BoundOwner(null, card.Id), [], ["report", "general"], Actor.System), Cancel));
        Assert.True(set.Succeeded, set.Failure?.Code);
        return visitor;
    }

    private static async Task<Func<Task>> InEmergency(Town town, Visitor outsider)
    {
        var debt = await town.Debt();
        Assert.True((await town.Opens(await town.ActorOf("henk"), debt.CaseReference)).Succeeded);
        return () => Opens(outsider, "/zaken/" + debt.CaseReference);
    }

    private static async Task<IReadOnlyList<(string Name, Func<Task> Open)>> Pages(string who, Visitor reader, ContactReceipt first, MatterReceipt lamp)
    {
        List<(string Name, Func<Task> Open)> pages = [];
        foreach (var path in (string[])
            ["/werk", "/werk/team", "/werk/verdelen", "/werk/ketenpartner", "/werk/te-laat", "/werk/vandaag", "/werk/sluimert", "/werk/alles", "/terugbellen", "/terugbellen/team"])
            pages.Add((path, () => Opens(reader, path)));
        pages.Add(("case", () => Opens(reader, "/zaken/" + first.Matters[0].CaseReference)));
        pages.Add(("case that may repeat another", () => Opens(reader, "/zaken/" + lamp.CaseReference)));
        pages.Add(("customer", () => Opens(reader, "/klanten/" + first.Customer!.Value.Value)));
        foreach (var list in (string[])["", "/terugbellen", "/berichten"]) pages.Add(("all of a customer" + list, () => Opens(reader, $"/klanten/{first.Customer!.Value.Value}/alle{list}")));
        foreach (var sought in (string[])["Pietersen", "06 87654321", "Kerkstraat 3"])
        {
            await reader.Open("/zoeken");
            await reader.Send(("Form.Sought", sought));
            var found = reader.Address;
            Assert.StartsWith("/zoeken?s=", found, StringComparison.Ordinal);
            pages.Add(("find " + sought, () => Opens(reader, found)));
        }

        await reader.Open("/intake");
        var fields = reader.Page.QuerySelectorAll("form[data-intake] input[type=hidden][name]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? "")).ToList();
        pages.Add(("suggestions", async () =>
        {
            List<KeyValuePair<string, string>> filled =
                [.. fields, KeyValuePair.Create("Form.Subject", "bankje kapot"), KeyValuePair.Create("Form.Asset", Calls.Lamp.Asset!), KeyValuePair.Create("Form.Phone", Jo.Phone!)];
            using var form = new FormUrlEncodedContent(filled);
            using var answer = await reader.Client.PostAsync(new Uri("/intake?handler=Similar", UriKind.Relative), form, Cancel);
            Assert.True(answer.IsSuccessStatusCode);
        }));
        return pages.ConvertAll(page => ($"{page.Name} ({who})", page.Open));
    }

    private static async Task Opens(Visitor reader, string address)
    {
        await reader.Open(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, reader.Status));
    }

    // In a case of this kind something has to be done.
    private static async Task SetUpTask(Town town)
    {
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"), ("Form.Tasks[0].Amount", "2"));
        Assert.Empty(administrator.Errors);
        await administrator.Press("Neem in gebruik");
    }

    // All else that the page of a case, or of the person, can show.
    private static async Task Furnish(Town town, Actor by, ContactReceipt first)
    {
        var (whole, person) = (first.Matters[0], first.Customer!.Value);
        var change = new CaseChange(RequestKey.None, whole.Case!.Value, Actor.System);
        foreach (var parted in (bool[])[false, true])
        {
            var part = (await Registered(town, by, null, new CustomerDetails("An Visser"), Bridge, new MatterEnding.NewCase())).Matters[0];
            Succeeds(await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, Actor.System), whole.CaseReference, Cancel)));
            if (parted) Succeeds(await town.Use<PartCase, Result<ChangedCase>>(parts => parts.Handle(change, part.Case!.Value, Cancel)));
        }

        var other = (await Registered(town, by, null, Jo, Bridge, new MatterEnding.NewCase())).Matters[0];
        Succeeds(await town.Use<LinkCases, Result<ChangedCase>>(link => link.Handle(change, other.CaseReference, LinkedAs.Related, Cancel)));
        foreach (var kind in (WarningKind[])[WarningKind.Aggression, WarningKind.SecretAddress])
        {
            var asked = new PlaceWarning.Request(RequestKey.None, person, kind, "Verteld door de politie.", new LocalDate(2026, 6, 1), by);
            Succeeds(await town.Use<PlaceWarning, Result<Done>>(place => place.Handle(asked, Cancel)));
        }

        Succeeds(await town.Keeps(Actor.System, person));
        var partner = (await town.Use<PartnerDirectory, IReadOnlyList<PartnerCard>>(partners => partners.All(Cancel))).First(one => one.IsReachable);
        Succeeds(await town.Use<HandOverCase, Result<ChangedCase>>(use => use.Handle(change, partner.Id, "Kunt u dit herstellen?", Cancel)));
        var colleague = await town.Somebody(Role.TeamLead);
        await town.Use<BeOnCase, IReadOnlyList<PersonHere>>(be => be.Handle(whole.Case!.Value, CaseDoing.Answering, colleague, Cancel));
        var draft = new KeepDraft.Request(
            new DraftSubject(DraftPlace.Case, whole.Case!.Value.Value, "Note"), "/zaken/" + whole.CaseReference, new DraftForm(new RequestKey("form:" + by.Staff!.Value.Value, "concept"), null),
            new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Note.Text"] = ["Scharnier is droog."] }, by, ByItself: true);
        Succeeds(await town.Use<KeepDraft, Result<KeptDraft>>(keep => keep.Handle(draft, Cancel)));

        static void Succeeds<T>(Result<T> result) => Assert.True(result.Succeeded, result.Failure?.Code);
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

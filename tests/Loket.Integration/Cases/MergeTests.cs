using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Integration.Residents;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Two cases prove to be one: everybody of the one goes on with the other and is told once, and it can be taken back (row B3, decision 0038).</summary>
public sealed class MergeTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CustomerDetails An = new("An Visser", "+31612345601", "an@voorbeeld.example");
    private static readonly CustomerDetails Bo = new("Bo Kuiper", "+31612345602", "bo@voorbeeld.example");

    [Theory, BothDatabases]
    public async Task One_case_goes_on_for_both_and_who_came_along_is_told_once(Database database)
    {
        await using var town = await Town.On(database);
        var (whole, part) = (await Bridge(town, "De brug piept vreselijk", An), await Bridge(town, "Herrie bij de brug", Bo));
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + part.CaseReference);
        await handler.Send(("Note.Text", "Scharnier is droog."));

        await handler.Send(("Merge.Reference", whole.Reference));

        Assert.Equal("/zaken/" + whole.CaseReference, handler.Address);
        Assert.Contains("De andere zaak gaat verder als deel van deze zaak", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, handler.Page.QuerySelectorAll(".loket-people > li").Length);
        Assert.Contains("Scharnier is droog.", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Contains($"Zaak {part.CaseReference} gaat verder als deel van zaak {whole.CaseReference}", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        foreach (var reference in (string[])[part.CaseReference!, part.Reference])
        {
            await handler.Open("/zaken/" + reference);
            Assert.Contains(whole.CaseReference!, handler.Text(".loket-summary"), StringComparison.Ordinal);
        }

        await town.RunJobs();
        var told = (await town.MessagesOf(whole.Case!.Value.Value)).Where(message => message.Kind == MessageKind.StatusChange).ToList();
        Assert.Equal("Bo Kuiper", Assert.Single(told).Content!.Name);
        Assert.Contains("Wij behandelen ze vanaf nu samen", told[0].Content!.Text, StringComparison.Ordinal);
        Assert.Contains(part.Reference, told[0].Content!.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Taken_back_each_has_what_was_its_own_and_who_came_since_stays(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var (whole, part) = (await Bridge(town, "De brug piept vreselijk", An), await Bridge(town, "Herrie bij de brug", Bo));
        var before = await town.Sees(Actor.System, part.CaseReference!);
        var merged = await Merge(town, part, whole.CaseReference);
        Assert.True(merged.Succeeded, merged.Failure?.Code);
        await town.Receives(agent, new NewMatter("De brug piept nog"), new MatterEnding.Join(whole.Case!.Value));
        Assert.Equal(3, (await town.Sees(Actor.System, part.CaseReference!)).Contacts);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + whole.CaseReference);

        await handler.Follow(handler.Pressed("Part"));

        Assert.Contains("De zaken gaan weer apart verder", handler.Text("main"), StringComparison.Ordinal);
        var (one, other) = (await town.Sees(Actor.System, whole.CaseReference!), await town.Sees(Actor.System, part.Reference));
        Assert.Equal((whole.Case.Value, 2, 0), (one.Id, one.Contacts, one.Parts.Count));
        Assert.Equal((part.Case!.Value, 1, before.Status, before.DeadlineAt, before.TriageReason, (NodaTime.Instant?)null),
            (other.Id, other.Contacts, other.Status, other.DeadlineAt, other.TriageReason, other.ClosedAt));
        Assert.Equal("Bo Kuiper", Assert.Single(other.Participants).Name);
        var told = (await town.MessagesOf(part.Case!.Value.Value)).Where(message => message.Kind == MessageKind.StatusChange);
        Assert.Contains("weer apart", Assert.Single(told).Content!.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_merged_says_what_to_do_first(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var bridge = await Bridge(town, "De brug piept vreselijk", An);
        var closed = await Bridge(town, "Herrie bij de brug", Bo);
        await Do(town, (CloseCase close) => close.Handle(Change(closed), "solved", true, null, Cancel));
        var debt = await town.Debt();
        var paper = await town.Receives(agent, new NewMatter("Schade aan mijn fiets", FormalPaper: FormalPaper.DamageClaim), new MatterEnding.NewCase());
        var lamp = await PartnerJob.In(town);
        var atPartner = await lamp.Case();

        Assert.Equal("merge.itself", (await Merge(town, bridge, bridge.Reference)).Failure?.Code);
        Assert.Equal("merge.unknown", (await Merge(town, bridge, "HLM-0000-0000")).Failure?.Code);
        Assert.Equal("merge.unknown", (await Merge(town, bridge, null)).Failure?.Code);
        Assert.Equal("merge.other-closed", (await Merge(town, bridge, closed.CaseReference)).Failure?.Code);
        Assert.Equal("merge.other-group", (await Merge(town, bridge, debt.CaseReference)).Failure?.Code);
        Assert.Equal("merge.unknown", (await Merge(town, bridge, debt.CaseReference, await town.Colleague("medewerker", Role.Handler))).Failure?.Code);
        Assert.Equal("merge.paper", (await Merge(town, bridge, paper.Reference)).Failure?.Code);
        Assert.Equal("merge.with-partner",
            (await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, atPartner.Id, Actor.System), bridge.CaseReference, Cancel))).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Nobody_gets_more_time_by_merging_the_case_that_must_be_done_first_goes_on(Database database)
    {
        await using var town = await Town.On(database);
        var (later, sooner) = (await Bridge(town, "De brug piept vreselijk", An), await Bridge(town, "Herrie bij de brug", Bo));
        await Do(town, (ExtendCase extend) => extend.Handle(Change(later), NormKind.WorkingDays, 5, "Het onderdeel is later.", Cancel));

        Assert.Equal("merge.other-later", (await Merge(town, sooner, later.CaseReference)).Failure?.Code);
        Assert.Null((await Merge(town, later, sooner.CaseReference)).Failure);

        Assert.Equal(sooner.Case!.Value, (await town.Sees(Actor.System, later.Reference)).Id);
    }

    [Theory, BothDatabases]
    public async Task A_danger_that_somebody_is_on_calls_nobody_again_and_one_that_nobody_is_on_does(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var bench = new NewMatter("bankje kapot", Category: "pavement", Place: new Place { Area = "nieuwemeer" });
        var (whole, part, other) = (await crew.Takes(bench, null), await crew.Takes(bench, null), await crew.Takes(bench, null));
        await town.At(new LocalDateTime(2026, 3, 7, 3, 0));
        foreach (var one in new[] { part, other }) await Do(town, (FindDanger find) => find.Handle(Change(one), "Er steekt glas uit.", Cancel));
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        await Do(town, (AcknowledgeDanger acknowledge) => acknowledge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, lead), Cancel));

        Assert.Null((await Merge(town, part, whole.CaseReference)).Failure);
        await town.RunJobs();
        var stands = await town.Sees(Actor.System, whole.CaseReference!);
        Assert.Equal((true, crew.Lead), (stands.Danger, stands.DangerCall?.AcknowledgedBy));
        Assert.Empty(await Calls(whole));

        Assert.Null((await town.Use<PartCase, Result<ChangedCase>>(parts => parts.Handle(Change(whole), part.Case!.Value, Cancel))).Failure);
        await town.RunJobs();
        Assert.Equal(crew.Lead, (await town.Sees(Actor.System, part.CaseReference!)).DangerCall?.AcknowledgedBy);
        Assert.Empty(await Calls(part));

        // Of the one that nobody is on the whole is called about, as soon as it has no danger of its own that somebody is on.
        await Do(town, (LiftDanger lift) => lift.Handle(Change(whole), "Opgeruimd.", Cancel));
        Assert.Null((await Merge(town, other, whole.CaseReference)).Failure);
        await town.RunJobs();
        Assert.NotEmpty(await Calls(whole));

        async Task<IReadOnlyList<DangerCalled>> Calls(MatterReceipt receipt) =>
            [.. (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(receipt.Case!.Value.Value, Audience.Staff, 100, null, Cancel)))
                .Select(line => line.Happened).OfType<DangerCalled>()];
    }

    [Theory, BothDatabases]
    public async Task A_subject_that_was_chosen_for_the_whole_does_not_stay_with_what_is_taken_apart(Database database)
    {
        await using var town = await Town.On(database);
        var (whole, part) = (await Bridge(town, "De brug piept vreselijk", An), await Bridge(town, "Herrie bij de brug", Bo));
        await Do(town, (ClassifyCase classify) => classify.Handle(Change(part), "pavement", Cancel));
        Assert.Null((await Merge(town, part, whole.CaseReference)).Failure);
        await Do(town, (ClassifyCase classify) => classify.Handle(Change(whole), "green", Cancel));
        Assert.Equal("green", await SubjectOf(part));

        await Do(town, (PartCase parts) => parts.Handle(Change(whole), part.Case!.Value, Cancel));

        Assert.Equal(("pavement", "green"), (await SubjectOf(part), await SubjectOf(whole)));

        async Task<string?> SubjectOf(MatterReceipt receipt)
        {
            await using var db = town.Open();
            return await db.Database.SqlQueryRaw<string>("SELECT category_key AS \"Value\" FROM matters WHERE reference = {0}", receipt.Reference).SingleAsync(Cancel);
        }
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_done_with_a_case_that_goes_on_elsewhere_and_it_takes_no_other(Database database)
    {
        await using var town = await Town.On(database);
        var (whole, part, third) = (await Bridge(town, "De brug piept vreselijk", An), await Bridge(town, "Herrie bij de brug", Bo), await Bridge(town, "Nog meer herrie", new CustomerDetails("Cas Smit")));
        Assert.True((await Merge(town, part, whole.CaseReference)).Succeeded);

        Assert.Equal("merge.goes-on-elsewhere", (await town.Use<ReopenCase, Result<ChangedCase>>(reopen => reopen.Handle(Change(part), "Toch niet", Cancel))).Failure?.Code);
        Assert.Equal("merge.has-parts", (await Merge(town, whole, third.CaseReference)).Failure?.Code);
        Assert.True((await Merge(town, third, part.CaseReference)).Succeeded);
        Assert.Equal(3, (await town.Sees(Actor.System, third.Reference)).Contacts);

        await Do(town, (CloseCase close) => close.Handle(Change(whole), "solved", true, null, Cancel));
        Assert.Equal("case.closed", (await town.Use<PartCase, Result<ChangedCase>>(parts => parts.Handle(Change(whole), part.Case!.Value, Cancel))).Failure?.Code);
        await using var db = town.Open();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE cases SET status = 'Received' WHERE merged_into IS NOT NULL", Cancel));
    }

    [Theory, BothDatabases]
    public async Task Two_who_merge_each_others_case_at_one_moment_leave_one_that_goes_on(Database database)
    {
        await using var town = await Town.On(database);
        var (one, other) = (await Bridge(town, "De brug piept vreselijk", An), await Bridge(town, "Herrie bij de brug", Bo));

        var done = await Task.WhenAll(Merge(town, one, other.CaseReference), Merge(town, other, one.CaseReference));

        Assert.Single(done, result => result.Succeeded);
        Assert.Equal(2, (await town.Sees(Actor.System, one.CaseReference!)).Contacts);
        Assert.Equal((await town.Sees(Actor.System, one.Reference)).Id, (await town.Sees(Actor.System, other.Reference)).Id);
    }

    [Theory, BothDatabases]
    public async Task With_the_same_partner_the_link_of_the_one_leads_to_the_other_until_it_is_taken_back(Database database)
    {
        await using var town = await Town.On(database);
        var whole = await PartnerJob.In(town);
        var part = await PartnerJob.In(town, "lamp 118-042 is weer uit");
        var (first, second) = (await whole.Case(), await part.Case());
        Assert.Equal(first.Partner, second.Partner);
        using var partner = part.Visitor();

        var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, second.Id, Actor.System), first.Reference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);
        await partner.Open(part.Link(0));
        Assert.Contains(first.Reference, partner.Page.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Reference, partner.Page.Title, StringComparison.Ordinal);

        var reader = Actor.Resident with { Partner = first.Partner };
        Assert.Equal(first.Id, await town.Use<FindCase, CaseId?>(find => find.Handle(second.Reference, reader, Cancel)));

        var parted = await town.Use<PartCase, Result<ChangedCase>>(parts => parts.Handle(new CaseChange(RequestKey.None, first.Id, Actor.System), second.Id, Cancel));
        Assert.True(parted.Succeeded, parted.Failure?.Code);
        await partner.Open(part.Link(0));
        Assert.Contains(second.Reference, partner.Page.Title, StringComparison.Ordinal);
        Assert.Equal((HandoverState.Offered, CaseStatus.WithPartner, second.Partner), ((await part.Handover()).State, (await part.Case()).Status, (await part.Case()).Partner));
    }

    [Theory, BothDatabases]
    public async Task A_resident_follows_on_under_the_same_reference_and_keeps_what_was_told_before(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var (reference, pin) = await Following.WithPin(town, visitor, "118-042");
        var found = await town.Sees(Actor.System, reference);
        var whole = await PartnerJob.In(town, "lamp 118-042 is weer uit");
        await Do(town, (AnswerCase answer) => answer.Handle(new CaseChange(RequestKey.None, found.Id, Actor.System), "Wij kijken er morgen naar.", null, Cancel));

        var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, found.Id, Actor.System), whole.Reference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);

        await Following.Open(visitor, reference, pin);
        Assert.Contains("Wij kijken er morgen naar.", visitor.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_one_contact_asked_twice_is_one_case_on_which_it_counts_once_and_two_again(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var bridge = new NewMatter("De brug piept vreselijk", Place: new Place { Area = "hoofddorp" });
        var taken = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(
                RequestKey.None, new NewContact(Channel.Phone, null, An, null, [bridge, bridge with { Subject = "Herrie bij de brug" }]), [new MatterEnding.NewCase(), new MatterEnding.NewCase()], agent),
            Cancel));
        Assert.True(taken.Succeeded, taken.Failure?.Code);
        var (whole, part) = (taken.Value.Matters[0], taken.Value.Matters[1]);
        Assert.NotEqual(whole.Case, part.Case);

        var merged = await Merge(town, part, whole.CaseReference);

        Assert.True(merged.Succeeded, merged.Failure?.Code);
        var one = await town.Sees(Actor.System, part.Reference);
        Assert.Equal((whole.Case!.Value, 1, 2), (one.Id, one.Contacts, one.Participants.Count));
        await Do(town, (PartCase apart) => apart.Handle(Change(whole), part.Case!.Value, Cancel));
        foreach (var receipt in taken.Value.Matters) Assert.Equal((receipt.Case!.Value, 1), ((await town.Sees(Actor.System, receipt.Reference)).Id, (await town.Sees(Actor.System, receipt.Reference)).Contacts));
    }

    private static async Task<MatterReceipt> Bridge(Town town, string subject, CustomerDetails who) => await town.Receives(
        await town.Somebody(Role.Agent), new NewMatter(subject, Place: new Place { Area = "hoofddorp" }), new MatterEnding.NewCase(), who);

    private static Task<Result<ChangedCase>> Merge(Town town, MatterReceipt part, string? into, Actor? by = null) =>
        town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, by ?? Actor.System), into, Cancel));

    private static CaseChange Change(MatterReceipt receipt) => new(RequestKey.None, receipt.Case!.Value, Actor.System);

    private static async Task Do<TService>(Town town, Func<TService, Task<Result<ChangedCase>>> act) where TService : notnull
    {
        var done = await town.Use(act);
        Assert.True(done.Succeeded, done.Failure?.Code);
    }
}

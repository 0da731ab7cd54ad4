using Dapper;
using Loket.Cases;
using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Cases.Keeping;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Cases that were kept long enough are destroyed, when two people agree; nothing of what was said is left, and what counts is.</summary>
public sealed class DestructionTests
{
    // Stands in all that is said of the case.
    private const string Marker = "zwaluwstaart";
    private static readonly Instant Later = Instant.FromUtc(2028, 1, 3, 9, 0);
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Two_people_agree_and_nothing_of_what_was_said_is_left(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Closed(town);
        await CalledBack(town, receipt);
        using (var writer = await town.SignIn(Role.Handler))
        {
            await writer.Open("/zaken/" + receipt.CaseReference);
            await writer.Follow(writer.Sent("Draft", ("Note.Text", $"{Marker} is nog niet uit")));
        }

        Assert.NotEmpty(await Traces.Of(Marker, town));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM drafts"));
        town.Tenant.Clock.SetTo(Later);
        await town.PlanSchedules();
        await town.RunJobs();

        using var first = await town.SignIn("kees", [], Role.RecordsManager);
        await Open(first);
        Assert.Contains(receipt.CaseReference!, first.Text("#cases"), StringComparison.Ordinal);
        await first.Press("Leg voor");
        Assert.Contains("Een collega moet hem goedkeuren", first.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(first.Page.QuerySelectorAll("main button"), button => button.TextContent.Trim() == "Keur goed en vernietig");

        using var second = await town.SignIn("lien", [], Role.RecordsManager);
        await Open(second);
        await second.Press("Keur goed en vernietig");
        await town.RunJobs();

        Assert.Empty(await Traces.Of(Marker, town));
        await second.Open(second.Address);
        Assert.Equal("Verklaring van vernietiging", second.Heading);
        Assert.Contains(receipt.CaseReference!, second.Text("#cases"), StringComparison.Ordinal);
        Assert.Contains("vernietigd", second.Text("#cases tbody td:last-child"), StringComparison.Ordinal);
        await second.Open("/zaken/" + receipt.CaseReference);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, second.Status);
        Assert.Null((await town.Use<JournalChain, JournalReport>(chain => chain.Verify(town.Tenant, null, Cancel))).Break);
        Assert.Equal(1L, await Count(town, $"SELECT COUNT(*) FROM cases WHERE reference = '{receipt.CaseReference}' AND subject = '' AND result = 'solved' AND place_area = 'nieuwemeer' AND place_address IS NULL"));
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM customer_words WHERE word LIKE '%zwaluw%'"));
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM drafts"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM callbacks WHERE outcome = 'NotNeeded' AND phone = ''"));
    }

    [Theory, BothDatabases]
    public async Task Who_put_it_forward_does_not_approve_it_and_the_database_says_the_same(Database database)
    {
        await using var town = await Town.On(database);
        await Closed(town);
        var (keeper, list) = await Drawn(town);
        Assert.Equal("keeping.second-person", (await town.Use<ApproveDestruction, Result<Done>>(approve => approve.Handle(RequestKey.None, list.Id, list.Version, keeper, Cancel))).Failure?.Code);
        await using var db = town.Open();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE destruction_lists SET state = 'Approved', approved_by = proposed_by, approved_at = 0", Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_case_that_is_taken_out_or_held_stays_as_it_is(Database database)
    {
        await using var town = await Town.On(database);
        var (taken, held) = (await Closed(town), await Closed(town));
        var (keeper, list) = await Drawn(town);
        var request = new TakeOutOfDestruction.Request(RequestKey.None, list.Id, taken.Case, "", keeper);
        Assert.Equal("case.reason-missing", (await town.Use<TakeOutOfDestruction, Result<Done>>(takeOut => takeOut.Handle(request, Cancel))).Failure?.Code);
        Assert.True((await town.Use<TakeOutOfDestruction, Result<Done>>(takeOut => takeOut.Handle(request with { Reason = "Er loopt een klacht" }, Cancel))).Succeeded);

        using var second = await town.SignIn(Role.RecordsManager);
        await Open(second);
        var pressed = second.Pressed("Approve");
        // Between looking and deciding nothing happened; between deciding and doing somebody holds it.
        await second.Follow(pressed);
        Assert.True((await town.Use<HoldCase, Result<Done>>(hold => hold.Handle(
            new HoldCase.Request(RequestKey.None, held.CaseReference, "Rechtszaak", new LocalDate(2029, 1, 1), keeper), Cancel))).Succeeded);
        await town.RunJobs();

        Assert.Equal(2L, await Count(town, $"SELECT COUNT(*) FROM cases WHERE subject LIKE '%{Marker}%' AND destroyed_at IS NULL"));
        await second.Open(second.Address);
        Assert.Contains("gebleven", second.Text("#cases"), StringComparison.Ordinal);
        Assert.Contains("Er loopt een klacht", second.Text("#cases"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_hold_on_what_went_on_as_part_of_another_keeps_the_whole(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var (whole, part) = (await Opened(town), await Opened(town));
        var keeper = await town.Somebody(Role.RecordsManager);
        await Holds();
        await MergedAndClosed(town, whole, part);
        town.Tenant.Clock.SetTo(Later);
        Assert.Equal("keeping.nothing-due", (await Draw(town, keeper)).Failure?.Code);
        using var second = await town.SignIn(Role.RecordsManager);
        await second.Open("/zaken/" + whole.CaseReference);
        Assert.Contains("Blijft in elk geval tot en met 1 januari 2029", second.Text("main"), StringComparison.Ordinal);

        // The same where it is held after a colleague agreed.
        Assert.True((await town.Use<LiftHold, Result<Done>>(lift => lift.Handle(RequestKey.None, part.Case!.Value, keeper, Cancel))).Succeeded);
        Assert.Equal(1, (await Draw(town, keeper)).Value);
        await Open(second);
        await second.Press("Keur goed en vernietig");
        await Holds();
        await town.RunJobs();
        Assert.Equal(2L, await Count(town, $"SELECT COUNT(*) FROM cases WHERE subject LIKE '%{Marker}%' AND destroyed_at IS NULL"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM case_holds WHERE reason = 'Rechtszaak'"));

        async Task Holds() => Assert.True((await town.Use<HoldCase, Result<Done>>(hold => hold.Handle(
            new HoldCase.Request(RequestKey.None, part.CaseReference, "Rechtszaak", new LocalDate(2029, 1, 1), keeper), Cancel))).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Who_waits_to_be_called_about_a_part_keeps_the_whole_until_then(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var (whole, part) = (await Opened(town), await Opened(town));
        var (agent, callback) = await IsToBeCalled(town, part);
        await MergedAndClosed(town, whole, part);
        town.Tenant.Clock.SetTo(Later);
        Assert.Equal("keeping.nothing-due", (await Draw(town, await town.Somebody(Role.RecordsManager))).Failure?.Code);
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM callbacks WHERE phone <> ''"));

        Assert.True((await town.Use<EndCallback, Result<Done>>(end => end.Handle(new CallbackChange(RequestKey.None, callback, agent), CallbackOutcome.NotNeeded, "Al klaar", Cancel))).Succeeded);
        await Drawn(town);
    }

    [Theory, BothDatabases]
    public async Task Who_still_has_another_case_stays_known_by_that(Database database)
    {
        await using var town = await Town.On(database);
        await Closed(town);
        var agent = await town.Somebody(Role.Agent);
        var who = (await town.Use<FindCustomers, IReadOnlyList<KnownCustomer>>(find => find.Handle(new FindCustomers.Request(RequestKey.None, "+31612345678", null, agent), Cancel)))[0].Customer;
        var other = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Phone, who, new CustomerDetails(), null, [new NewMatter("Lantaarn is stuk")]), [new MatterEnding.NewCase()], agent), Cancel));
        Assert.True(other.Succeeded, other.Failure?.Code);
        var (_, list) = await Drawn(town);
        using var second = await town.SignIn(Role.RecordsManager);
        await second.Open("/beheer/vernietigen/" + list.Id.Value);
        await second.Press("Keur goed en vernietig");
        await town.RunJobs();

        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM customers WHERE name LIKE '%waluwstaart%'"));
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM matters WHERE subject LIKE '%waluwstaart%'"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM matters WHERE subject = 'Lantaarn is stuk'"));
    }

    [Theory, BothDatabases]
    public async Task What_was_answered_without_a_case_goes_by_itself_after_its_years_and_who_still_waits_stays(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var answered = await town.Receives(
            agent, new NewMatter($"Wanneer is de {Marker} open?"), new MatterEnding.Answered($"Om negen uur, {Marker}"), new CustomerDetails("J. Zwaluwstaart", "0612345678", $"{Marker}@voorbeeld.example"));
        var window = (await town.Use<CallTimes, IReadOnlyList<CallWindow>>(times => times.Offer(1, Cancel)))[0];
        await town.Receives(agent, new NewMatter("Vraag over de kapvergunning"), new MatterEnding.CallBack(new NewCallback(null, window)), new CustomerDetails("W. Wachter", "0687654321"));
        town.Tenant.Clock.SetTo(Instant.FromUtc(2027, 12, 31, 12, 0));
        await town.PlanSchedules();
        await town.RunJobs();
        Assert.NotEmpty(await Traces.Of(Marker, town));

        town.Tenant.Clock.SetTo(Later);
        await town.RunJobs();
        Assert.Empty(await Traces.Of(Marker, town));
        Assert.Equal(1L, await Count(town, $"SELECT COUNT(*) FROM matters WHERE reference = '{answered.Reference}' AND outcome = 'Answered' AND subject = ''"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM matters WHERE subject = 'Vraag over de kapvergunning'"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM customers WHERE name = 'W. Wachter'"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM journal_entries WHERE kind = 'destruction.contacts-forgotten'"));
    }

    private static async Task Open(Visitor keeper)
    {
        await keeper.Open("/beheer/vernietigen");
        await keeper.Open(keeper.Page.QuerySelector("#lists tbody a")!.GetAttribute("href")!);
    }

    private static async Task<(Actor Keeper, DestructionCard List)> Drawn(Town town)
    {
        town.Tenant.Clock.SetTo(Later);
        var keeper = await town.Somebody(Role.RecordsManager);
        var drawn = await Draw(town, keeper);
        Assert.True(drawn.Succeeded, drawn.Failure?.Code);
        return (keeper, (await town.Use<DestructionLists, IReadOnlyList<DestructionCard>>(lists => lists.All(keeper, Cancel)))[0]);
    }

    private static Task<Result<int>> Draw(Town town, Actor keeper) => town.Use<DrawDestruction, Result<int>>(draw => draw.Handle(RequestKey.None, keeper, Cancel));

    private static async Task<MatterReceipt> Opened(Town town) => await town.Receives(
        await town.Somebody(Role.Agent), new NewMatter($"Brug {Marker} piept", $"Zegt {Marker}", Place: new Place { Address = "Nieuwemeerdijk 12", Area = "nieuwemeer", Text = "bij " + Marker }), new MatterEnding.NewCase(),
        new CustomerDetails("J. Zwaluwstaart", "+31612345678", $"{Marker}@voorbeeld.example", $"{Marker}laan 1\n1234 AB Haarlem"));

    private static async Task<MatterReceipt> Closed(Town town)
    {
        town.SetTo(hour: 10);
        var receipt = await Opened(town);
        var handler = await town.Somebody(Role.Handler);
        Assert.True((await town.Use<WriteNote, Result<ChangedCase>>(note => note.Handle(new CaseChange(RequestKey.None, receipt.Case!.Value, handler), $"{Marker} gebeld", Cancel))).Succeeded);
        var closed = await town.Use<CloseCase, Result<ChangedCase>>(close => close.Handle(new CaseChange(RequestKey.None, receipt.Case!.Value, handler), "solved", true, null, Cancel));
        Assert.True(closed.Succeeded, closed.Failure?.Code);
        await town.RunJobs();
        return receipt;
    }

    private static async Task MergedAndClosed(Town town, MatterReceipt whole, MatterReceipt part)
    {
        var handler = await town.Somebody(Role.Handler);
        var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, handler), whole.CaseReference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);
        var closed = await town.Use<CloseCase, Result<ChangedCase>>(close => close.Handle(new CaseChange(RequestKey.None, whole.Case!.Value, handler), "solved", true, null, Cancel));
        Assert.True(closed.Succeeded, closed.Failure?.Code);
    }

    // Somebody was to be called back about it, which was not needed in the end.
    private static async Task CalledBack(Town town, MatterReceipt receipt)
    {
        var (agent, callback) = await IsToBeCalled(town, receipt);
        var ended = await town.Use<EndCallback, Result<Done>>(end => end.Handle(
            new CallbackChange(RequestKey.None, callback, agent), CallbackOutcome.NotNeeded, $"De {Marker} was er al", Cancel));
        Assert.True(ended.Succeeded, ended.Failure?.Code);
        await town.RunJobs();
    }

    // Somebody is to be called back about it.
    private static async Task<(Actor Agent, CallbackId Callback)> IsToBeCalled(Town town, MatterReceipt receipt)
    {
        var agent = await town.Somebody(Role.Agent);
        Assert.True(Reference.TryParse(receipt.Reference, out var matter));
        var window = (await town.Use<CallTimes, IReadOnlyList<CallWindow>>(times => times.Offer(1, Cancel)))[0];
        var made = await town.Use<MakeCallback, Result<RegisteredCallback>>(make => make.Handle(
            new MakeCallback.Request(RequestKey.None, matter, new NewCallback(null, window, About: $"Over de {Marker}"), agent), Cancel));
        Assert.True(made.Succeeded, made.Failure?.Code);
        return (agent, made.Value.Id);
    }

    private static async Task<long> Count(Town town, string sql)
    {
        await using var db = town.Open();
        return await db.Database.GetDbConnection().ExecuteScalarAsync<long>(sql);
    }
}

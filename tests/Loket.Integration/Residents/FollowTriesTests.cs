using Loket.Integration.Storage;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Residents;

/// <summary>Who tries references and codes learns nothing and is slowed down; who shares a computer is not.</summary>
public sealed class FollowTriesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_reference_that_does_not_exist_and_one_that_may_not_be_followed_look_like_one_that_does(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var open = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var closed = await visitor.Sends("Uw medewerker was onbeleefd tegen mij.", email: "klager@voorbeeld.example", kind: "Complaint");
        var none = Reference.FromNumber("HLM", 12_345_678).ToString();

        var pages = new List<string>();
        foreach (var reference in new[] { open, closed, none })
        {
            using var stranger = new Visitor(town.Client());
            await stranger.Open("/volgen");
            await stranger.Send(("Form.Reference", reference), ("way", "code"));
            var asked = stranger.Text("main");
            await stranger.Send(("Form.Code", "000000"));
            pages.Add((asked + stranger.Text("main")).Replace(reference, "…", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct());
        await town.RunJobs();
        Assert.Equal((1, 0), (await Following.Codes(town, "bewoner@voorbeeld.example"), await Following.Codes(town, "klager@voorbeeld.example")));
    }

    [Theory, BothDatabases]
    public async Task Asking_for_codes_again_and_again_is_refused_alike_whether_the_reference_exists_or_not_and_floods_nobody(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var open = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var refusals = new List<string>();
        foreach (var reference in new[] { open, Reference.FromNumber("HLM", 12_345_678).ToString() })
        {
            for (var attempt = 0; attempt < 7; attempt++) await Following.Ask(visitor, reference);
            refusals.Add(Assert.Single(visitor.Errors) + visitor.Text("main").Replace(reference, "…", StringComparison.Ordinal));
        }

        await town.RunJobs();
        Assert.Contains("te vaak", refusals[0], StringComparison.Ordinal);
        Assert.Single(refusals.Distinct());
        Assert.InRange(await Following.Codes(town, "bewoner@voorbeeld.example"), 1, 5);
    }

    [Theory, BothDatabases]
    public async Task Who_asks_for_one_reference_after_the_other_is_slowed_down_also_for_one_that_exists_and_others_are_not(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        Assert.True(Reference.TryParse(await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042"), out var open));
        Failure? refused = null;
        for (var number = 0; number < 150 && refused is null; number++) refused = await Asked(Reference.FromNumber("HLM", 1_000 + number), "198.51.100.7");

        Assert.Equal(FollowFailures.WaitMinute.Code, refused?.Code);
        Assert.Equal(FollowFailures.WaitMinute.Code, (await Asked(open, "198.51.100.7"))?.Code);
        Assert.Null(await Asked(open, "198.51.100.8"));

        async Task<Failure?> Asked(Reference reference, string client) =>
            (await town.Use<RequestCode, Result<Done>>(request => request.Handle(new RequestCode.Request(reference, client), Cancel))).Failure;
    }

    [Theory, BothDatabases]
    public async Task Guessing_is_slowed_down_also_for_a_reference_that_does_not_exist(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", Reference.FromNumber("HLM", 7).ToString()), ("way", "pin"));

        for (var attempt = 0; attempt < 6; attempt++) await visitor.Send(("Form.Code", $"00000{attempt}"));

        Assert.Contains("te vaak", Assert.Single(visitor.Errors));
    }

    [Theory, BothDatabases]
    public async Task Guesses_made_at_once_count_each(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        Assert.True(Reference.TryParse(await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042"), out var reference));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Following.Opens(town, reference, "000000")));

        Assert.Equal((5, 25), (answers.Count(code => code == FollowFailures.Wrong.Code), answers.Count(code => code?.StartsWith(FollowFailures.Wait.Code, StringComparison.Ordinal) == true)));
    }

    [Theory, BothDatabases]
    public async Task A_computer_that_many_residents_use_locks_none_of_them_out(Database database)
    {
        await using var town = await Town.On(database);
        using var library = new Visitor(town.Client());
        var reference = await library.Sends("Lantaarnpaal 118-042 brandt niet", "118-042", email: null);
        Assert.True(Reference.TryParse(reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));

        for (var visit = 0; visit < 25; visit++)
        {
            await library.Open("/volgen");
            await library.Send(("Form.Reference", reference), ("way", "pin"));
            await library.Send(("Form.Code", pin.Value));
            Assert.Equal("/volgen/zaak", library.Address);
        }
    }

    [Theory, BothDatabases]
    public async Task A_wrong_code_costs_as_much_for_a_reference_that_exists_as_for_one_that_does_not(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var open = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var shut = await visitor.Sends("Uw medewerker was onbeleefd tegen mij.", kind: "Complaint");
        await using var db = town.Open();
        using var statements = Statements.To(db);
        await visitor.Open("/sign-in");
        await statements.Settle(() => visitor.Send(("Form.SignInName", $"niemand-{Guid.NewGuid():N}"), ("Form.Password", "iets anders")));

        // The first one makes the row of this client.
        var asked = new List<int>();
        foreach (var reference in new[] { Reference.FromNumber("HLM", 3).ToString(), Reference.FromNumber("HLM", 12_345_678).ToString(), open, shut })
        {
            await visitor.Open("/volgen");
            await visitor.Send(("Form.Reference", reference), ("way", "pin"));
            asked.Add(await statements.During(() => visitor.Send(("Form.Code", "000000"))));
        }

        Assert.NotEqual(0, asked[1]);
        Assert.Single(asked.Skip(1).Distinct());
    }
}

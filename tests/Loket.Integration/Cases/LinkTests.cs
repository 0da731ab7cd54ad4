using System.Net;
using Loket.Cases.Handling;
using Loket.Cases.Norms;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Integration.Residents;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Cases belong together, as far as the reader may know; and what is two things is split (row B3).</summary>
public sealed class LinkTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_whole_shows_how_its_parts_stand_and_is_not_closed_without_saying_so(Database database)
    {
        await using var town = await Town.On(database);
        var (whole, part) = (await Opened(town, "De brug wordt vervangen"), await Opened(town, "De slagboom hapert"));
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + whole.CaseReference);

        await handler.Send(("Link.As", "Part"), ("Link.Reference", part.Reference));

        Assert.Contains("De zaken zijn gekoppeld", handler.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Deel van deze zaak", handler.Text("#linked + ul"), StringComparison.Ordinal);
        Assert.Contains("Gekoppeld aan een andere zaak", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        await handler.Open("/zaken/" + part.CaseReference);
        Assert.Contains("Deze zaak is daar deel van", handler.Text("#linked + ul"), StringComparison.Ordinal);

        await handler.Open("/zaken/" + whole.CaseReference);
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Equal(HttpStatusCode.Conflict, handler.Status);
        Assert.Contains("Nog open delen van deze zaak: 1.", Assert.Single(handler.Errors), StringComparison.Ordinal);
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"), ("Close.WithParts", "true"));
        Assert.Contains("De zaak is gesloten", handler.Text("main"), StringComparison.Ordinal);

        await handler.Follow(handler.Pressed("Unlink"));
        Assert.Null(handler.Page.QuerySelector("#linked"));
    }

    [Theory, BothDatabases]
    public async Task Of_each_pair_one_link_stands_a_part_has_one_whole_and_nothing_is_a_part_of_itself(Database database)
    {
        await using var town = await Town.On(database);
        var (one, two, three) = (await Opened(town, "Een"), await Opened(town, "Twee"), await Opened(town, "Drie"));

        Assert.Null((await Link(town, one, two, LinkedAs.Whole)).Failure);
        Assert.Null((await Link(town, two, three, LinkedAs.Whole)).Failure);
        Assert.Equal("link.circle", (await Link(town, three, one, LinkedAs.Whole)).Failure?.Code);
        Assert.Equal("link.circle", (await Link(town, one, three, LinkedAs.Part)).Failure?.Code);
        Assert.Equal("link.has-whole", (await Link(town, one, three, LinkedAs.Whole)).Failure?.Code);
        Assert.Equal("link.linked", (await Link(town, two, one, LinkedAs.Related)).Failure?.Code);
        Assert.Equal("link.itself", (await Link(town, one, one, LinkedAs.Related)).Failure?.Code);
        Assert.Equal("link.kind-missing", (await Link(town, one, three, LinkedAs.SplitFrom)).Failure?.Code);
        Assert.Null((await Link(town, one, three, LinkedAs.Before)).Failure);
        Assert.Equal([LinkedAs.Whole, LinkedAs.Before], (await town.Sees(Actor.System, one.CaseReference!)).Linked.Select(other => other.As));
    }

    [Theory, BothDatabases]
    public async Task Two_who_link_the_same_two_at_one_moment_make_one_link(Database database)
    {
        await using var town = await Town.On(database);
        var (one, two) = (await Opened(town, "Een"), await Opened(town, "Twee"));

        var done = await Task.WhenAll(Link(town, one, two, LinkedAs.Whole), Link(town, two, one, LinkedAs.Whole));

        Assert.Single(done, result => result.Succeeded);
        Assert.Single((await town.Sees(Actor.System, one.CaseReference!)).Linked);
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_know_of_a_case_sees_neither_it_nor_the_link_nor_that_there_was_one(Database database)
    {
        await using var town = await Town.On(database);
        var open = await Opened(town, "De brug wordt vervangen");
        var debt = await town.Debt();
        using var outsider = await town.SignIn(Role.Handler);
        Assert.Null((await Link(town, open, debt, LinkedAs.Part)).Failure);

        await outsider.Open("/zaken/" + open.CaseReference);

        Assert.Null(outsider.Page.QuerySelector("#linked"));
        Assert.DoesNotContain("Gekoppeld", outsider.Text(".loket-timeline"), StringComparison.Ordinal);
        await outsider.Send(("Link.As", "Related"), ("Link.Reference", debt.CaseReference!));
        Assert.Contains("Wij kunnen deze zaak niet vinden", Assert.Single(outsider.Errors), StringComparison.Ordinal);
        await outsider.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Contains("De zaak is gesloten", outsider.Text("main"), StringComparison.Ordinal);
        Assert.Single((await town.Sees(Actor.System, debt.CaseReference!)).Linked);
    }

    [Theory, BothDatabases]
    public async Task A_refusal_confirms_no_link_that_the_reader_may_not_know_of(Database database)
    {
        await using var town = await Town.On(database);
        var (part, whole, other) = (await Opened(town, "De brug piept"), await Opened(town, "De brug wordt vervangen"), await Opened(town, "Nog een brug"));
        var debt = await town.Debt();
        Assert.Equal("link.secret-whole", (await Link(town, part, debt, LinkedAs.Whole)).Failure?.Code);
        Assert.Equal("link.secret-whole", (await Link(town, debt, part, LinkedAs.Part)).Failure?.Code);

        Assert.Null((await Link(town, part, whole, LinkedAs.Whole)).Failure);
        Assert.Equal("link.has-whole", (await Link(town, part, other, LinkedAs.Whole)).Failure?.Code);
        var classified = await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, whole.Case!.Value, Actor.System), "debt", Cancel));
        Assert.Null(classified.Failure);

        var outsider = await town.Somebody(Role.Handler);
        Assert.Equal("link.not-so", (await Link(town, part, other, LinkedAs.Whole, outsider)).Failure?.Code);
        Assert.Null((await Link(town, part, other, LinkedAs.Related, outsider)).Failure);
    }

    [Theory, BothDatabases]
    public async Task Some_of_those_who_asked_go_along_to_a_case_of_their_own_and_can_be_put_back(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var found = await Opened(town, "De brug piept", new CustomerDetails("An Visser", "+31612345601", "an@voorbeeld.example"));
        var other = await town.Receives(agent, new NewMatter("Gat in de weg bij de brug"), new MatterEnding.Join(found.Case!.Value), new CustomerDetails("Bo Kuiper", "+31612345602", "bo@voorbeeld.example"));
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + found.CaseReference);

        await handler.Send(("Split.People", other.Reference), ("Split.Subject", "Gat in de weg"), ("Split.Category", "pavement"));

        Assert.Contains("Dit is de nieuwe zaak", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Gat in de weg", handler.Heading);
        Assert.Contains("Hiervan is deze zaak afgesplitst", handler.Text("#linked + ul"), StringComparison.Ordinal);
        var (stays, goes) = (await town.Sees(Actor.System, found.CaseReference!), await town.Sees(Actor.System, other.Reference));
        Assert.Equal(("An Visser", "Bo Kuiper", "pavement"), (Assert.Single(stays.Participants).Name, Assert.Single(goes.Participants).Name, goes.Category));
        await town.RunJobs();
        var told = Assert.Single(await town.MessagesOf(goes.Id.Value), message => message.Kind == MessageKind.StatusChange);
        Assert.Contains("Wij behandelen het apart", told.Content!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await town.MessagesOf(stays.Id.Value), message => message.Kind == MessageKind.StatusChange);

        await handler.Send(("Merge.Reference", found.CaseReference!));
        Assert.Equal(2, (await town.Sees(Actor.System, other.Reference)).Contacts);
    }

    [Theory, BothDatabases]
    public async Task What_is_split_off_has_the_pause_and_the_time_that_were_told_to_those_who_go_along(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var found = await Opened(town, "De brug piept");
        var other = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Gat in de weg bij de brug"), new MatterEnding.Join(found.Case!.Value));
        var change = new CaseChange(RequestKey.None, found.Case.Value, Actor.System);
        Assert.Null((await town.Use<ExtendCase, Result<ChangedCase>>(extend => extend.Handle(change, NormKind.WorkingDays, 5, "Het onderdeel is later.", Cancel))).Failure);
        Assert.Null((await town.Use<SuspendCase, Result<ChangedCase>>(suspend => suspend.Handle(change, new LocalDate(2026, 3, 20), "Wij wachten op een onderdeel.", Cancel))).Failure);

        Assert.Null((await town.Use<SplitCase, Result<ChangedCase>>(split => split.Handle(change, new SplitCase.NewCase([other.Reference], "Gat in de weg", null), Cancel))).Failure);

        var (stays, goes) = (await town.Sees(Actor.System, found.CaseReference!), await town.Sees(Actor.System, other.Reference));
        Assert.NotEqual(stays.Id, goes.Id);
        Assert.NotNull(goes.SuspendedUntil);
        Assert.Equal((stays.DeadlineAt, stays.SuspendedUntil), (goes.DeadlineAt, goes.SuspendedUntil));

        await town.At(new LocalDateTime(2026, 3, 20, 9, 0));
        var (running, alone) = (await town.Sees(Actor.System, found.CaseReference!), await town.Sees(Actor.System, other.Reference));
        Assert.Null(alone.SuspendedAt);
        Assert.Equal(running.DeadlineAt, alone.DeadlineAt);
    }

    [Theory, BothDatabases]
    public async Task Who_goes_along_keeps_what_was_told_and_what_they_wrote_and_reads_nothing_of_what_came_after(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var (reference, pin) = await Following.WithPin(town, visitor, "118-042");
        var found = (await town.Sees(Actor.System, reference)).Id;
        var stays = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("lamp 118-042 is uit", Category: "street-light"), new MatterEnding.Join(found));
        await Following.Open(visitor, reference, pin);
        await visitor.Send(("Form.Text", "Hij knippert nu."));
        await Answers("Wij kijken er morgen naar.");

        var change = new CaseChange(RequestKey.None, found, Actor.System);
        Assert.Null((await town.Use<SplitCase, Result<ChangedCase>>(split => split.Handle(change, new SplitCase.NewCase([reference], "Lamp knippert", null), Cancel))).Failure);
        await Answers("Wij komen volgende week.");

        await visitor.Open("/volgen/zaak");
        Reads(visitor);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + reference);
        Assert.Equal("Lamp knippert", handler.Heading);
        Reads(handler);
        await handler.Open("/zaken/" + stays.Reference);
        Assert.Contains("Wij komen volgende week.", handler.Text(".loket-timeline"), StringComparison.Ordinal);

        async Task Answers(string text) => Assert.Null((await town.Use<AnswerCase, Result<ChangedCase>>(answer =>
            answer.Handle(new CaseChange(RequestKey.None, found, Actor.System), text, null, Cancel))).Failure);

        static void Reads(Visitor reader)
        {
            var timeline = reader.Text(".loket-timeline");
            Assert.Contains("Hij knippert nu.", timeline, StringComparison.Ordinal);
            Assert.Contains("Wij kijken er morgen naar.", timeline, StringComparison.Ordinal);
            Assert.DoesNotContain("Wij komen volgende week.", timeline, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_split_without_anybody_or_with_everybody_or_without_a_subject_line_is_refused(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var found = await Opened(town, "De brug piept");
        var other = await town.Receives(agent, new NewMatter("Gat in de weg"), new MatterEnding.Join(found.Case!.Value));

        foreach (var (people, subject, category, code) in new (string[], string?, string?, string)[]
        {
            ([], "Gat", null, "link.some-go"), ([found.Reference, other.Reference], "Gat", null, "link.some-go"), (["HLM-0000-0000"], "Gat", null, "link.some-go"),
            ([other.Reference], " ", null, "link.subject-missing"), ([other.Reference], "Gat", "bestaat-niet", "case.unknown-category"), ([other.Reference], "Gat", "debt", "link.other-secret"),
        })
        {
            var refused = await town.Use<SplitCase, Result<ChangedCase>>(split =>
                split.Handle(new CaseChange(RequestKey.None, found.Case.Value, Actor.System), new SplitCase.NewCase(people, subject, category), Cancel));
            Assert.Equal(code, refused.Failure?.Code);
        }

        Assert.Equal(2, (await town.Sees(Actor.System, found.Reference)).Contacts);
    }

    private static async Task<MatterReceipt> Opened(Town town, string subject, CustomerDetails? who = null) => await town.Receives(
        await town.Somebody(Role.Agent), new NewMatter(subject, Place: new Place { Area = "hoofddorp" }), new MatterEnding.NewCase(), who);

    private static Task<Result<ChangedCase>> Link(Town town, MatterReceipt one, MatterReceipt other, LinkedAs linked, Actor? by = null) =>
        town.Use<LinkCases, Result<ChangedCase>>(link => link.Handle(new CaseChange(RequestKey.None, one.Case!.Value, by ?? Actor.System), other.CaseReference, linked, Cancel));
}

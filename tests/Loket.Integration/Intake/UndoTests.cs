using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Documents;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Messages;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Intake;

public sealed class UndoTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Lamp = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);
    private static readonly NewMatter Bench = new("bankje kapot bij de speeltuin");

    [Theory, BothDatabases]
    public async Task A_case_of_its_own_that_proves_to_be_a_repeat_is_withdrawn_and_the_partner_need_not_come(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);
        var known = await town.Receives(agent, Lamp, new MatterEnding.NewCase());
        var again = await town.Receives(agent, Lamp with { Subject = "lantaarnpaal donker" }, new MatterEnding.NewCase());

        var handler = await town.Somebody(Role.Handler);
        var joined = await town.Use<JoinContact, Result<MatterReceipt>>(join => join.Handle(new(RequestKey.None, Of(again), known.Case!.Value, handler), Cancel));
        await town.RunJobs();

        Assert.Equal((Outcome.Joined, 2), (joined.Value.Outcome, joined.Value.Contacts));
        var left = await town.Sees(agent, again.CaseReference!);
        Assert.Equal((CaseStatus.Closed, "undone", 0), (left.Status, left.Result, left.Contacts));
        Assert.Equal(HandoverState.TakenBack, left.Handovers[0].State);
        var told = (await town.MessagesOf(left.Id.Value)).Where(message => message.About.Partner is not null).ToList();
        Assert.DoesNotContain(told, message => message.State == MessageState.Failed);
        Assert.Contains(mailbox.Mail.Arrived, mail => mail.Read().Subject!.StartsWith("U hoeft dit niet meer op te pakken", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_case_that_somebody_works_on_is_not_left_without_anybody(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        var other = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        await town.Use<TakeCase, Result<ChangedCase>>(take => take.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, handler), Cancel));

        var undone = await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(bench), handler), Cancel));
        var joined = await town.Use<JoinContact, Result<MatterReceipt>>(join => join.Handle(new(RequestKey.None, Of(bench), other.Case!.Value, handler), Cancel));

        Assert.Equal(("case.worked-on", "case.worked-on"), (undone.Failure?.Code, joined.Failure?.Code));
        Assert.Equal(1, (await town.Sees(handler, bench.Reference)).Contacts);
    }

    [Theory, BothDatabases]
    public async Task What_a_colleague_the_partner_or_the_resident_did_is_not_undone_without_a_word(Database database)
    {
        await using var town = await Town.On(database);
        var (handler, lead) = (await town.Somebody(Role.Handler), await town.Somebody(Role.TeamLead));
        var grid = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find("grid-operator", Cancel)))!.Id;
        var deeds = new Dictionary<string, (NewMatter About, Func<CaseView, CaseChange, Task<Failure?>> Do)>(StringComparer.Ordinal)
        {
            ["the partner asks back"] = (Lamp, async (seen, _) => (await town.Use<ReplyToHandover, Result<Done>>(reply => reply.Handle(
                new(RequestKey.None, seen.Handovers[0].Id, Actor.System, new PartnerReply.AskBack("Welke mast is het?")), Cancel))).Failure),
            ["the partner reports"] = (Lamp, async (seen, _) => (await town.Use<ReplyToHandover, Result<Done>>(reply => reply.Handle(
                new(RequestKey.None, seen.Handovers[0].Id, Actor.System, new PartnerReply.Progress("W-1", null, null)), Cancel))).Failure),
            ["it is handed over by hand"] = (Bench, async (_, change) => (await town.Use<HandOverCase, Result<ChangedCase>>(use => use.Handle(change, grid, "Is dit van u?", Cancel))).Failure),
            ["it gets a subject"] = (Bench, async (_, change) => (await town.Use<ClassifyCase, Result<ChangedCase>>(use => use.Handle(change, "vermin", Cancel))).Failure),
            ["it gets a team"] = (Bench, async (_, change) => (await town.Use<AssignCase, Result<ChangedCase>>(use => use.Handle(change, lead.Teams.First(), null, Cancel))).Failure),
            ["the resident writes"] = (Bench, async (seen, change) => (await town.Use<WriteToHandler, Result<ChangedCase>>(use => use.Handle(
                RequestKey.None, change.Case, seen.Participants[0].Id, "Het is de linker bank.", [], Cancel))).Failure),
            ["the partner sends a file"] = (Lamp, async (seen, _) =>
            {
                var file = await Letter(town);
                return (await town.Use<ReplyToHandover, Result<Done>>(reply => reply.Handle(
                    new(RequestKey.None, seen.Handovers[0].Id, Actor.System, new PartnerReply.Progress(null, null, null), Files: [file]), Cancel))).Failure;
            }),
            ["it is linked"] = (Bench, async (_, change) =>
            {
                var other = await town.Receives(handler, Bench, new MatterEnding.NewCase());
                return (await town.Use<LinkCases, Result<ChangedCase>>(link => link.Handle(change, other.CaseReference, LinkedAs.Related, Cancel))).Failure;
            }),
        };

        foreach (var (what, (about, act)) in deeds)
        {
            var taken = await town.Receives(handler, about, new MatterEnding.NewCase());
            var failure = await act(await town.Sees(Actor.System, taken.Reference), new CaseChange(RequestKey.None, taken.Case!.Value, lead));
            Assert.True(failure is null, $"{what}: {failure?.Code}");

            var undone = await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(taken), handler), Cancel));

            Assert.Equal((what, "case.worked-on"), (what, undone.Failure?.Code));
            Assert.Equal((what, 1), (what, (await town.Sees(Actor.System, taken.Reference)).Contacts));
        }
    }

    [Theory, BothDatabases]
    public async Task What_went_along_to_the_partner_later_is_not_undone_without_a_word(Database database)
    {
        await using var town = await Town.On(database);
        var (handler, lead, letter) = (await town.Somebody(Role.Handler), await town.Somebody(Role.TeamLead), await Letter(town));
        var contact = new NewContact(Channel.Phone, null, new CustomerDetails("Jansen"), null, [Lamp]);
        var registered = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(new RegisterContact.Request(RequestKey.None, contact, [new MatterEnding.NewCase()], handler, [letter]), Cancel));
        var lamp = registered.Value.Matters[0];
        var file = Assert.Single(await town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(read => read.Of([lamp.Matter.Value], lead, Cancel))).Id;
        var given = await town.Use<GiveFiles, Result<ChangedCase>>(give => give.Handle(new CaseChange(RequestKey.None, lamp.Case!.Value, lead), [file], Cancel));
        Assert.True(given.Succeeded, given.Failure?.Code);

        var undone = await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(lamp), handler), Cancel));

        Assert.Equal("case.worked-on", undone.Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Of_a_case_of_which_another_is_a_part_the_last_contact_stays(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        var (whole, part) = (await town.Receives(handler, Bench, new MatterEnding.NewCase()), await town.Receives(handler, Bench, new MatterEnding.NewCase()));
        var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, handler), whole.CaseReference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);

        Assert.Null(await Undo(whole));
        Assert.Equal("case.worked-on", await Undo(part));

        // Who merged them and was mistaken takes that back first.
        var parted = await town.Use<PartCase, Result<ChangedCase>>(parts => parts.Handle(new CaseChange(RequestKey.None, whole.Case!.Value, handler), part.Case!.Value, Cancel));
        Assert.True(parted.Succeeded, parted.Failure?.Code);
        Assert.Null(await Undo(part));
        Assert.Equal((CaseStatus.Closed, "undone"), ((await town.Sees(handler, part.CaseReference!)).Status, (await town.Sees(handler, part.CaseReference!)).Result));

        async Task<string?> Undo(MatterReceipt receipt) =>
            (await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(receipt), handler), Cancel))).Failure?.Code;
    }

    [Theory, BothDatabases]
    public async Task Who_gave_it_a_subject_and_sees_by_it_that_it_is_a_repeat_may_join_it_all_the_same(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        var known = await town.Receives(handler, new NewMatter("Ratten bij de speeltuin", Category: "vermin"), new MatterEnding.NewCase());
        var again = await town.Receives(handler, new NewMatter("Er lopen beesten bij de speeltuin"), new MatterEnding.NewCase());
        var found = await town.Use<ClassifyCase, Result<ChangedCase>>(use => use.Handle(new CaseChange(RequestKey.None, again.Case!.Value, handler), "vermin", Cancel));
        Assert.True(found.Succeeded, found.Failure?.Code);

        var joined = await town.Use<JoinContact, Result<MatterReceipt>>(join => join.Handle(new(RequestKey.None, Of(again), known.Case!.Value, handler), Cancel));

        Assert.True(joined.Succeeded, joined.Failure?.Code);
        Assert.Equal((known.Case, 2), (joined.Value.Case, joined.Value.Contacts));
    }

    [Theory, BothDatabases]
    public async Task A_case_that_a_rule_gave_to_a_person_can_be_undone_until_that_person_does_something(Database database)
    {
        await using var town = await Town.On(database);
        // Somebody without days off.
        using var present = await town.SignIn("ratten", ["herstelploeg"], Role.Handler);
        var handler = await town.ActorOf("ratten");
        var own = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        await town.Use<TakeCase, Result<ChangedCase>>(take => take.Handle(new CaseChange(RequestKey.None, own.Case!.Value, handler), Cancel));
        await using (var db = town.Open())
            await db.Database.ExecuteSqlRawAsync("UPDATE routing_rules SET team = NULL, partner = NULL, staff = (SELECT handler FROM cases WHERE handler IS NOT NULL) WHERE category = 'vermin'", Cancel);
        var rats = new NewMatter("Ratten bij de sloot", Category: "vermin", Place: Calls.Lamp with { Asset = null });
        var wrong = await town.Receives(handler, rats, new MatterEnding.NewCase());
        var right = await town.Receives(handler, rats, new MatterEnding.NewCase());
        Assert.Equal(handler.Staff, (await town.Sees(handler, wrong.Reference)).Handler);
        await town.Use<WriteNote, Result<ChangedCase>>(note => note.Handle(new CaseChange(RequestKey.None, right.Case!.Value, handler), "Ik ga kijken.", Cancel));

        var undone = await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(wrong), handler), Cancel));
        var refused = await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(right), handler), Cancel));

        Assert.True(undone.Succeeded, undone.Failure?.Code);
        Assert.Equal((CaseStatus.Closed, "undone"), ((await town.Sees(handler, wrong.CaseReference!)).Status, (await town.Sees(handler, wrong.CaseReference!)).Result));
        Assert.Equal("case.worked-on", refused.Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task What_was_joined_wrongly_is_taken_off_with_all_that_it_was(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, Lamp, new MatterEnding.NewCase());
        var wrong = await town.Receives(agent, new NewMatter("afval naast de container", Category: "vermin"), new MatterEnding.Join(lamp.Case!.Value));

        var undone = await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(wrong), agent, lamp.Case), Cancel));
        var opened = await town.Use<EndMatter, Result<MatterReceipt>>(end => end.Handle(new(RequestKey.None, Of(wrong), new MatterEnding.NewCase(), null, agent), Cancel));

        Assert.True(undone.Succeeded, undone.Failure?.Code);
        Assert.Equal(1, (await town.Sees(agent, lamp.Reference)).Contacts);
        var own = await town.Sees(agent, opened.Value.Reference);
        Assert.Equal(("vermin", "afval naast de container"), (own.Category, own.Subject));
        Assert.Equal(wrong.Reference, opened.Value.Reference);
    }

    [Theory, BothDatabases]
    public async Task What_has_no_subject_and_was_joined_wrongly_has_none_when_it_is_taken_off(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, Lamp, new MatterEnding.NewCase());
        var wrong = await town.Receives(agent, Bench, new MatterEnding.Join(lamp.Case!.Value));

        await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(wrong), agent, lamp.Case), Cancel));
        var opened = await town.Use<EndMatter, Result<MatterReceipt>>(end => end.Handle(new(RequestKey.None, Of(wrong), new MatterEnding.NewCase(), null, agent), Cancel));

        Assert.True(opened.Succeeded, opened.Failure?.Code);
        var own = await town.Sees(agent, opened.Value.Reference);
        Assert.Equal((null, TriageReason.NoSubject, 0), (own.Category, own.TriageReason!.Value, own.Handovers.Count));
    }

    [Theory, BothDatabases]
    public async Task Danger_that_was_said_goes_along_to_the_case_that_it_is_put_on_afterwards(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var known = await town.Receives(agent, Bench, new MatterEnding.NewCase());
        var urgent = await town.Receives(agent, Bench, new MatterEnding.NewCase(Danger: true));

        await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(urgent), agent), Cancel));
        var joined = await town.Use<JoinContact, Result<MatterReceipt>>(join => join.Handle(new(RequestKey.None, Of(urgent), known.Case!.Value, agent), Cancel));

        Assert.True(joined.Succeeded, joined.Failure?.Code);
        Assert.True((await town.Sees(agent, known.Reference)).Danger);
    }

    [Theory, BothDatabases]
    public async Task Who_is_taken_off_a_case_is_called_written_and_told_nothing_about_it_any_more(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, Lamp, new MatterEnding.NewCase(), new CustomerDetails("A. Blijft", "+31235550100"), MessageChannel.Phone);
        foreach (var way in (MessageChannel[])[MessageChannel.Phone, MessageChannel.Letter, MessageChannel.Desk])
        {
            // "It is known", and a receipt of its own.
            foreach (var ending in (MatterEnding[])[new MatterEnding.Join(lamp.Case!.Value), new MatterEnding.NewCase()])
            {
                var wrong = await town.Receives(agent, Bench, ending, new CustomerDetails("B. Weg", "+31235550123", Address: "Dorpsstraat 1\n2131 AA Hoofddorp"), way);
                var told = Assert.Single(await Mine(wrong));
                Assert.Equal(way, told.Channel);
                // A letter that came back stands with those who mend, and a notice waits to be told by telephone.
                if (way == MessageChannel.Letter) await town.Use<RecordReturn, Result<MessageState>>(record => record.Handle(new(RequestKey.None, told.Id, null, Actor.System), Cancel));

                var undone = await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(wrong), agent), Cancel));

                Assert.True(undone.Succeeded, undone.Failure?.Code);
                Assert.All(await Mine(wrong), one => Assert.Equal(MessageState.Withdrawn, one.State));
            }
        }

        var letter = await town.Receives(agent, Bench, new MatterEnding.NewCase(), new CustomerDetails("C. Weg", Address: "Dorpsstraat 2\n2131 AA Hoofddorp"), MessageChannel.Letter);
        Assert.Single(await List(list => list.ToPost(Actor.System, Cancel)));
        await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(letter), agent), Cancel));
        Assert.Empty(await List(list => list.ToPost(Actor.System, Cancel)));
        Assert.Empty(await List(list => list.AtDesk(null, Actor.System, Cancel)));
        Assert.Empty(await List(list => list.Failed(Actor.System, null, Cancel)));
        // Who stays on the case is called as before.
        Assert.All(await List(list => list.ToCall(Actor.System, Cancel)), one => Assert.Equal("A. Blijft", one.Content!.Name));

        async Task<IReadOnlyList<MessageView>> Mine(MatterReceipt wrong)
        {
            var participant = (await town.Sees(Actor.System, wrong.CaseReference!)).Participants.Single(one => one.Reference == wrong.Reference).Id.Value;
            return [.. (await town.MessagesOf(wrong.Case!.Value.Value)).Where(one => one.About.Participant == participant)];
        }

        async Task<IReadOnlyList<MessageView>> List(Func<ListMessages, Task<Result<IReadOnlyList<MessageView>>>> read) => (await town.Use(read)).Value;
    }

    [Theory, BothDatabases]
    public async Task Who_saw_another_version_of_the_case_takes_nothing_off(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, Lamp, new MatterEnding.NewCase());
        var second = await town.Receives(agent, Lamp, new MatterEnding.Join(lamp.Case!.Value));
        var seen = (await town.Sees(agent, lamp.Reference)).Version;
        await town.Receives(agent, Lamp, new MatterEnding.Join(lamp.Case!.Value));

        var stale = await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(second), agent, lamp.Case, seen), Cancel));

        Assert.Equal("request.changed-meanwhile", stale.Failure?.Code);
        Assert.Equal(3, (await town.Sees(agent, lamp.Reference)).Contacts);
    }

    [Theory, BothDatabases]
    public async Task To_take_a_contact_off_a_case_for_another_one_works_on_cases_or_places_what_waits(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, Lamp, new MatterEnding.NewCase());
        var second = await town.Receives(agent, Lamp, new MatterEnding.Join(lamp.Case!.Value));
        var bench = await town.Receives(agent, Bench, new MatterEnding.NewCase());
        var other = await town.Receives(agent, Bench, new MatterEnding.NewCase());
        using var desk = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases);
        using var placing = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases, Right.Triage);
        using var working = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases, Right.WorkOnCases);

        Assert.Equal(403, await Put(desk, second, bench));
        Assert.Equal(403, await Put(placing, second, bench));
        Assert.Equal(403, await Put(desk, other, bench));
        Assert.Equal(2, (await town.Sees(agent, lamp.Reference)).Contacts);

        Assert.Equal(200, await Put(placing, other, bench));
        Assert.Equal(200, await Put(working, second, bench));
        // What stands on no case is anybody's who takes contacts.
        await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(second), agent), Cancel));
        Assert.Equal(200, await Put(desk, second, lamp));

        static async Task<int> Put(HttpClient program, MatterReceipt what, MatterReceipt where)
        {
            using var answer = await program.Post($"cases/{where.CaseReference}/contacts", $$"""{"contact":"{{what.Reference}}"}""");
            return (int)answer.StatusCode;
        }
    }

    [Theory, BothDatabases]
    public async Task An_ending_is_taken_back_by_who_took_the_contact_and_off_a_case_only_by_who_works_on_it_besides(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var host = await town.Somebody(Role.DeskHost);
        var handler = await town.Somebody(Role.Handler);
        var lamp = await town.Receives(agent, Lamp, new MatterEnding.NewCase());
        var second = await town.Receives(agent, Lamp, new MatterEnding.Join(lamp.Case!.Value));
        var third = await town.Receives(agent, Lamp, new MatterEnding.Join(lamp.Case!.Value));
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase());
        using var desk = await town.SignIn(Role.Agent);
        await desk.Open("/intake/klaar/" + second.Reference);
        Assert.Null(desk.Page.QuerySelector("form[action*='handler=Undo']"));
        await desk.Open("/intake/klaar/" + bench.Reference);
        Assert.NotNull(desk.Page.QuerySelector("form[action*='handler=Undo']"));

        Assert.Equal("organisation.forbidden", await Undo(second, host));
        Assert.Equal("organisation.forbidden", await Undo(bench, host));
        Assert.Equal(3, (await town.Sees(agent, lamp.Reference)).Contacts);
        Assert.Null(await Undo(second, agent));
        Assert.Null(await Undo(third, handler));
        // What waits for its place is placed by any agent.
        Assert.Null(await Undo(bench, agent));
        Assert.Equal(1, (await town.Sees(agent, lamp.Reference)).Contacts);

        async Task<string?> Undo(MatterReceipt receipt, Actor by) =>
            (await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, Of(receipt), by), Cancel))).Failure?.Code;
    }

    [Theory, BothDatabases]
    public async Task A_case_is_found_as_it_is_said_on_the_telephone(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, Lamp, new MatterEnding.NewCase());

        foreach (var said in (string[])[lamp.CaseReference!, lamp.Reference, lamp.Reference.ToLowerInvariant().Replace('-', ' '), lamp.Reference[4..]])
            Assert.Equal(lamp.Case, await town.Use<FindCase, CaseId?>(find => find.Handle(said, agent, Cancel)));
        Assert.Null(await town.Use<FindCase, CaseId?>(find => find.Handle("HLM-onzin", agent, Cancel)));
    }

    private static async Task<ReceivedFile> Letter(Town town)
    {
        using var stream = new MemoryStream("Zo ging het."u8.ToArray());
        var received = await town.Use<ReceiveFile, Result<ReceivedFile>>(receive => receive.Handle(stream, "brief.txt", Cancel));
        Assert.True(received.Succeeded, received.Failure?.Code);
        return received.Value;
    }

    private static Reference Of(MatterReceipt receipt) => Reference.TryParse(receipt.Reference, out var reference) ? reference : throw new FormatException(receipt.Reference);
}

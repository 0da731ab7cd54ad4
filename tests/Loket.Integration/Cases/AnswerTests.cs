using System.Net;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>An answer is looked at before it goes to everybody who asked, and names nobody to another.</summary>
public sealed class AnswerTests
{
    private const string Text = "Wij maken de lamp morgen.";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Lamp = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task It_says_how_many_people_are_told_and_how_and_so_it_happens(Database database)
    {
        await using var town = await Town.On(database);
        var (known, handler) = await Asked(town);

        var preview = await Preview(town, known, Text, handler);

        Assert.True(preview.Succeeded, preview.Failure?.Code);
        Assert.Equal((4, 3), (preview.Value.People.Count, preview.Value.Told));
        Assert.Equal([(MessageChannel.Email, 2), (MessageChannel.Sms, 1)], preview.Value.Ways);
        Assert.Empty(preview.Value.MaybeNamed);
        Assert.True((await Send(town, known, Text, handler)).Succeeded);
        Assert.Equal(preview.Value.Told, (await town.MessagesOf(known.Id.Value)).Count(message => message.Kind == MessageKind.Answer));
    }

    [Theory, BothDatabases]
    public async Task What_would_tell_one_about_another_is_refused_in_the_common_part_and_in_anothers_own(Database database)
    {
        await using var town = await Town.On(database);
        var (known, handler) = await Asked(town);
        var jo = known.Participants.First(one => one.Name == "Jo Bakker").Id;
        var an = known.Participants.First(one => one.Name == "An Visser").Id;

        foreach (var leak in (string[])["Ook Jo Bakker vroeg dit.", "Bel 06-23456789 voor meer.", "Zie an@voorbeeld.example."])
        {
            Assert.Equal((leak, "case.names-another"), (leak, (await Preview(town, known, leak, handler)).Failure?.Code));
            Assert.Equal((leak, "case.names-another"), (leak, (await Send(town, known, leak, handler)).Failure?.Code));
        }

        // The failure stands at what one of them alone would read.
        var toAn = (await Preview(town, known, Text, handler, (an, "Jo Bakker belt u."))).Failure;
        Assert.Equal(("case.names-another", $"Own[{known.Participants.First(one => one.Id == an).Reference}]"), (toAn?.Code, toAn?.Field));
        var own = await Preview(town, known, Text, handler, (jo, "Dag Jo Bakker, wij bellen u op 06 23456789."));
        Assert.Equal("Dag Jo Bakker, wij bellen u op 06 23456789.", own.Value.People.Single(one => one.OwnPart is not null).OwnPart);
        Assert.DoesNotContain(await town.MessagesOf(known.Id.Value), message => message.Kind == MessageKind.Answer);
    }

    [Theory, BothDatabases]
    public async Task Whatever_else_is_told_to_everybody_names_nobody_either(Database database)
    {
        await using var town = await Town.On(database);
        var (known, handler) = await Asked(town, new NewMatter("bankje kapot bij de speeltuin"));
        const string leak = "Jo Bakker heeft het ons verteld.";
        var change = new CaseChange(RequestKey.None, known.Id, handler);

        foreach (var named in (string[])[leak, "Dank aan mevrouw Visser."])
        {
            Result<ChangedCase>[] refused =
            [
                await town.Use<AskParticipants, Result<ChangedCase>>(use => use.Handle(change, named, Cancel)),
                await town.Use<SuspendCase, Result<ChangedCase>>(use => use.Handle(change, town.Tenant.Clock.Now().InZone(MunicipalCalendar.Amsterdam).Date.PlusDays(7), named, Cancel)),
                await town.Use<ExtendCase, Result<ChangedCase>>(use => use.Handle(change, NormKind.WorkingDays, 2, named, Cancel)),
                await town.Use<CloseCase, Result<ChangedCase>>(use => use.Handle(change, "solved", true, named, Cancel)),
            ];
            Assert.All(refused, one => Assert.Equal((named, "case.names-another"), (named, one.Failure?.Code)));
        }

        using var page = await town.SignIn(Role.Handler);
        await page.Open("/zaken/" + known.Reference);
        await page.Send(("Close.Result", "solved"), ("Close.Solved", "yes"), ("Close.Explanation", leak));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, leak), (page.Status, page.Value("Close.Explanation")));
        await page.Send(("Close.Result", "solved"), ("Close.Solved", "yes"), ("Close.Explanation", "Het bankje is gemaakt."));
        await page.Send(("Reopen.Reason", leak));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, leak), (page.Status, page.Value("Reopen.Reason")));
        await page.Send(("Reopen.Reason", "Het bankje is weer stuk."));
        Assert.Contains("De zaak is weer open", page.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("[name='Close.Result']"));
        Assert.Contains(await town.MessagesOf(known.Id.Value), message => message.Kind == MessageKind.Reopened);
    }

    [Theory, BothDatabases]
    public async Task A_text_is_as_long_as_somebody_reads_and_what_is_longer_is_refused_at_its_field(Database database)
    {
        await using var town = await Town.On(database);
        var (known, handler) = await Asked(town, new NewMatter("bankje kapot bij de speeltuin"));
        var jo = known.Participants.First(one => one.Name == "Jo Bakker");
        var (longest, longer) = (new string('x', StaffText.Longest), new string('x', StaffText.Longest + 1));
        var change = new CaseChange(RequestKey.None, known.Id, handler);

        Assert.Equal(("text.too-long", "Text"), Refused((await Preview(town, known, longer, handler)).Failure));
        Assert.Equal(("text.too-long", $"Own[{jo.Reference}]"), Refused((await Preview(town, known, Text, handler, (jo.Id, longer))).Failure));
        Assert.Equal(("text.too-long", "Text"), Refused((await Send(town, known, longer, handler)).Failure));
        Assert.Equal(("text.too-long", "Text"), Refused((await town.Use<WriteNote, Result<ChangedCase>>(use => use.Handle(change, longer, Cancel))).Failure));
        Assert.Equal(("text.too-long", "Text"), Refused((await town.Use<AskParticipants, Result<ChangedCase>>(use => use.Handle(change, longer, Cancel))).Failure));
        Assert.Equal(("text.too-long", "Reason"), Refused((await town.Use<ExtendCase, Result<ChangedCase>>(use => use.Handle(change, NormKind.WorkingDays, 2, longer, Cancel))).Failure));
        Assert.Equal(("text.too-long", "Explanation"), Refused((await town.Use<CloseCase, Result<ChangedCase>>(use => use.Handle(change, "solved", true, longer, Cancel))).Failure));
        Assert.DoesNotContain(await town.MessagesOf(known.Id.Value), message => message.Kind == MessageKind.Answer);
        Assert.True((await Send(town, known, longest, handler)).Succeeded);

        static (string?, string?) Refused(Failure? failure) => (failure?.Code, failure?.Field);
    }

    [Theory, BothDatabases]
    public async Task A_last_name_alone_may_be_a_word_and_is_pointed_at_not_refused(Database database)
    {
        await using var town = await Town.On(database);
        var (known, handler) = await Asked(town);

        var preview = await Preview(town, known, "Dank aan Visser.", handler);

        Assert.Equal(["Visser"], preview.Value.MaybeNamed);
        Assert.Empty((await Preview(town, known, "De visser had gelijk.", handler)).Value.MaybeNamed);
        Assert.Equal("case.names-another", (await Preview(town, known, "Dank aan mevrouw Visser.", handler)).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Who_asked_alone_may_read_the_own_name_and_who_may_not_work_on_it_sees_no_preview(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        var receipt = await town.Receives(handler, Lamp, new MatterEnding.NewCase(), new CustomerDetails("Jo Bakker", "+31623456789"));
        var known = await town.Sees(handler, receipt.Reference);

        Assert.Equal(1, (await Preview(town, known, "Dag Jo Bakker, de lamp is gemaakt.", handler)).Value.Told);
        Assert.Empty((await Preview(town, known, "Dag meneer Bakker, de lamp is gemaakt.", handler)).Value.MaybeNamed);
        Assert.Equal(FailureKind.Forbidden, (await Preview(town, known, Text, await town.Somebody(Role.Agent))).Failure?.Kind);
    }

    [Theory, BothDatabases]
    public async Task The_page_says_to_how_many_it_goes_and_keeps_a_text_that_names_another(Database database)
    {
        await using var town = await Town.On(database);
        var (known, _) = await Asked(town);
        using var handler = await town.SignIn(Role.Handler);

        await handler.Open($"/zaken/{known.Reference}/antwoord");
        await handler.Send(("Form.Text", "Ook Jo Bakker vroeg dit."));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Ook Jo Bakker vroeg dit."), (handler.Status, handler.Value("Form.Text")));
        Assert.Contains("Jo Bakker", Assert.Single(handler.Errors), StringComparison.Ordinal);

        await handler.Send(("Form.Text", "Dank aan Visser."));
        Assert.Contains("Dit gaat naar 3 mensen", handler.Text("main"), StringComparison.Ordinal);
        Assert.Contains("e-mail 2, sms 1", handler.Text("main"), StringComparison.Ordinal);
        Assert.Contains("1 mens krijgt niets", handler.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Noemt u een ander?", handler.Text("main"), StringComparison.Ordinal);
        await handler.Send(("Form.Text", "Dank aan Visser."));
        Assert.Contains("Uw antwoord is verstuurd", handler.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_too_long_for_a_text_message_waits_to_be_read_and_who_sends_it_knows(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var handler = await town.SignIn(Role.Handler);
        var longer = string.Join(' ', Enumerable.Repeat(Text, 40));

        // What can't be followed on the website is heard by telephone.
        foreach (var (matter, how) in ((NewMatter, string)[])[(Lamp, "/volgen"), (new NewMatter("Lawaai van de buren", Category: "noise"), "Bel +31123456789 en noem uw kenmerk.")])
        {
            var (known, _) = await Asked(town, matter);
            await handler.Open($"/zaken/{known.Reference}/antwoord");
            await handler.Send(("Form.Text", Text));
            Assert.DoesNotContain("te lang voor een sms", handler.Text("main"), StringComparison.Ordinal);
            await handler.Open($"/zaken/{known.Reference}/antwoord");
            await handler.Send(("Form.Text", longer));
            Assert.Contains("Voor 1 mens is dit te lang voor een sms.", handler.Text("main"), StringComparison.Ordinal);
            await handler.Send(("Form.Text", longer));
            await town.RunJobs();

            var jo = known.Participants.First(one => one.Name == "Jo Bakker").Reference;
            var sms = Assert.Single(mailbox.Http.Texts, text => text.Text.StartsWith($"Over {jo} staat ons antwoord voor u klaar.", StringComparison.Ordinal)).Text;
            Assert.Contains(how, sms, StringComparison.Ordinal);
            Assert.DoesNotContain(Text, sms, StringComparison.Ordinal);
            var told = (await town.MessagesOf(known.Id.Value)).Where(message => message.About.Participant is not null).ToList();
            Assert.Equal(3, told.Count(message => message is { Kind: MessageKind.Answer, State: MessageState.Sent }));
            Assert.DoesNotContain(told, message => message.State == MessageState.Failed || message.Kind == MessageKind.NeutralNotice);
        }
    }

    [Theory, BothDatabases]
    public async Task What_names_another_in_somebodys_own_part_is_refused_beside_that_part_before_and_while_it_is_sent(Database database)
    {
        await using var town = await Town.On(database);
        var (known, _) = await Asked(town);
        using var handler = await town.SignIn(Role.Handler);
        var own = $"Form.Own[{known.Participants.First(one => one.Name == "An Visser").Reference}]";
        const string leak = "Jo Bakker belt u.";

        await handler.Open($"/zaken/{known.Reference}/antwoord");
        await handler.Send(("Form.Text", Text), (own, leak));
        Refused();

        await handler.Send(("Form.Text", Text), (own, ""));
        Assert.Contains("Dit gaat naar 3 mensen", handler.Text("main"), StringComparison.Ordinal);
        await handler.Send(("Form.Text", Text), (own, leak));
        Refused();

        void Refused()
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, Text, leak), (handler.Status, handler.Value("Form.Text"), handler.Value(own)));
            Assert.Equal(own, Assert.Single(handler.Page.QuerySelectorAll("[aria-invalid='true']")).GetAttribute("name"));
            Assert.Contains("Jo Bakker", Assert.Single(handler.Errors), StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Each_of_several_reads_the_own_part_and_nobody_anothers(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var (known, _) = await Asked(town);
        using var handler = await town.SignIn(Role.Handler);
        string Of(string name) => known.Participants.First(one => one.Name == name).Reference;

        await handler.Open($"/zaken/{known.Reference}/antwoord");
        await handler.Send(("Form.Text", Text), ($"Form.Own[{Of("An Visser")}]", "U vroeg ook naar de heg."), ($"Form.Own[{Of("Jo Bakker")}]", "Uw fiets staat bij ons."));
        Assert.Contains("Dit gaat naar 3 mensen", handler.Text("main"), StringComparison.Ordinal);
        await handler.Send(("Form.Text", Text));
        await town.RunJobs();

        string[] read = [AnswerTo("an@voorbeeld.example"), AnswerTo("bo@voorbeeld.example"), Assert.Single(mailbox.Http.Texts, sms => sms.Text.Contains("morgen", StringComparison.Ordinal)).Text];
        Assert.All(read, text => Assert.Contains(Text, text, StringComparison.Ordinal));
        Assert.Equal([true, false, false], read.Select(text => text.Contains("heg", StringComparison.Ordinal)));
        Assert.Equal([false, false, true], read.Select(text => text.Contains("fiets", StringComparison.Ordinal)));

        string AnswerTo(string address) => Assert.Single(mailbox.MailsTo(address).Select(mail => mail.Read().TextBody!), text => text.Contains(Text, StringComparison.Ordinal));
    }

    // Four people: Jo by phone, An and Bo by e-mail, and somebody who left nothing.
    private static async Task<(CaseView Case, Actor Handler)> Asked(Town town, NewMatter? matter = null)
    {
        matter ??= Lamp;
        var handler = await town.Somebody(Role.Handler);
        var jo = new CustomerDetails("Jo Bakker", "+31623456789");
        var first = await town.Receives(handler, matter, new MatterEnding.NewCase(), jo);
        var join = new MatterEnding.Join(first.Case!.Value);
        foreach (var who in (CustomerDetails[])[new("An Visser", Email: "an@voorbeeld.example"), new("Bo Smit", Email: "bo@voorbeeld.example"), new()])
            await town.Receives(handler, matter, join, who);
        return (await town.Sees(handler, first.Reference), handler);
    }

    private static Dictionary<ParticipantId, string> Parts((ParticipantId Person, string Text)[] own) => own.ToDictionary(part => part.Person, part => part.Text);

    private static Task<Result<AnswerPreview>> Preview(Town town, CaseView known, string text, Actor by, params (ParticipantId Person, string Text)[] own) =>
        town.Use<PreviewAnswer, Result<AnswerPreview>>(preview => preview.Handle(known.Id, text, Parts(own), by, Cancel));

    private static Task<Result<ChangedCase>> Send(Town town, CaseView known, string text, Actor by) =>
        town.Use<AnswerCase, Result<ChangedCase>>(answer => answer.Handle(new CaseChange(RequestKey.None, known.Id, by), text, null, Cancel));
}

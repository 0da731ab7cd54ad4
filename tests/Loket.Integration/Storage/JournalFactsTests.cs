using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Integration.Residents;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Storage;

/// <summary>The facts of the journal can't be erased, so nothing of a person may stand among them.</summary>
public sealed class JournalFactsTests
{
    private const string Name = "Zwaluwstaart";
    private const string Word = "kastanjebruin";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string[] Typed = [Name, Word, "zwaluw@voorbeeld", "12399871", "volger@voorbeeld"];

    private static readonly string[] WithWords =
    [
        "case.answered", "case.asked", "case.closed", "case.danger-found", "case.danger-lifted", "case.extended", "case.noted", "case.participant-wrote", "case.reopened",
        "case.suspended", "contact.matter-ended", "handover.asked-back", "handover.answered", "handover.done", "handover.offered", "handover.progressed", "handover.taken-back",
    ];

    [Theory, BothDatabases]
    public async Task What_people_are_called_and_what_they_typed_stands_apart_and_never_among_the_facts(Database database)
    {
        await using var town = await Town.On(database);
        using var handler = await town.SignIn(Role.Handler);
        var reference = await Calls(handler, ("Form.Category", "vermin"), ("ending", "new"));
        await Calls(handler, ("Form.Answer", $"De vacht is {Word}."), ("ending", "answered"));
        await WorksOn(town, handler, reference);
        await HandsOver(town, handler, reference);
        await Ends(handler, reference);
        await Follows(town);
        await town.RunJobs();

        await using var db = town.Open();
        var facts = await db.Database.SqlQueryRaw<string>("SELECT kind || ' ' || data AS \"Value\" FROM journal_entries").ToListAsync(Cancel);
        Assert.All(facts, one => Assert.DoesNotContain(Typed, typed => one.Contains(typed, StringComparison.OrdinalIgnoreCase)));
        var apart = await db.Database.SqlQueryRaw<string>(
            "SELECT DISTINCT e.kind AS \"Value\" FROM journal_entries AS e JOIN journal_personal AS p ON p.entry_id = e.id WHERE p.data LIKE {0}", $"%{Word}%").ToListAsync(Cancel);
        Assert.Equal(WithWords.Order(StringComparer.Ordinal), apart.Order(StringComparer.Ordinal));
    }

    private static async Task<string> Calls(Visitor by, params (string, string)[] fields)
    {
        await by.Open("/intake");
        await by.Send(
        [
            ("Form.Subject", $"Een {Word} beest bij {Name}"), ("Form.Text", $"Het is {Word} en piept."), ("Form.Name", "Q. " + Name), ("Form.Phone", "06 12399871"),
            ("Form.Email", "zwaluw@voorbeeld.example"), ("Form.ReplyBy", "Email"), ("Form.Address", Name + "straat 1\n2131 AA Hoofddorp"), ("Form.Area", "hoofddorp"), .. fields,
        ]);
        Assert.Empty(by.Errors);
        return by.Text(".loket-confirmation .loket-reference");
    }

    private static async Task WorksOn(Town town, Visitor handler, string reference)
    {
        await handler.Open("/zaken/" + reference);
        await handler.Send(("Note.Text", $"Notitie: {Word}."));
        await handler.Send(("Ask.Text", $"Is het {Word}?"));
        var until = town.Tenant.Clock.Now().InZone(MunicipalCalendar.Amsterdam).Date.PlusDays(5);
        await handler.Send(("Pause.Until.Day", $"{until.Day}"), ("Pause.Until.Month", $"{until.Month}"), ("Pause.Until.Year", $"{until.Year}"), ("Pause.Reason", $"Wachten op {Word}."));
        await handler.Follow(handler.Pressed("Resume"));
        await handler.Send(("Extend.Amount", "2"), ("Extend.Reason", $"Het blijkt {Word}."));
        await handler.Send(("Warn.Reason", $"Gevaar: {Word}."));
        await handler.Send(("Lift.Reason", $"Toch niet {Word}."));
        Assert.Empty(handler.Errors);
    }

    private static async Task HandsOver(Town town, Visitor handler, string reference)
    {
        foreach (var ending in (string[])["back", "done"])
        {
            var partner = handler.Page.QuerySelectorAll("[name='HandOver.Partner'] option")[1].GetAttribute("value")!;
            await handler.Send(("HandOver.Partner", partner), ("HandOver.Question", $"Is het {Word}?"));
            if (ending == "back") await handler.Send(("Back.Reason", $"Het was {Word}."));
            Assert.Empty(handler.Errors);
        }

        var handover = (await town.Use<OpenCase, Result<CaseView>>(cases => cases.Handle(reference, Actor.System, "test", Cancel))).Value
            .Handovers.Single(one => one.State == HandoverState.Offered).Id;
        await Replies(new PartnerReply.AskBack($"Waar is het {Word}?"));
        await handler.Open("/zaken/" + reference);
        await handler.Send(("Tell.Text", $"Overal {Word}."));
        await Replies(new PartnerReply.Progress("W-1", null, $"Wij zien {Word}."));
        await Replies(new PartnerReply.Finish($"Niets {Word} meer.", Solved: false));
        await handler.Open("/zaken/" + reference);

        async Task Replies(PartnerReply reply) => Assert.Null((await town.Use<ReplyToHandover, Result<Done>>(replies =>
            replies.Handle(new ReplyToHandover.Request(RequestKey.None, handover, Actor.System, reply), Cancel))).Failure);
    }

    private static async Task Ends(Visitor handler, string reference)
    {
        await handler.Open($"/zaken/{reference}/antwoord");
        await handler.Send(("Form.Text", $"Het is {Word}."));
        await handler.Send(("Form.Text", $"Het is {Word}."));
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"), ("Close.Explanation", $"Niet meer {Word}."));
        await handler.Send(("Reopen.Reason", $"Weer {Word}."));
        Assert.Empty(handler.Errors);
    }

    private static async Task Follows(Town town)
    {
        using var resident = new Visitor(town.Client());
        var reference = await resident.Sends($"Lantaarnpaal 118-042 is {Word}", "118-042", "volger@voorbeeld.example");
        Assert.True(Reference.TryParse(reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));
        await resident.Open("/volgen");
        await resident.Send(("Form.Reference", reference), ("way", "pin"));
        await resident.Send(("Form.Code", pin.Value));
        await resident.Send(("Form.Text", $"Nog steeds {Word}."));
        Assert.Contains("Uw bericht is verstuurd", resident.Text("main"), StringComparison.Ordinal);
    }
}

using System.Net;
using Loket.Cases.Tasks;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What has to be done in cases of a kind comes onto them by itself, is done or skipped on the case, and holds up the end where it must.</summary>
public sealed class TaskTests
{
    private static readonly NewMatter Pavement = new("stoeptegel los", Category: "pavement", Place: new Place { Text = "bij de speeltuin", Area = "nieuwemeer" });

    [Theory, BothDatabases]
    public async Task Tasks_come_by_themselves_one_after_the_other_and_the_case_ends_after_them(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        await SetUp(town);
        var opened = await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + opened.CaseReference);
        await handler.Follow(handler.Pressed("Take"));
        Assert.Equal(["Staat er een boom?"], await Open(town, opened));

        // It holds up the end, until it is answered; the answer brings the next.
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Equal((HttpStatusCode.Conflict, "Rond eerst af wat klaar moet zijn voor het sluiten, of sla het over. Nog open: 1."), (handler.Status, Assert.Single(handler.Errors)));
        await handler.Send(("Finish.Answer", "yes"));
        Assert.Contains("De taak is klaar", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal(["Wortel kappen"], await Open(town, opened));

        // Without a reason it is not skipped.
        var task = handler.Page.QuerySelectorAll("[name='Skip.Task'] option").Last().GetAttribute("value")!;
        await handler.Send(("Skip.Task", task), ("Skip.Reason", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Schrijf op waarom."), (handler.Status, Assert.Single(handler.Errors)));
        await handler.Send(("Skip.Task", task), ("Skip.Reason", "De boom is al weg."));
        Assert.Contains("De boom is al weg.", handler.Text("main"), StringComparison.Ordinal);
        Assert.Empty(await Open(town, opened));
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Equal(HttpStatusCode.OK, handler.Status);
    }

    [Theory, BothDatabases]
    public async Task A_task_after_one_that_stands_behind_it_is_refused_at_its_field(Database database)
    {
        await using var town = await Town.On(database);
        await SetUp(town);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[0].After", "t-wortel-kappen"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.Equal("#Form_Tasks_0__After", administrator.Page.QuerySelector(".loket-error-summary a")!.GetAttribute("href"));
    }

    private static async Task<IEnumerable<string>> Open(Town town, MatterReceipt matter)
    {
        var view = await town.Sees(Actor.System, matter.Reference);
        return view.Tasks.Where(task => task.State == TaskState.Open).Select(task => task.Nl);
    }

    private static async Task SetUp(Town town)
    {
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[0].Nl", "Staat er een boom?"), ("Form.Tasks[0].En", "Is there a tree?"), ("Form.Tasks[0].IsQuestion", "true"), ("Form.Tasks[0].BeforeClosing", "true"));
        Assert.Empty(administrator.Errors);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[1].Nl", "Wortel kappen"), ("Form.Tasks[1].En", "Cut the root"), ("Form.Tasks[1].After", "t-staat-er-een-boom- yes"), ("Form.Tasks[1].BeforeClosing", "true"));
        Assert.Empty(administrator.Errors);
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Dit is nu in gebruik", administrator.Text("main"), StringComparison.Ordinal);
    }
}

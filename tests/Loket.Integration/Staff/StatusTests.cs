using System.Net;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Follow;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>How it stands, told by telephone or at a desk after control questions (row A11).</summary>
public sealed class StatusTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Lamp = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task Two_right_answers_give_the_words_of_the_page_for_following_and_a_line_on_the_timeline(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var taker = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(taker, Lamp, new MatterEnding.NewCase(), new CustomerDetails("B. Eller", "+31612345678", "beller@voorbeeld.example", "Dorpsstraat 1\n1431 AA Aalsmeer"));
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open("/zaken/" + lamp.CaseReference);
        await agent.Open(agent.Page.QuerySelector("a[href$='/stand']")!.GetAttribute("href")!);
        Assert.Equal(6, agent.Page.QuerySelectorAll("[name='Form.Answered']").Length);
        var asked = agent.Text("main form");
        Assert.Contains("Goed is: 5678", asked, StringComparison.Ordinal);
        Assert.Contains("Goed is: b…@voorbeeld.example", asked, StringComparison.Ordinal);
        Assert.Contains("3 maart 2026", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", asked, StringComparison.Ordinal);
        Assert.Empty(agent.Page.QuerySelectorAll("#say"));

        foreach (var tooLittle in (string[][])[[""], ["Phone"], ["Phone", "Phone"], ["Phone", "onzin"]])
        {
            await agent.Send([.. tooLittle.Select(question => ("Form.Answered", question))]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
            Assert.Contains("Kruis minstens 2 vragen aan", Assert.Single(agent.Errors), StringComparison.Ordinal);
            Assert.Empty(agent.Page.QuerySelectorAll("#say"));
        }

        await agent.Send(("Form.Answered", "Phone"), ("Form.Answered", "Place"));
        var view = await town.Sees(taker, lamp.Reference);
        Assert.Contains(await Followed(town, taker, lamp.Reference), agent.Text("#say"), StringComparison.Ordinal);
        Assert.Contains("Uiterlijk", agent.Text("#say"), StringComparison.Ordinal);
        var told = Assert.Single((await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(view.Id.Value, Audience.Audit, 50, null, Cancel))).Select(line => line.Happened).OfType<StatusTold>());
        Assert.Equal([ControlQuestion.Place, ControlQuestion.Phone], told.Questions);
        Assert.Equal((view.Participants[0].Id, view.Participants[0].Customer), (told.Participant, told.Customer));

        await agent.Open("/zaken/" + lamp.CaseReference);
        Assert.Contains("Verteld hoe het staat, na vragen over de plek en het telefoonnummer", agent.Text(".loket-timeline"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_wrote_in_English_is_told_in_English_and_who_gave_no_name_has_a_reference_and_a_day(Database database)
    {
        await using var town = await Town.On(database);
        var taker = await town.Somebody(Role.Agent);
        var english = await town.Receives(taker, new NewMatter("The kerb is loose"), new MatterEnding.NewCase(), new CustomerDetails("A. Broad", Language: "en"));
        var nobody = await town.Receives(taker, new NewMatter("Stoep ligt scheef"), new MatterEnding.NewCase());
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open($"/contact/{english.Reference}/stand");
        await agent.Send(("Form.Answered", "Reference"), ("Form.Answered", "Day"));
        Assert.Contains("We received this.", agent.Text("#say[lang=en]"), StringComparison.Ordinal);
        await agent.Open($"/contact/{nobody.Reference}/stand");
        Assert.Equal(["Reference", "Day"], agent.Page.QuerySelectorAll("[name='Form.Answered']").Select(box => box.GetAttribute("value")));
    }

    [Theory, BothDatabases]
    public async Task Of_what_is_sensitive_only_its_group_tells_and_who_sees_no_people_tells_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var taker = await town.Somebody(Role.Agent);
        var debt = await town.Receives(taker, new NewMatter("Schulden lopen op", Category: "debt"), new MatterEnding.NewCase(), new CustomerDetails("S. Stil", "+31612349876"));
        var lamp = await town.Receives(taker, Lamp, new MatterEnding.NewCase());
        using var agent = await town.SignIn(Role.Agent);
        using var host = await town.SignIn(Role.CoHost);

        await agent.Open($"/contact/{debt.Reference}/stand");
        Assert.Equal(HttpStatusCode.NotFound, agent.Status);
        await agent.Open($"/contact/{lamp.Reference}/stand");
        using (var form = agent.Filled(("Form.Answered", "Reference"), ("Form.Answered", "Day")))
        {
            form.RequestUri = new Uri($"/contact/{debt.Reference}/stand", UriKind.Relative);
            await agent.Follow(form);
            Assert.Equal(HttpStatusCode.NotFound, agent.Status);
        }

        await host.Open($"/contact/{lamp.Reference}/stand");
        Assert.Equal(HttpStatusCode.Forbidden, host.Status);
        var insider = await town.Somebody(Role.Handler, Loket.Demo.Town.TeamKeys.IncomeAndDebt);
        Assert.Equal("Schulden lopen op", (await town.Use<TellStatus, Result<StatusToTell>>(tell => tell.Open(debt.Reference, insider, Cancel))).Value.Matter.Subject);
    }

    private static async Task<string> Followed(Town town, Actor by, string reference)
    {
        Assert.True(Reference.TryParse(reference, out var matter));
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, by), Cancel));
        using var resident = new Visitor(town.Client());
        await resident.Open("/volgen");
        await resident.Send(("Form.Reference", reference), ("way", "pin"));
        await resident.Send(("Form.Code", pin.Value));
        Assert.Equal("/volgen/zaak", resident.Address);
        return resident.Text(".loket-lead");
    }
}

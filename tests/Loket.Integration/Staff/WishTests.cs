using System.Net;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>By which way each kind of message goes, set by staff for a resident.</summary>
public sealed class WishTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Lamp = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task An_agent_sets_how_a_resident_hears_by_kind_of_message_and_at_which_desk_it_waits(Database database)
    {
        await using var town = await Town.On(database);
        var taker = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(taker, Lamp, new MatterEnding.NewCase(), new CustomerDetails("W. Ens", "+31612345678", "w@example.nl"), MessageChannel.Email);
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open("/zaken/" + lamp.CaseReference);
        await agent.Open(agent.Page.QuerySelector("a[href$='/berichten'][href^='/contact/']")!.GetAttribute("href")!);
        Assert.Equal(("Email", "Email"), (agent.Value("Wish.News"), agent.Value("Wish.Answer")));
        Assert.Contains("W. Ens", agent.Text(".loket-lead"), StringComparison.Ordinal);
        await agent.Send(("Wish.News", "Sms"), ("Wish.Answer", "Desk:zwanenburg"));

        Assert.Equal(("Email", "Sms", "Desk:zwanenburg"), (agent.Value("Wish.Receipt"), agent.Value("Wish.News"), agent.Value("Wish.Answer")));
        var customer = (await town.Sees(taker, lamp.Reference)).Participants[0].Customer!.Value;
        var written = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(customer.Value, Audience.Audit, 50, null, Cancel));
        Assert.Contains(written, line => line.Happened is CustomerLookedAt { Purpose: "wishes" });
        Assert.Contains(written, line => line.Happened is PreferenceSet { Kind: MessageKind.Answer, Channel: MessageChannel.Desk, Desk: "zwanenburg" });

        await agent.Open("/zaken/" + lamp.CaseReference);
        await town.Use<Loket.Cases.Handling.AnswerCase, Result<Loket.Cases.Handling.ChangedCase>>(answer => answer.Handle(
            new Loket.Cases.Handling.CaseChange(RequestKey.None, lamp.Case!.Value, Actor.System), "De lamp is weer aan.", null, Cancel));
        Assert.Single((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.AtDesk("zwanenburg", Actor.System, Cancel))).Value);
        await agent.Open("/berichten/balie");
        Assert.Contains("Zwanenburg", agent.Text("main tbody"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Only_what_reaches_a_resident_can_be_chosen_and_only_by_who_sees_people(Database database)
    {
        await using var town = await Town.On(database);
        var taker = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(taker, Lamp, new MatterEnding.NewCase(), new CustomerDetails("W. Ens", Email: "w@example.nl"), MessageChannel.Email);
        var nobody = await town.Receives(taker, Lamp, new MatterEnding.NewCase());
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open($"/contact/{lamp.Reference}/berichten");
        foreach (var wrong in new[] { "Sms", "Desk:nergens", "Chat", "onzin" })
        {
            await agent.Send(("Wish.Question", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
            Assert.Single(agent.Errors);
        }

        await agent.Open($"/contact/{nobody.Reference}/berichten");
        Assert.Empty(agent.Page.QuerySelectorAll("main form"));
        using var host = await town.SignIn(Role.CoHost);
        await host.Open($"/contact/{lamp.Reference}/berichten");
        Assert.Equal(HttpStatusCode.Forbidden, host.Status);
    }
}

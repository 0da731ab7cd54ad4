using Loket.Cases;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

public sealed class HandoverTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter LampOut = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task A_silent_partner_is_chased_twice_and_then_our_own_people_are_told(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, LampOut, new MatterEnding.NewCase());

        foreach (var _ in Enumerable.Range(0, 10)) await town.Pass(Duration.FromDays(2));

        var view = await town.Sees(agent, lamp.Reference);
        Assert.Equal((CaseStatus.WithPartner, 2), (view.Status, view.Handovers[0].Chased));
        var messages = await town.MessagesOf(view.Id.Value);
        Assert.Equal(2, messages.Where(message => message.Kind == MessageKind.PartnerChase).Select(message => message.QueuedAt).Distinct().Count());
        Assert.Contains(messages, message => message.Kind == MessageKind.StaffEscalation);
    }

    [Theory, BothDatabases]
    public async Task A_refusal_goes_back_to_routing_without_this_partner(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, LampOut, new MatterEnding.NewCase());
        var first = (await town.Sees(agent, lamp.Reference)).Handovers[0];

        await Reply(town, first, new PartnerReply.Refuse("Dit is niet onze lamp."));
        var after = await town.Sees(agent, lamp.Reference);

        Assert.NotEqual(first.Partner, after.Partner);
        Assert.True(after.Status != CaseStatus.Closed);
        Assert.Equal(HandoverState.Refused, after.Handovers.Single(one => one.Id == first.Id).State);
    }

    [Theory, BothDatabases]
    public async Task What_the_partner_reports_reaches_everybody_by_their_own_channel_once(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, LampOut, new MatterEnding.NewCase(), new CustomerDetails("A. Bewoner", Email: "een@example.nl"), MessageChannel.Email);
        await town.Receives(agent, LampOut, new MatterEnding.Join(lamp.Case!.Value), new CustomerDetails("B. Bewoner", Phone: "+31612345678"), MessageChannel.Sms);
        var handover = (await town.Sees(agent, lamp.Reference)).Handovers[0];

        await Reply(town, handover, new PartnerReply.Accept("JOB-7", new LocalDate(2026, 3, 10)));
        await Reply(town, handover, new PartnerReply.Finish("De lamp is vervangen.", Solved: true));
        await town.RunJobs();

        var view = await town.Sees(agent, lamp.Reference);
        Assert.Equal((CaseStatus.Closed, true), (view.Status, view.Solved));
        var closed = (await town.MessagesOf(view.Id.Value)).Where(message => message.Kind == MessageKind.Closed).ToList();
        Assert.Equal([MessageChannel.Email, MessageChannel.Sms], closed.Select(message => message.Channel).Order());
        Assert.Equal(2, closed.Select(message => message.About.Participant).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task Another_partner_can_do_nothing_with_this_handover(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, LampOut, new MatterEnding.NewCase());
        var handover = (await town.Sees(agent, lamp.Reference)).Handovers[0];
        var other = (await town.Use<PartnerDirectory, IReadOnlyList<PartnerCard>>(partners => partners.All(Cancel))).First(partner => partner.Id != handover.Partner);

        var result = await town.Use<ReplyToHandover, Result<Done>>(reply => reply.Handle(
            new ReplyToHandover.Request(RequestKey.None, handover.Id, new Actor(new Who(WhoKind.Partner), [], [], [], other.Id), new PartnerReply.Accept(null, null)), Cancel));

        Assert.Equal("handover.not-found", result.Failure?.Code);
    }

    private static async Task Reply(Town town, HandoverView handover, PartnerReply reply)
    {
        var by = new Actor(new Who(WhoKind.Partner, handover.Partner.Value), [], [], [], handover.Partner);
        var result = await town.Use<ReplyToHandover, Result<Done>>(use => use.Handle(new ReplyToHandover.Request(RequestKey.None, handover.Id, by, reply), Cancel));
        Assert.True(result.Succeeded, result.Failure?.Code);
    }
}

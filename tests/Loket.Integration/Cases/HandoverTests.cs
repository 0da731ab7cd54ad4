using System.Text.RegularExpressions;
using Loket.Cases;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

public sealed partial class HandoverTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter LampOut = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task A_refusal_goes_back_to_routing_without_this_partner(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var (contractor, grid) = (await Partner(town, "street-light-contractor"), await Partner(town, "grid-operator"));
        var team = (await town.Use<TeamDirectory, TeamCard?>(teams => teams.Find(TeamKeys.Lighting, Cancel)))!.Id;
        var set = await town.Use<SetUpCases, Result<Done>>(setUp => setUp.Handle(new SetUpCases.Request([], [],
        [
            new RuleDetails(new Target(null, null, contractor), "street-light", Question: "Wilt u dit maken?"),
            new RuleDetails(new Target(null, null, grid), "street-light", Question: "Of u?"),
            new RuleDetails(new Target(team, null, null), "street-light"),
        ], Actor.System), Cancel));
        Assert.True(set.Succeeded, set.Failure?.Code);
        var lamp = await town.Receives(agent, LampOut, new MatterEnding.NewCase());
        var first = (await town.Sees(agent, lamp.Reference)).Handovers[0];
        Assert.Equal(contractor, first.Partner);

        await Reply(town, first, new PartnerReply.Refuse("Dit is niet onze lamp."));
        var after = await town.Sees(agent, lamp.Reference);
        Assert.Equal((grid, CaseStatus.WithPartner, null), (after.Partner, after.Status, after.TriageReason));
        Assert.Equal(HandoverState.Refused, after.Handovers.Single(one => one.Id == first.Id).State);

        // A second refusal is for a person to look at, though a rule for a team would fit.
        await Reply(town, after.Handovers.Single(one => one.State == HandoverState.Offered), new PartnerReply.Refuse("De kabel is heel."));
        var triage = await town.Sees(agent, lamp.Reference);
        Assert.Equal((null, null, CaseStatus.Received, TriageReason.RefusedTwice), (triage.Partner, triage.Team, triage.Status, triage.TriageReason));
    }

    [Theory, BothDatabases]
    public async Task Staff_and_residents_read_with_whom_it_is_and_since_which_day(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var lamp = await town.Receives(agent, LampOut, new MatterEnding.NewCase(), new CustomerDetails("A. Een", Email: "een@example.nl"));
        var partner = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find("street-light-contractor", Cancel)))!.Name;
        await town.Pass(Duration.FromDays(1));
        await town.Receives(agent, LampOut, new MatterEnding.Join(lamp.Case!.Value), new CustomerDetails("B. Twee", Email: "twee@example.nl"));
        await town.RunJobs();

        var joined = Assert.Single(mailbox.MailsTo("twee@example.nl"), mail => mail.Read().Subject!.Contains("bekend", StringComparison.Ordinal)).Read().TextBody!;
        Assert.Contains($"Dit ligt sinds dinsdag 3 maart bij {partner}.", joined, StringComparison.Ordinal);

        using var staff = await town.SignIn(Role.Handler);
        await staff.Open("/zaken/" + lamp.CaseReference);
        Assert.StartsWith($"Sinds 3 maart 2026 bij {partner}.", staff.Text("#state"), StringComparison.Ordinal);

        using var resident = new Visitor(town.Client());
        await resident.Open("/volgen");
        await resident.Send(("Form.Reference", lamp.Reference), ("way", "code"));
        await town.RunJobs();
        var code = mailbox.MailsTo("een@example.nl").Select(mail => Code().Match(mail.Read().TextBody!)).Last(match => match.Success).Value;
        await resident.Send(("Form.Code", code));
        Assert.Contains($"Dit ligt sinds dinsdag 3 maart bij {partner}.", resident.Text("main"), StringComparison.Ordinal);
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

    [GeneratedRegex(@"\b[0-9]{6}\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Code();

    private static async Task<PartnerId> Partner(Town town, string key) =>
        (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(key, Cancel)))!.Id;

    private static async Task Reply(Town town, HandoverView handover, PartnerReply reply)
    {
        var by = new Actor(new Who(WhoKind.Partner, handover.Partner.Value), [], [], [], handover.Partner);
        var result = await town.Use<ReplyToHandover, Result<Done>>(use => use.Handle(new ReplyToHandover.Request(RequestKey.None, handover.Id, by, reply), Cancel));
        Assert.True(result.Succeeded, result.Failure?.Code);
    }
}

using Loket.Cases;
using Loket.Cases.Colleagues;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class ColleagueRulesTests
{
    private static readonly ColleagueThen Reminding = new(Remind: true);
    private static readonly ColleagueFacts Lamp = new(
        Ids.New<CaseId>(), "PLD-1", "report", "street-light", "traffic", ["nieuwemeer", "noord"], Channel.Web, "lamp brandt niet\nAl een week donker", KnownCustomer: true, Danger: false, IsPaper: false,
        SensitiveGroup: null, HasHandler: false, WithPartner: false, IsClosed: false, CustomerKind: CustomerKind.Person, Stage: CaseStatus.Received, Kind: ResidentKind.Report,
        AssetOwner: "liander", Asking: 3);

    public static TheoryData<ColleagueIf, ColleagueVerdict> Conditions => new()
    {
        { new ColleagueIf(), ColleagueVerdict.Fits },
        { new ColleagueIf("street-light", "traffic", "report", "noord", Channel.Web, true, false, true), ColleagueVerdict.Fits },
        { new ColleagueIf("pavement"), ColleagueVerdict.OtherSubject },
        { new ColleagueIf(Group: "youth"), ColleagueVerdict.OtherSubject },
        { new ColleagueIf(CaseType: "objection"), ColleagueVerdict.OtherSubject },
        { new ColleagueIf(Area: "zuid"), ColleagueVerdict.OtherArea },
        { new ColleagueIf(Channel: Channel.Phone), ColleagueVerdict.OtherChannel },
        { new ColleagueIf(KnownCustomer: false), ColleagueVerdict.OtherCustomer },
        { new ColleagueIf(Danger: true), ColleagueVerdict.OtherDanger },
        { new ColleagueIf { CustomerKind = CustomerKind.Person, Stage = CaseStatus.Received, Kind = ResidentKind.Report, AssetOwner = "liander", FewestAsking = 3 }, ColleagueVerdict.Fits },
        { new ColleagueIf { CustomerKind = CustomerKind.Company }, ColleagueVerdict.OtherCustomer },
        { new ColleagueIf { Stage = CaseStatus.WaitingForResident }, ColleagueVerdict.OtherField },
        { new ColleagueIf { Kind = ResidentKind.Idea }, ColleagueVerdict.OtherField },
        { new ColleagueIf { AssetOwner = "municipality" }, ColleagueVerdict.OtherField },
        { new ColleagueIf { FewestAsking = 4 }, ColleagueVerdict.OtherField },
        { new ColleagueIf { Words = ["fiets", "donker"] }, ColleagueVerdict.Fits },
        { new ColleagueIf { Words = ["fiets"] }, ColleagueVerdict.OtherWords },
    };

    [Theory, MemberData(nameof(Conditions))]
    public void A_case_is_for_it_where_all_that_is_asked_is_so(ColleagueIf asked, ColleagueVerdict verdict) => Assert.Equal(verdict, Judge(asked, Reminding, Lamp).Verdict);

    [Fact]
    public void What_has_ended_and_what_is_another_groups_secret_is_left_alone()
    {
        Assert.Equal(ColleagueVerdict.Closed, Judge(new ColleagueIf(), Reminding, Lamp with { IsClosed = true }).Verdict);
        Assert.Equal(ColleagueVerdict.OtherGroup, Judge(new ColleagueIf(), Reminding, Lamp with { SensitiveGroup = "debt" }).Verdict);
        Assert.Equal(ColleagueVerdict.OtherGroup, Judge(new ColleagueIf(), Reminding, Lamp, "debt").Verdict);
        Assert.Equal(ColleagueVerdict.Fits, Judge(new ColleagueIf(), Reminding, Lamp with { SensitiveGroup = "debt" }, "debt").Verdict);
    }

    [Fact]
    public void A_formal_paper_is_for_people_and_gets_no_message_or_subject()
    {
        var then = new ColleagueThen(Acknowledge: true, Subject: "pavement", Team: Ids.New<TeamId>(), Status: "s-a", Remind: true, Message: Ids.New<TextModuleId>(), Ask: Ids.New<TextModuleId>(), Chat: Ids.New<TeamId>());

        Assert.Equal([ColleagueAct.Remind, ColleagueAct.Chat], Judge(new ColleagueIf(), then, Lamp with { IsPaper = true }).Acts);
        Assert.Equal(ColleagueVerdict.NothingToDo, Judge(new ColleagueIf(), new ColleagueThen(Acknowledge: true), Lamp with { IsPaper = true }).Verdict);
    }

    [Fact]
    public void What_somebody_has_or_a_partner_is_not_taken_from_them()
    {
        var then = new ColleagueThen(Subject: "pavement", Team: Ids.New<TeamId>(), Remind: true);

        Assert.Equal([ColleagueAct.SetSubject, ColleagueAct.Route, ColleagueAct.Remind], Judge(new ColleagueIf(), then, Lamp).Acts);
        Assert.Equal([ColleagueAct.Remind], Judge(new ColleagueIf(), then, Lamp with { HasHandler = true }).Acts);
        Assert.Equal([ColleagueAct.Remind], Judge(new ColleagueIf(), then, Lamp with { WithPartner = true }).Acts);
        Assert.Equal(ColleagueVerdict.Taken, Judge(new ColleagueIf(Unassigned: true), then, Lamp with { HasHandler = true }).Verdict);
    }

    [Fact]
    public void One_that_sets_itself_off_is_found_and_so_is_a_circle()
    {
        var routes = Colleague("Verdeler", ColleagueWhen.StatusSet, new ColleagueThen(Team: Ids.New<TeamId>()));
        var sets = Colleague("Zetter", ColleagueWhen.Placed, new ColleagueThen(Status: "s-a"));
        var reminds = Colleague("Herinneraar", ColleagueWhen.Placed, Reminding);

        Assert.True(ColleagueLoops.IsOwn(routes with { When = ColleagueWhen.Placed }));
        Assert.False(ColleagueLoops.IsOwn(routes));
        Assert.Equal(["Zetter"], ColleagueLoops.Around(routes, [reminds, sets]).Select(one => one.Name));
        Assert.Empty(ColleagueLoops.Around(routes, [reminds]));
        Assert.Empty(ColleagueLoops.Around(reminds, [routes, sets]));
    }

    private static ColleagueDecision Judge(ColleagueIf asked, ColleagueThen then, ColleagueFacts facts, string? group = null)
    {
        var details = new ColleagueDetails("Proef", ColleagueWhen.CameIn, 0, asked, then, 20, group);
        return ColleagueRules.Judge(details, ColleagueRules.WordsOf(details), facts);
    }

    private static ColleagueDetails Colleague(string name, ColleagueWhen when, ColleagueThen then) => new(name, when, 0, new ColleagueIf(), then, 20);
}

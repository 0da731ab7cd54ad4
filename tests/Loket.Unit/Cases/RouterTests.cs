using Loket.Cases;
using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Organisation;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class RouterTests
{
    private static readonly TeamId Lighting = Ids.New<TeamId>();
    private static readonly TeamId North = Ids.New<TeamId>();
    private static readonly PartnerId Contractor = Ids.New<PartnerId>();
    private static readonly PartnerId GridOperator = Ids.New<PartnerId>();

    private static readonly RuleView[] Rules =
    [
        Rule(10, category: "lamp-out", owner: "grid-operator", partner: GridOperator),
        Rule(20, category: "lamp-out", owner: RoutingSubject.Municipality, partner: Contractor),
        Rule(30, category: "lamp-out", team: Lighting),
        Rule(40, area: "north", team: North),
    ];

    [Theory]
    [InlineData("grid-operator", 10)]
    [InlineData("municipality", 20)]
    [InlineData(null, 30)]
    public void The_owner_of_the_object_decides_before_the_subject(string? owner, int ordinal)
    {
        var route = Router.Find(Subject("lamp-out", owner), Rules);

        Assert.Equal(ordinal, route.Rule?.Ordinal);
    }

    [Fact]
    public void A_partner_that_refused_is_passed_over_and_the_reason_is_shown()
    {
        var route = Router.Find(Subject("lamp-out", "municipality") with { Excluded = [Contractor] }, Rules);

        Assert.Equal(30, route.Rule?.Ordinal);
        Assert.Equal(RuleVerdict.PartnerRefused, route.Tried.Single(tried => tried.Rule.Ordinal == 20).Verdict);
    }

    [Fact]
    public void Two_refusals_bring_it_to_a_person() =>
        Assert.Null(Router.Find(Subject("lamp-out", "municipality") with { Excluded = [Contractor, GridOperator] }, Rules).Rule);

    [Fact]
    public void An_area_that_holds_the_area_counts() =>
        Assert.Equal(40, Router.Find(Subject("bench", null), Rules).Rule?.Ordinal);

    [Fact]
    public void No_rule_that_fits_is_no_answer_but_shows_what_was_tried()
    {
        var route = Router.Find(Subject(null, null) with { Areas = [] }, Rules);

        Assert.Null(route.Rule);
        Assert.Equal(Rules.Length, route.Tried.Length);
    }

    [Theory]
    [InlineData(RuleTime.WorkingTime, true, true)]
    [InlineData(RuleTime.WorkingTime, false, false)]
    [InlineData(RuleTime.OutsideWorkingTime, false, true)]
    [InlineData(RuleTime.OutsideWorkingTime, true, false)]
    public void A_rule_can_be_for_office_hours_or_for_the_rest(RuleTime time, bool working, bool fits)
    {
        var rule = Rule(10, team: Lighting) with { Time = time };

        Assert.Equal(fits, Router.Find(Subject("bench", null) with { InWorkingTime = working }, [rule]).Rule is not null);
    }

    private static RoutingSubject Subject(string? category, string? owner) =>
        new(category, null, null, ["nieuwemeer", "badhoevedorp", "north"], owner, false, true, []);

    private static RuleView Rule(int ordinal, string? category = null, string? owner = null, string? area = null, TeamId? team = null, PartnerId? partner = null) =>
        new(Ids.New<RoutingRuleId>(), ordinal, category, null, null, area, owner, null, RuleTime.Always, new Target(team, null, partner), null, true);
}

using Loket.Cases;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class TypeDifferencesTests
{
    private static readonly ResultType Solved = new("solved", "Wij hebben het opgelost.", "We solved it.", Solved: true, RetentionYears: 1);
    private static readonly ResultType Refused = new("refused", "Wij doen dit niet.", "We will not do this.", Solved: false, RetentionYears: 5);
    private static readonly CaseTypeDetails Live = new("report", "Melding", "Report", Confidentiality.Low, Norm.WorkingDays(5), [Solved, Refused]);

    [Fact]
    public void What_is_the_same_does_not_differ() => Assert.Empty(TypeDifferences.Between(Live, Live with { Results = [Solved with { }, Refused with { }] }));

    [Fact]
    public void Each_field_that_is_set_otherwise_is_told_with_what_it_was()
    {
        var draft = Live with
        {
            NameEn = "Report from outside", Confidentiality = Confidentiality.Sensitive, SensitiveGroup = "youth", Norm = Norm.WorkingHours(12), ReopenDays = 4, NumberGround = "artikel 10 Wabb",
            Results = [Solved with { RetentionYears = 2 }, Refused with { Solved = true, Nl = "Wij doen het wel." }],
        };

        Assert.Equal(
            [
                new TypeDifference(TypePart.Type, null, TypeField.NameEn, "Report", "Report from outside"),
                new TypeDifference(TypePart.Type, null, TypeField.Confidentiality, "Low", "Sensitive"),
                new TypeDifference(TypePart.Type, null, TypeField.SensitiveGroup, null, "youth"),
                new TypeDifference(TypePart.Type, null, TypeField.Norm, "WorkingDays 5", "WorkingHours 12"),
                new TypeDifference(TypePart.Type, null, TypeField.ReopenDays, "30", "4"),
                new TypeDifference(TypePart.Type, null, TypeField.NumberGround, null, "artikel 10 Wabb"),
                new TypeDifference(TypePart.Result, "solved", TypeField.Years, "1", "2"),
                new TypeDifference(TypePart.Result, "refused", TypeField.NameNl, "Wij doen dit niet.", "Wij doen het wel."),
                new TypeDifference(TypePart.Result, "refused", TypeField.Solved, "False", "True"),
            ],
            TypeDifferences.Between(Live, draft));
    }

    [Fact]
    public void A_part_that_is_new_or_gone_is_told_by_its_name_alone() => Assert.Equal(
        [
            new TypeDifference(TypePart.Result, "moved", TypeField.NameNl, null, "Doorgezet"),
            new TypeDifference(TypePart.Result, "refused", TypeField.NameNl, "Wij doen dit niet.", null),
        ],
        TypeDifferences.Between(Live, Live with { Results = [Solved, new("moved", "Doorgezet", "Passed on", Solved: false, RetentionYears: 1)] }));

    [Fact]
    public void What_never_was_live_is_new_as_a_whole() => Assert.Equal(
        [(TypePart.Type, "Melding"), (TypePart.Result, "Wij hebben het opgelost."), (TypePart.Result, "Wij doen dit niet.")],
        TypeDifferences.Between(null, Live).Select(one => (one.Part, one.After!)));

    [Fact]
    public void A_result_that_gets_a_ground_is_told_with_what_becomes_of_the_case()
    {
        var draft = Live with { Results = [Solved.By(new SelectionCard("5.1", "Projecten", ArchiveNomination.Keep, 20, 1)), Refused] };

        Assert.Equal(
            [
                new TypeDifference(TypePart.Result, "solved", TypeField.Years, "1", "20"),
                new TypeDifference(TypePart.Result, "solved", TypeField.Ground, null, "5.1"),
                new TypeDifference(TypePart.Result, "solved", TypeField.Nomination, "Destroy", "Keep"),
            ],
            TypeDifferences.Between(Live, draft));
    }

    [Fact]
    public void A_kind_without_a_result_lacks_one()
    {
        Assert.Empty(TypeGaps.Of(Live, new TypeReferences(new HashSet<(TaskOwner, string)>(), new HashSet<string>(), [])));
        Assert.Equal([CaseFailures.ResultsMissing], TypeGaps.Of(Live with { Results = [] }, new TypeReferences(new HashSet<(TaskOwner, string)>(), new HashSet<string>(), [])));
    }
}

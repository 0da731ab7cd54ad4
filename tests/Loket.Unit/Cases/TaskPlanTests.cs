using Loket.Cases;
using Loket.Cases.Tasks;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class TaskPlanTests
{
    private static readonly TaskType
        Photo = new("photo", "Foto maken", "Take a photo", TaskOwner.Handler, null, Norm.WorkingDays(2)),
        Tree = new("tree", "Staat er een boom?", "Is there a tree?", TaskOwner.Team, "green", Norm.WorkingDays(2), Category: "pavement", IsQuestion: true),
        Root = new("root", "Wortel kappen", "Cut the root", TaskOwner.Team, "green", Norm.WorkingDays(5), After: "tree", AfterAnswer: true),
        Report = new("report", "Verslag maken", "Write a report", TaskOwner.Handler, null, Norm.WorkingDays(1), Status: "ordered", After: "photo", BeforeClosing: true);

    private static readonly TaskType[] All = [Photo, Tree, Root, Report];

    [Fact]
    public void What_has_no_condition_comes_at_once_and_what_is_for_a_subject_with_that_subject()
    {
        Assert.Equal([Photo], TaskPlan.ToMake(All, null, "litter", []));
        Assert.Equal([Photo, Tree], TaskPlan.ToMake(All, null, "pavement", []));
    }

    [Fact]
    public void Each_comes_once() => Assert.Equal([Tree], TaskPlan.ToMake(All, null, "pavement", [new MadeTask("photo", IsDone: false, null)]));

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, null, false)]
    public void What_comes_after_an_answer_comes_with_that_answer_alone(bool done, bool? answer, bool comes) =>
        Assert.Equal(comes, TaskPlan.ToMake(All, null, "pavement", [new MadeTask("tree", done, answer)]).Contains(Root));

    [Fact]
    public void Status_and_earlier_task_count_together()
    {
        Assert.DoesNotContain(Report, TaskPlan.ToMake(All, "ordered", null, [new MadeTask("photo", IsDone: false, null)]));
        Assert.DoesNotContain(Report, TaskPlan.ToMake(All, "looking", null, [new MadeTask("photo", IsDone: true, null)]));
        Assert.Contains(Report, TaskPlan.ToMake(All, "ordered", null, [new MadeTask("photo", IsDone: true, null)]));
    }

    [Fact]
    public void A_result_that_is_gone_is_named_before_it_goes_live()
    {
        var task = Photo with { BeforeClosing = true, ForResult = "moved" };
        var details = new CaseTypeDetails("report", "Melding", "Report", Confidentiality.Low, Norm.WorkingDays(5), [new("solved", "Opgelost", "Solved", true, 1)]) { Tasks = [task] };

        Assert.Equal([TaskFailures.ResultGone.Code], TypeGaps.Of(details, new TypeReferences(new HashSet<(TaskOwner, string)>(), new HashSet<string>(), [])).Select(gap => gap.Code));
        Assert.Empty(TypeGaps.Of(details with { Tasks = [task with { ForResult = "solved" }] }, new TypeReferences(new HashSet<(TaskOwner, string)>(), new HashSet<string>(), [])));
    }

    [Fact]
    public void A_team_subject_or_status_that_is_gone_is_named_before_it_goes_live()
    {
        var details = new CaseTypeDetails("report", "Melding", "Report", Confidentiality.Low, Norm.WorkingDays(5), [new("solved", "Opgelost", "Solved", true, 1)]) { Tasks = All };

        Assert.Equal(
            [TaskFailures.OwnerGone.Code + " Staat er een boom?", TaskFailures.OwnerGone.Code + " Wortel kappen", TaskFailures.StatusGone.Code + " Verslag maken"],
            Gaps(new TypeReferences(new HashSet<(TaskOwner, string)>(), new HashSet<string> { "pavement" }, [])));
        Assert.Equal(
            [TaskFailures.CategoryGone.Code + " Staat er een boom?", TaskFailures.StatusGone.Code + " Verslag maken"],
            Gaps(new TypeReferences(new HashSet<(TaskOwner, string)> { (TaskOwner.Team, "green") }, new HashSet<string>(), [])));

        IEnumerable<string> Gaps(TypeReferences known) => TypeGaps.Of(details, known).Select(gap => $"{gap.Code} {gap.Arguments[0]}");
    }
}

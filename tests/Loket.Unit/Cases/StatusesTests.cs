using Loket.Cases;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class StatusesTests
{
    private static readonly StatusType
        New = new("new", "Nieuw", "New", CaseStatus.Received, "Wij hebben dit ontvangen.", "We received this."),
        Looking = new("looking", "Onderzoek", "Looking", CaseStatus.InProgress, "Wij zoeken het uit.", "We are looking into it."),
        Ordered = new("ordered", "Besteld", "Ordered", CaseStatus.InProgress, "Wij hebben een onderdeel besteld.", "We ordered a part.", Tells: true),
        Asked = new("asked", "Gevraagd", "Asked", CaseStatus.WaitingForResident, "Wij wachten op u.", "We wait for you."),
        Away = new("away", "Bij de fabriek", "At the works", CaseStatus.WithPartner, "De fabriek maakt het.", "The works mend it.");

    private static readonly StatusType[] All = [New, Looking, Ordered, Asked, Away];

    [Fact]
    public void What_was_set_counts_while_the_case_is_in_its_stage_and_else_the_first_of_the_stage()
    {
        Assert.Equal(Ordered, Statuses.Of(All, CaseStatus.InProgress, "ordered"));
        Assert.Equal(Asked, Statuses.Of(All, CaseStatus.WaitingForResident, "ordered"));
        Assert.Equal(Looking, Statuses.Of(All, CaseStatus.InProgress, "gone"));
        Assert.Null(Statuses.Of(All, CaseStatus.Closed, "ordered"));
        Assert.Null(Statuses.Of([New], CaseStatus.InProgress, null));
    }

    [Fact]
    public void Who_has_a_case_brings_it_on_and_nobody_brings_it_to_a_partner_or_to_its_end_that_way()
    {
        Assert.Equal([Ordered, Asked], Statuses.Next(All, CaseStatus.InProgress, null, isOurs: true));
        Assert.Equal([Looking, Ordered], Statuses.Next(All, CaseStatus.WaitingForResident, null, isOurs: true));
        Assert.Empty(Statuses.Next(All, CaseStatus.Received, null, isOurs: false));
        Assert.Empty(Statuses.Next(All, CaseStatus.WithPartner, null, isOurs: false));
        Assert.Empty(Statuses.Next(All, CaseStatus.Closed, "ordered", isOurs: true));
    }

    [Fact]
    public void What_a_status_lacks_is_named_and_what_differs_is_told_with_the_order()
    {
        CaseTypeDetails live = new("report", "Melding", "Report", Confidentiality.Low, Norm.WorkingDays(5), [new("solved", "Opgelost", "Solved", true, 1)]) { Statuses = [New, Looking, Ordered] };
        var draft = live with { Statuses = [Ordered with { Tells = false, ResidentsEn = "" }, New, Asked] };

        Assert.Equal(["Besteld"], TypeGaps.Of(draft, new TypeReferences(new HashSet<(TaskOwner, string)>(), new HashSet<string>(), [])).Select(gap => (string)gap.Arguments.Single()));
        Assert.Equal(
            [
                new TypeDifference(TypePart.Type, null, TypeField.StatusOrder, "new ordered", "ordered new"),
                new TypeDifference(TypePart.Status, "ordered", TypeField.Tells, "True", "False"),
                new TypeDifference(TypePart.Status, "asked", TypeField.NameNl, null, "Gevraagd"),
                new TypeDifference(TypePart.Status, "looking", TypeField.NameNl, "Onderzoek", null),
                new TypeDifference(TypePart.Status, "ordered", TypeField.ResidentsEn, "We ordered a part.", null),
            ],
            TypeDifferences.Between(live, draft));
    }
}

using Loket.Cases;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel.Calendars;
using Loket.Messages.Templates;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class TypeFileTests
{
    private static readonly CaseTypeDetails Whole = new(
        "report", "Melding", "Report", Confidentiality.Sensitive, Norm.WorkingHours(12), [new("solved", "Opgelost", "Solved", Solved: true, 5, "5.1", ArchiveNomination.Keep)], "youth", 4, FormalPaper.Complaint)
    {
        NumberGround = "artikel 10 Wabb",
        Statuses = [new("looking", "Onderzoek", "Looking", CaseStatus.InProgress, "Wij zoeken het uit.", "We are looking into it.", Tells: true)],
        Tasks = [new("photo", "Foto maken", "Take a photo", TaskOwner.Team, "green", Norm.WorkingDays(2), Status: "looking", BeforeClosing: true, ForResult: "solved")],
        Texts = [new(TemplateKeys.ClosedSolved, "nl", new TemplateText("Klaar", "Klaar", "De stoep ligt weer recht."))],
    };

    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        var read = TypeFile.Read(TypeFile.Write(Whole)).Value;

        Assert.Empty(TypeDifferences.Between(Whole, read));
        Assert.Equal((Whole.FormalPaper, Whole.Norm), (read.FormalPaper, read.Norm));
    }

    [Theory]
    [InlineData("\"nl\": \"Foto maken\",", "", "Tasks[0]")]
    [InlineData("\"nl\": \"Foto maken\",", "\"nl\": null,", "Tasks[0]")]
    [InlineData("\"owner\": \"Team\"", "\"owner\": \"Crew\"", "Tasks[0]")]
    [InlineData("\"owner\": \"Team\"", "\"owner\": 1", "Tasks[0]")]
    [InlineData("\"retentionYears\": 5", "\"retentionYears\": \"vijf\"", "Results[0]")]
    [InlineData("\"amount\": 2", "\"amount\": 0", "Tasks[0]")]
    [InlineData("\"amount\": 12", "\"amount\": 99999", "Norm")]
    [InlineData("\"tells\": true", "\"verteld\": true", "Statuses[0]")]
    public void What_is_wrong_in_it_is_named_by_its_place(string right, string wrong, string place)
    {
        var file = TypeFile.Write(Whole);
        Assert.Contains(right, file, StringComparison.Ordinal);

        var failure = TypeFile.Read(file.Replace(right, wrong, StringComparison.Ordinal)).Failure;
        Assert.Equal(CaseFailures.FileWrong.Code, failure?.Code);
        Assert.StartsWith(place, failure?.Field, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_holds_nothing_is_wrong()
    {
        var file = TypeFile.Write(Whole with { Tasks = [] }).Replace("\"tasks\": []", "\"tasks\": [null]", StringComparison.Ordinal);

        Assert.Equal("Tasks[0]", TypeFile.Read(file).Failure?.Field);
    }

    [Theory]
    [InlineData("{\n  \"format\": \"loket-case-type\",\n  oeps\n}", "case.file-unreadable")]
    [InlineData("[]", "case.file-other")]
    [InlineData("{}", "case.file-other")]
    [InlineData("{ \"format\": 1, \"version\": 1 }", "case.file-other")]
    [InlineData("{ \"format\": \"loket-case-type\", \"version\": 2 }", "case.file-other")]
    [InlineData("{ \"format\": \"loket-case-type\", \"version\": 1 }", "case.file-wrong")]
    public void Something_else_is_said_to_be_so(string file, string code) => Assert.Equal(code, TypeFile.Read(file).Failure?.Code);

    [Fact]
    public void Where_it_can_not_be_read_the_line_is_named() =>
        Assert.Equal(3L, TypeFile.Read("{\n  \"format\": \"loket-case-type\",\n  oeps\n}").Failure?.Arguments[0]);
}

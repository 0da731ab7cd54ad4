using System.Data.Common;
using System.Net;
using AngleSharp.Dom;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>A kind of case is worked on as a draft, goes live as a version, and each case keeps the version under which it was opened.</summary>
public sealed class CaseTypeVersionTests
{
    private static readonly NewMatter Bench = new("Het bankje is stuk");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_case_keeps_what_was_live_when_it_was_opened(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        using var lead = await town.SignIn(Role.TeamLead);
        var before = await Receive();

        await administrator.Open("/beheer/zaaktypen/general");
        await administrator.Send(("Form.NormAmount", "2"), ("Form.Results[0].Nl", "Wij hebben het gemaakt."));
        Assert.Equal(
            ["Hoelang het mag duren | 5 werkdagen | 2 werkdagen", "Resultaat “Wij hebben het gemaakt.”: Naam | Wij hebben het opgelost. | Wij hebben het gemaakt."],
            Rows(administrator, "#differences"));
        var meanwhile = await Receive();
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Versie 2 geldt nu voor nieuwe zaken.", administrator.Text("main"), StringComparison.Ordinal);
        var after = await Receive();

        Assert.Equal(
            [(Norm.WorkingDays(5), "Wij hebben het opgelost."), (Norm.WorkingDays(5), "Wij hebben het opgelost."), (Norm.WorkingDays(2), "Wij hebben het gemaakt.")],
            [await Kept(before), await Kept(meanwhile), await Kept(after)]);

        // Closed and opened again it is promised what it was promised before.
        await lead.Open("/zaken/" + before);
        await lead.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Contains("Wij hebben het opgelost.", lead.Text("main"), StringComparison.Ordinal);
        await lead.Send(("Reopen.Reason", "Het is weer stuk."));
        Assert.Equal((Norm.WorkingDays(5), "Wij hebben het opgelost."), await Kept(before));

        async Task<string> Receive() => (await town.Receives(agent, Bench, new MatterEnding.NewCase())).CaseReference!;

        async Task<(Norm, string)> Kept(string reference)
        {
            await lead.Open("/zaken/" + reference);
            return ((await town.Sees(Actor.System, reference)).Norm, lead.Text("[name='Close.Result'] option[value=solved]"));
        }
    }

    [Theory, BothDatabases]
    public async Task What_is_live_already_or_lacks_something_does_not_go_live(Database database)
    {
        await using var town = await Town.On(database);
        using var one = await town.SignIn(Role.FunctionalAdministrator);
        using var other = await town.SignIn(Role.FunctionalAdministrator);
        await one.Open("/beheer/zaaktypen/report");
        await one.Send(("Form.NameNl", "Melding van buiten"));
        await other.Open("/beheer/zaaktypen/report/versies");
        await one.Press("Neem in gebruik");
        await other.Press("Neem in gebruik");
        Assert.Equal((HttpStatusCode.Conflict, "Dit is al in gebruik. Er is niets gewijzigd."), (other.Status, Assert.Single(other.Errors)));

        await one.Open("/beheer/zaaktypen/nieuw");
        await one.Send(("Form.NameNl", "Straatfeest"), ("Form.NameEn", "Street party"), ("Form.Key", "street-party"), ("Form.NormAmount", "3"));
        Assert.Equal(["Vul minstens één resultaat in."], one.Page.QuerySelectorAll("#missing li").Select(line => line.TextContent));
        await one.Press("Neem in gebruik");
        Assert.Equal((HttpStatusCode.Conflict, "Dit zaaktype kan nog niet in gebruik: er ontbreekt nog iets. Vul dat eerst aan."), (one.Status, Assert.Single(one.Errors)));
        Assert.Equal(["Vul minstens één resultaat in."], one.Page.QuerySelectorAll("#missing li").Select(line => line.TextContent));
        await one.Open("/beheer/onderwerpen/nieuw");
        Assert.Empty(one.Page.QuerySelectorAll("[name='Form.CaseType'] option[value=street-party]"));
    }

    [Theory, BothDatabases]
    public async Task Changes_that_are_thrown_away_are_gone_and_what_is_live_stays(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report");
        var name = administrator.Value("Form.NameNl");
        await administrator.Send(("Form.NameNl", "Melding van buiten"));
        await administrator.Press("Gooi weg");
        Assert.Contains("Er is niets gewijzigd", administrator.Text("main"), StringComparison.Ordinal);
        await administrator.Open("/beheer/zaaktypen/report");
        Assert.Equal(name, administrator.Value("Form.NameNl"));

        await administrator.Open("/beheer/zaaktypen/nieuw");
        await administrator.Send(("Form.NameNl", "Straatfeest"), ("Form.NameEn", "Street party"), ("Form.Key", "street-party"), ("Form.NormAmount", "3"));
        await administrator.Press("Gooi weg");
        Assert.Equal("/beheer/zaaktypen", administrator.Address);
        await administrator.Open("/beheer/zaaktypen/street-party");
        Assert.Equal(HttpStatusCode.NotFound, administrator.Status);
    }

    [Theory, BothDatabases]
    public async Task The_database_lets_nobody_change_what_went_live(Database database)
    {
        await using var town = await Town.On(database);
        await using var db = town.Open();
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE case_type_versions SET details = details", Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM case_type_versions", Cancel));
    }

    private static IEnumerable<string> Rows(Visitor visitor, string table) =>
        visitor.Page.QuerySelectorAll(table + " tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim())));
}

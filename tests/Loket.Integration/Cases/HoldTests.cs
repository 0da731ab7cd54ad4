using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>How long a case is kept, and who keeps it longer.</summary>
public sealed class HoldTests
{
    [Theory, BothDatabases]
    public async Task A_closed_case_says_until_when_it_is_kept_and_an_open_one_does_not(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn(Role.TeamLead);
        var (reference, year) = await Closed(town, lead);
        Assert.Contains($"31 december {year + 1}, daarna vernietigen", lead.Text("main"), StringComparison.Ordinal);

        await lead.Send(("Reopen.Reason", "Toch nog kapot"));
        await lead.Open("/zaken/" + reference);
        Assert.DoesNotContain("daarna vernietigen", lead.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_case_is_held_for_a_reason_until_a_day_and_let_go(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn(Role.TeamLead);
        var (reference, year) = await Closed(town, lead);
        using var keeper = await town.SignIn("kees", [], Role.RecordsManager);
        await Hold(keeper, reference, "Er loopt een rechtszaak", year + 5);
        Assert.Empty(keeper.Errors);
        Assert.Contains("Er loopt een rechtszaak", keeper.Text("#holds"), StringComparison.Ordinal);
        await keeper.Open("/zaken/" + reference);
        Assert.Contains($"Blijft in elk geval tot en met 1 mei {year + 5}", keeper.Text("main"), StringComparison.Ordinal);

        await keeper.Open("/beheer/vasthouden");
        await keeper.Press("Laat los " + keeper.Text("#holds .loket-reference"));
        Assert.Null(keeper.Page.QuerySelector("#holds"));
        await keeper.Open("/zaken/" + reference);
        Assert.DoesNotContain("Blijft in elk geval", keeper.Text("main dl"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_not_right_is_said_at_its_field(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn(Role.TeamLead);
        var (reference, year) = await Closed(town, lead);
        using var keeper = await town.SignIn(Role.RecordsManager);
        await Hold(keeper, "HLM-0000-0", "Waarom", year + 1);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#Form_Reference"), (keeper.Status, Field(keeper)));
        await Hold(keeper, reference, "", year + 1);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#Form_Reason"), (keeper.Status, Field(keeper)));
        await Hold(keeper, reference, "Waarom", year - 1);
        Assert.Equal("Kies een dag na vandaag, binnen 20 jaar.", Assert.Single(keeper.Errors));
    }

    private static string? Field(Visitor keeper) => keeper.Page.QuerySelector(".loket-error-summary a")?.GetAttribute("href");

    private static async Task Hold(Visitor keeper, string reference, string reason, int year)
    {
        await keeper.Open("/beheer/vasthouden");
        await keeper.Send(
            ("Form.Reference", reference), ("Form.Reason", reason), ("Form.Until.Day", "1"), ("Form.Until.Month", "5"),
            ("Form.Until.Year", year.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<(string Reference, int Year)> Closed(Town town, Visitor lead)
    {
        town.SetTo(hour: 10);
        await lead.Open("/intake");
        await lead.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
        var reference = lead.Text(".loket-confirmation .loket-reference");
        await lead.Open("/zaken/" + reference);
        await lead.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        await lead.Open("/zaken/" + reference);
        return (reference, 2026);
    }
}

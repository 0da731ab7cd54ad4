using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>How long a case is kept, and on what ground, comes from the selection list that the municipality keeps.</summary>
public sealed class SelectionListTests
{
    [Theory, BothDatabases]
    public async Task The_years_of_a_result_are_those_of_its_ground(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await Enter(administrator, "5.10", "Grote projecten", 20, "Keep");
        await Enter(administrator, "5.2", "Meldingen", 5, "Destroy");
        Assert.Equal(["5.2", "5.10"], administrator.Page.QuerySelectorAll("#selection tbody th").Select(cell => cell.TextContent.Trim()));

        await administrator.Open("/beheer/zaaktypen/report");
        await administrator.Send(("Form.Results[0].Ground", "5.10"), ("Form.Results[0].Years", ""));
        Assert.Empty(administrator.Errors);
        Assert.Contains("blijvend bewaren", administrator.Text("#differences"), StringComparison.Ordinal);
        await administrator.Open("/beheer/zaaktypen/report");
        Assert.Equal(("5.10", "20"), (administrator.Value("Form.Results[0].Ground"), administrator.Value("Form.Results[0].Years")));

        await administrator.Send(("Form.Results[0].Ground", "9.9"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Kies een grond uit de selectielijst."), (administrator.Status, Assert.Single(administrator.Errors)));
    }

    [Theory, BothDatabases]
    public async Task Where_the_list_is_kept_no_kind_goes_live_without_a_ground_or_with_one_that_says_something_else_by_now(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await Enter(administrator, "5.2", "Meldingen", 5, "Destroy");
        await administrator.Open("/beheer/zaaktypen/nieuw");
        await administrator.Send(
            ("Form.NameNl", "Straatfeest"), ("Form.NameEn", "Street party"), ("Form.Key", "street-party"), ("Form.NormAmount", "3"),
            ("Form.Results[0].Nl", "Het feest mag."), ("Form.Results[0].En", "The party may go on."), ("Form.Results[0].Years", "1"));
        Assert.Equal(["Kies een grond uit de selectielijst bij het resultaat “Het feest mag.”."], Missing(administrator));

        await administrator.Open("/beheer/zaaktypen/street-party");
        await administrator.Send(("Form.Results[0].Ground", "5.2"));
        Assert.Empty(Missing(administrator));
        await administrator.Open("/beheer/selectielijst/5.2");
        await administrator.Send(("Form.Years", "7"));
        await administrator.Open("/beheer/zaaktypen/street-party/versies");
        Assert.Equal(
            ["De selectielijst zegt bij 5.2 nu iets anders dan bij het resultaat “Het feest mag.” staat. Sla de gegevens van dit zaaktype opnieuw op."], Missing(administrator));
        await administrator.Open("/beheer/zaaktypen/street-party");
        await administrator.Send();
        Assert.Empty(Missing(administrator));
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Versie 1 geldt nu voor nieuwe zaken.", administrator.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_number_stands_in_the_list_once_and_looks_like_one(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await Enter(administrator, "5.2", "Meldingen", 5, "Destroy");
        await Enter(administrator, "5.2", "Nog eens", 5, "Destroy");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#Form_Number"), (administrator.Status, administrator.Page.QuerySelector(".loket-error-summary a")!.GetAttribute("href")));
        await Enter(administrator, "5..2", "Meldingen", 5, "Destroy");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#Form_Number"), (administrator.Status, administrator.Page.QuerySelector(".loket-error-summary a")!.GetAttribute("href")));
    }

    private static async Task Enter(Visitor administrator, string number, string name, int years, string nomination)
    {
        await administrator.Open("/beheer/selectielijst/nieuw");
        await administrator.Send(("Form.Number", number), ("Form.Name", name), ("Form.Years", years.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Form.Nomination", nomination));
    }

    private static IEnumerable<string> Missing(Visitor administrator) => administrator.Page.QuerySelectorAll("#missing li").Select(line => line.TextContent.Trim());
}

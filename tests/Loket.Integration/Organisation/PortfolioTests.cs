using Loket.Cases.Reading;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Each subject belongs to a portfolio of the executive, and staff see to which.</summary>
public sealed class PortfolioTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_subjects_of_the_demo_each_have_a_portfolio_with_a_holder(Database database)
    {
        await using var town = await Town.On(database);
        var portfolios = await town.Use<PortfolioDirectory, IReadOnlyList<PortfolioCard>>(directory => directory.All(Cancel));
        var subjects = await town.Use<CategoryList, IReadOnlyList<CategoryCard>>(list => list.All(Cancel));

        Assert.Equal(10, portfolios.Count);
        Assert.Equal(["Marijke Hoogendoorn"], portfolios.Where(one => one.Office == Office.Mayor).Select(one => one.Holder));
        Assert.All(subjects, subject => Assert.Contains(portfolios, one => one.Key == subject.Portfolio));
    }

    [Theory, BothDatabases]
    public async Task A_new_portfolio_is_chosen_for_a_subject_and_stands_on_its_cases(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Lantaarnpaal 118-042 brandt niet"), ("Form.Category", "street-light"), ("ending", "new"));
        var lamp = "/zaken/" + agent.Text(".loket-confirmation .loket-reference");
        await agent.Open(lamp);
        Assert.Contains("Wethouder Anouar Belkacem", agent.Text("main"), StringComparison.Ordinal);

        await administrator.Open("/beheer/portefeuilles/nieuw");
        await administrator.Send(("Form.NameNl", "Licht en donker"), ("Form.NameEn", "Light and dark"), ("Form.Key", "public-space"), ("Form.Holder", "Iris Lampe"));
        Assert.Single(administrator.Errors);
        await administrator.Send(("Form.Key", "light"));
        Assert.Contains("Licht en donker", administrator.Text("#portfolios"), StringComparison.Ordinal);

        await administrator.Open("/beheer/onderwerpen/street-light");
        Assert.Equal("public-space", administrator.Value("Form.Portfolio"));
        await administrator.Send(("Form.Portfolio", "no-such"));
        Assert.Contains("Deze portefeuille bestaat niet", Assert.Single(administrator.Errors), StringComparison.Ordinal);
        await administrator.Open("/beheer/onderwerpen/street-light");
        await administrator.Send(("Form.Portfolio", "light"));

        await agent.Open(lamp);
        Assert.Contains("Wethouder Iris Lampe", agent.Text("main"), StringComparison.Ordinal);
        await agent.Open("/en" + lamp);
        Assert.Contains("Light and dark", agent.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Alderman Iris Lampe", agent.Text("main"), StringComparison.Ordinal);
    }
}

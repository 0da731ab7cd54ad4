using System.Net;
using System.Text;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>A kind of case goes out as a file and comes in as one: into the draft, all of it or nothing, never live by itself.</summary>
public sealed class TypeImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_was_got_as_a_file_comes_in_elsewhere_as_a_draft(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        var file = (await Got(administrator)).Replace("\"key\": \"report\"", "\"key\": \"street-report\"", StringComparison.Ordinal).Replace("\"nameNl\": \"", "\"nameNl\": \"Straat: ", StringComparison.Ordinal);

        await Send(administrator, file);
        Assert.Equal(HttpStatusCode.OK, administrator.Status);
        Assert.Contains("Dit zaaktype is nog niet in gebruik.", administrator.Text("main"), StringComparison.Ordinal);
        await administrator.Open("/beheer/onderwerpen/nieuw");
        Assert.Empty(administrator.Page.QuerySelectorAll("[name='Form.CaseType'] option[value=street-report]"));
        await administrator.Open("/beheer/zaaktypen/street-report/versies");
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Versie 1 geldt nu voor nieuwe zaken.", administrator.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_file_with_one_wrong_line_changes_nothing_and_the_line_is_named(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        var file = await Got(administrator);
        var line = file.IndexOf("\"solved\": true", StringComparison.Ordinal);

        await Send(administrator, file[..line] + "\"solved\": \"misschien\"" + file[(line + "\"solved\": true".Length)..]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.Matches("^Resultaat 1.*: Hier ontbreekt iets, of er staat iets wat Loket niet kent", Assert.Single(administrator.Errors));
        await Send(administrator, file.Replace("\"nameEn\": \"", "\"nameEn\": \"" + new string('x', 200), StringComparison.Ordinal));
        Assert.Matches("^“nameEn”: ", Assert.Single(administrator.Errors));
        await Send(administrator, "geen json");
        Assert.Equal("Dit bestand is niet te lezen. Kijk bij regel 1.", Assert.Single(administrator.Errors));
        await administrator.Open("/beheer/zaaktypen/report/versies");
        Assert.Contains("Er is niets gewijzigd", administrator.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_draft_that_somebody_worked_on_is_not_written_over(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        var file = await Got(administrator);
        await administrator.Open("/beheer/zaaktypen/report");
        await administrator.Send(("Form.NameNl", "Melding van buiten"));
        await Send(administrator, file);

        Assert.Equal((HttpStatusCode.Conflict, "Aan “Melding van buiten” is gewerkt en dat is nog niet in gebruik. Neem dat eerst in gebruik of gooi het weg."), (administrator.Status, Assert.Single(administrator.Errors)));
        await administrator.Open("/beheer/zaaktypen/report");
        Assert.Equal("Melding van buiten", administrator.Value("Form.NameNl"));
    }

    private static Task<string> Got(Visitor administrator) => administrator.Client.GetStringAsync(new Uri("/beheer/zaaktypen/report/versies?handler=File", UriKind.Relative), Cancel);

    private static async Task Send(Visitor administrator, string file)
    {
        await administrator.Open("/beheer/zaaktypen/inlezen");
        await administrator.Upload("Form.File", "zaaktype.json", Encoding.UTF8.GetBytes(file));
    }
}

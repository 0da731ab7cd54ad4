using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>The pages on which one thing is set up, all alike: saved, in the journal, refused to others, and never overwriting another's change.</summary>
public sealed class ManagePagesTests
{
    /// <param name="Path">The page.</param>
    /// <param name="Field">A field on it.</param>
    /// <param name="Text">What is filled in there.</param>
    /// <param name="Event">What the journal says of it.</param>
    private sealed record Managed(string Path, string Field, string Text, string Event);

    private static readonly IReadOnlyList<Managed> Pages =
    [
        new("/beheer/teams/lighting", "Form.Email", "licht@gemeente.example", "organisation.team-changed"),
        new("/beheer/ketenpartners/grid-operator", "Form.Phone", "0800 9009", "organisation.partner-changed"),
        new("/beheer/loketten/badhoevedorp", "Form.Address", "Sloterweg 22, Badhoevedorp", "organisation.desk-changed"),
        new("/beheer/portefeuilles/public-space", "Form.Holder", "Maartje van Dalen", "organisation.portfolio-changed"),
        new("/beheer/werktijden", "Form.Exceptions", "2026-12-24 dicht kerstavond", "organisation.calendar-set"),
        new("/beheer/gemeente", "Form.Name", "Gemeente Meerstad", "organisation.profile-set"),
        new("/beheer/zaaktypen/report", "Form.NameNl", "Melding van buiten", "case.type-saved"),
        new("/beheer/onderwerpen/street-light", "Form.NameNl", "Lantaarn stuk", "case.category-saved"),
        new("/beheer/teksten/receipt-report/nl", "Form.Subject", "Uw melding kwam aan ({{reference}})", "message.template-changed"),
    ];

    [Theory, BothDatabases]
    public async Task What_is_saved_stands_there_and_in_the_journal(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        foreach (var page in Pages)
        {
            var before = await Written(town, page.Event);
            await administrator.Open(page.Path);
            await administrator.Send((page.Field, page.Text));
            Assert.Equal((page.Path, HttpStatusCode.OK), (page.Path, administrator.Status));
            Assert.Equal((page.Path, "Opgeslagen"), (page.Path, administrator.Text(".loket-alert h2, .loket-alert strong, .loket-alert")));

            await administrator.Open(page.Path);
            Assert.Equal((page.Path, page.Text), (page.Path, administrator.Value(page.Field)));
            Assert.Equal((page.Path, before + 1), (page.Path, await Written(town, page.Event)));
        }
    }

    [Theory, BothDatabases]
    public async Task A_change_that_crossed_anothers_shows_both_and_loses_neither(Database database)
    {
        await using var town = await Town.On(database);
        using var one = await town.SignIn(Role.FunctionalAdministrator);
        using var other = await town.SignIn(Role.FunctionalAdministrator);
        foreach (var page in Pages)
        {
            await one.Open(page.Path);
            await other.Open(page.Path);
            await other.Send((page.Field, page.Text));
            var own = page.Text.Replace("800", "900", StringComparison.Ordinal).Replace('a', 'e');
            await one.Send((page.Field, own));

            Assert.Equal((page.Path, HttpStatusCode.Conflict), (page.Path, one.Status));
            Assert.Equal((page.Path, own), (page.Path, one.Value(page.Field)));
            Assert.Contains(page.Text, one.Text(".loket-alert .loket-summary"), StringComparison.Ordinal);

            await one.Send((page.Field, own));
            await one.Open(page.Path);
            Assert.Equal((page.Path, own), (page.Path, one.Value(page.Field)));
        }
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_set_up_sees_nothing_of_it_and_changes_nothing(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        using var agent = await town.SignIn(Role.Agent);
        using var accounts = await town.SignIn(Role.SystemAdministrator);
        foreach (var page in Pages)
        {
            foreach (var visitor in (Visitor[])[agent, accounts])
            {
                await visitor.Open(page.Path);
                Assert.Equal((page.Path, HttpStatusCode.Forbidden), (page.Path, visitor.Status));
            }

            await administrator.Open(page.Path);
            using var form = administrator.Filled((page.Field, page.Text));
            await agent.Follow(form);
            Assert.Equal((page.Path, HttpStatusCode.Forbidden), (page.Path, agent.Status));
            await administrator.Open(page.Path);
            Assert.NotEqual((page.Path, page.Text), (page.Path, administrator.Value(page.Field)));
        }
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        foreach (var (path, field, wrong, kept) in (IReadOnlyList<(string, string, string, string)>)
        [
            ("/beheer/teams/lighting", "Form.Email", "geen adres", "Form.Name"),
            ("/beheer/ketenpartners/grid-operator", "Form.NormAmount", "nul", "Form.Name"),
            ("/beheer/loketten/badhoevedorp", "Form.Hours.Days[0]", "van 9 tot 5", "Form.Name"),
            ("/beheer/portefeuilles/public-space", "Form.Holder", "", "Form.NameNl"),
            ("/beheer/werktijden", "Form.Exceptions", "kerstavond", "Form.Hours.Days[0]"),
            ("/beheer/gemeente", "Form.ReferencePrefix", "X1", "Form.Name"),
            ("/beheer/zaaktypen/report", "Form.NormAmount", "99999", "Form.NameNl"),
            ("/beheer/onderwerpen/street-light", "Form.NameEn", "", "Form.NameNl"),
            ("/beheer/teksten/receipt-report/nl", "Form.Body", "Beste {{onbekend}}", "Form.Subject"),
        ])
        {
            await administrator.Open(path);
            var stands = administrator.Value(kept);
            await administrator.Send((field, wrong));

            Assert.Equal((path, HttpStatusCode.UnprocessableEntity), (path, administrator.Status));
            Assert.NotEmpty(administrator.Errors);
            Assert.Equal((path, wrong, stands), (path, administrator.Value(field), administrator.Value(kept)));
        }
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_with_a_line_stands_at_that_line(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report");
        var spare = administrator.Page.QuerySelectorAll("[name^='Form.Results'][name$='.Key']").Index().First(line => line.Item.GetAttribute("value") is null or "").Index;
        var name = administrator.Value("Form.Results[0].Nl");

        await administrator.Send(($"Form.Results[{spare + 1}].Nl", "Doorgezet"), ($"Form.Results[{spare + 1}].En", "Passed on"));
        Assert.Equal(("Doorgezet", ""), (administrator.Value($"Form.Results[{spare}].Nl"), administrator.Value($"Form.Results[{spare + 1}].Nl")));
        Assert.Equal(["Vul in hoeveel jaar de zaak bewaard blijft, van 0 tot 200."], Beside($"Form_Results_{spare}__Years"));
        await administrator.Send(($"Form.Results[{spare}].Years", "5"), ("Form.Results[0].Nl", ""));
        Assert.Equal(["Vul hier iets in."], Beside("Form_Results_0__Nl"));
        await administrator.Send(("Form.Results[0].Nl", name), ("Form.Results[0].En", "Same"), ($"Form.Results[{spare + 1}].Nl", "Doorgezet"), ($"Form.Results[{spare + 1}].En", "Again"), ($"Form.Results[{spare + 1}].Years", "1"));
        Assert.Equal(["Deze naam is al in gebruik. Kies een andere."], Beside($"Form_Results_{spare + 1}__Nl"));

        IEnumerable<string> Beside(string field)
        {
            Assert.Equal([field], administrator.Page.QuerySelectorAll(".loket-error-summary a").Select(link => link.GetAttribute("href")!.TrimStart('#')));
            return administrator.Page.QuerySelectorAll($"#{field}-error p").Select(error => error.LastChild!.TextContent);
        }
    }

    private static async Task<int> Written(Town town, string kind)
    {
        await using var db = town.Open();
        return await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM journal_entries WHERE kind = {kind}").SingleAsync();
    }
}

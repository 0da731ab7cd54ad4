using Loket.Integration.Api;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Storage;

public sealed class StandingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_somebody_changes_past_the_program_counts_at_once(Database database)
    {
        await using var town = await Town.On(database);
        Assert.Equal("Gemeente Haarlemmermeer", (await Profile(town)).Name);

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE tenant_profile SET name = 'Gemeente Elders'", Cancel);

        Assert.Equal("Gemeente Elders", (await Profile(town)).Name);
    }

    [Theory, BothDatabases]
    public async Task What_a_transaction_changes_and_takes_back_counts_for_nobody_else(Database database)
    {
        await using var town = await Town.On(database);
        await Profile(town);
        await using (var db = town.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await db.Database.ExecuteSqlRawAsync("UPDATE tenant_profile SET name = 'Gemeente Elders'", Cancel);
            Assert.Equal("Gemeente Elders", (await Profiles.Current(db, Cancel)).Name);
            await transaction.RollbackAsync(Cancel);
        }

        Assert.Equal("Gemeente Haarlemmermeer", (await Profile(town)).Name);
    }

    [Theory, BothDatabases]
    public async Task A_contact_that_becomes_a_case_costs_few_statements_whatever_stands(Database database)
    {
        const string Litter = """{"channel":"web","person":{"email":"a@voorbeeld.example"},"matters":[{"subject":"Afval naast de container","category":"litter","place":{"village":"Hoofddorp"},"ending":{"kind":"newCase"}}]}""";
        await using var town = await Town.On(database);
        using var agent = await town.Program(Right.RegisterContacts, Right.SeeCases);
        using (await agent.Post("contacts", Litter))
        {
        }

        await using var db = town.Open();
        using var statements = Statements.To(db);
        using var answer = await agent.Post("contacts", Litter);

        Assert.Equal(201, (int)answer.StatusCode);
        // Whether it was carried out before is asked with the stamp of what stands, by every change.
        var reads = statements.Heard.Where(sql => !sql.Contains("INSERT", StringComparison.Ordinal) && !sql.Contains("JOIN requests", StringComparison.Ordinal)).ToList();
        Assert.True(reads.Count <= 12, $"{statements.Heard.Count}, of which reading {reads.Count}:{Environment.NewLine}{string.Join(Environment.NewLine + Environment.NewLine, statements.Heard)}");
    }

    private static Task<Profile> Profile(Town town) => town.Use<Profiles, Profile>(profiles => profiles.Current(Cancel));
}

using Loket.Demo.Bulk;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Demo;

public sealed class BulkFillTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_is_measured_on_is_really_there_and_in_order(Database database)
    {
        await using var town = await Town.On(database);
        await using var db = town.Open();
        var before = await Count("SELECT count(*) AS \"Value\" FROM cases");

        var made = await new BulkFiller((await Installation.Running).Services, town.Tenant).Fill(500, new Progress<string>(), Cancel);

        Assert.InRange(made, 450, 500);
        var shown = await Count("SELECT count(*) AS \"Value\" FROM cases") - before - made;
        // The program showed three cases of each subject, and answered one without a case.
        Assert.InRange(shown, 3, 3 * 60);
        // Some people ask often.
        Assert.InRange(await Count("SELECT count(*) AS \"Value\" FROM (SELECT customer_id FROM contacts WHERE customer_id IS NOT NULL GROUP BY customer_id HAVING count(*) > 10) AS often"), 15, 40);
        Assert.True(await Count("SELECT count(*) AS \"Value\" FROM cases WHERE place_area IS NOT NULL") > made / 2);
        Assert.Equal(0, await Count("SELECT count(*) AS \"Value\" FROM cases c WHERE NOT EXISTS (SELECT 1 FROM participants p WHERE p.case_id = c.id)"));
        Assert.Equal(0, await Count("SELECT count(*) AS \"Value\" FROM contacts c WHERE NOT EXISTS (SELECT 1 FROM matters m WHERE m.contact_id = c.id)"));
        var journal = await town.Use<JournalChain, JournalReport>(chain => chain.Verify(town.Tenant, null, Cancel));
        Assert.Null(journal.Break);
        Assert.True(journal.Linked > made);

        Task<int> Count(string sql) => db.Database.SqlQueryRaw<int>(sql).SingleAsync(Cancel);
    }
}

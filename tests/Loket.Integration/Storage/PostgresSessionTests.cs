using Loket.Storage;
using Loket.Storage.Postgres;
using Loket.Storage.Tenancy;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Integration.Storage;

public sealed class PostgresSessionTests
{
    [Theory]
    [InlineData("", "off")]
    [InlineData(";Options=-c jit=on", "on")]
    public async Task The_server_compiles_no_question_unless_the_operator_wants_it(string options, string expected)
    {
        await using var town = await Town.On(Database.Postgres, Start.Empty);
        var databases = (await Installation.Running).Services.GetRequiredService<Databases>();
        await using var db = databases.Open(new PostgresKind(), town.Tenant.Connection + options);

        Assert.Equal(expected, await db.Database.SqlQueryRaw<string>("SELECT current_setting('jit') AS \"Value\"").SingleAsync(TestContext.Current.CancellationToken));
    }
}

using Dapper;
using System.Data.Common;
using System.Globalization;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Demo.Bulk;

/// <summary>Lets the program do something and collects the rows that it made, whatever the schema is today.</summary>
internal sealed class SampleTaker
{
    // Streets, addresses and objects do not change by what is sampled; reading them each time would take long.
    private const long Large = 5000;

    private readonly Databases databases;
    private readonly Tenant tenant;
    private readonly Dictionary<BulkTable, HashSet<string>> seen = [];
    private readonly Dictionary<BulkTable, int> counts = [];

    private SampleTaker(Databases databases, Tenant tenant) => (this.databases, this.tenant) = (databases, tenant);

    /// <summary>Looks at what is there.</summary>
    public static async Task<SampleTaker> On(Databases databases, Tenant tenant, CancellationToken cancel)
    {
        var taker = new SampleTaker(databases, tenant);
        await using var db = databases.Open(tenant);
        foreach (var table in BulkTable.All(db.Model))
        {
            var count = await db.Database.GetDbConnection().ExecuteScalarAsync<long>(new CommandDefinition($"SELECT count(*) FROM \"{table.Name}\"", cancellationToken: cancel));
            if (count <= Large) taker.seen[table] = [];
        }

        await taker.News(db, cancel);
        return taker;
    }

    /// <summary>Does it and gives what it left behind.</summary>
    public Task<Sample> Take(Func<Task> act, CancellationToken cancel) => Take(act, () => [], cancel);

    /// <summary>Does it and gives what it left behind.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="others">Identifiers of others, known afterwards, to which a copy will refer differently.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Sample> Take(Func<Task> act, Func<IReadOnlyList<Guid>> others, CancellationToken cancel)
    {
        await act();
        await using var db = databases.Open(tenant);
        var rows = await News(db, cancel);
        var ids = rows.SelectMany(row => row.Table.Key.Where(place => row.Table.Columns[place].Kind == ColumnKind.Id).Take(1).Select(place => IdOf(row.Values[place]!)));
        var references = rows.SelectMany(row => row.Table.Columns.Select((column, place) => (column, place))
            .Where(one => one.column.Kind == ColumnKind.Reference && row.Table.Name is "matters" or "cases" && row.Values[one.place] is string).Select(one => (string)row.Values[one.place]!));
        // A link names two others first; what it made is what stands in its own table.
        return new Sample(rows, [.. ids.Where(id => rows.Any(row => Makes(row, id))).Distinct()], others(), [.. references.Distinct(StringComparer.Ordinal)]);
    }

    public static Guid IdOf(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;

    private static bool Makes(BulkRow row, Guid id) =>
        row.Table.Key is [var key] && row.Table.Columns[key].Kind == ColumnKind.Id && IdOf(row.Values[key]!) == id;

    private async Task<IReadOnlyList<BulkRow>> News(LoketDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var news = new List<BulkRow>();
        foreach (var (table, known) in seen)
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM \"{table.Name}\"";
            if (Convert.ToInt64(await count.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) == counts.GetValueOrDefault(table)) continue;
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {table.ColumnNames} FROM \"{table.Name}\"";
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var rows = 0;
            for (; await reader.ReadAsync(cancel); rows++) Take(reader, table, known, news);
            counts[table] = rows;
        }

        return news;
    }

    private static void Take(DbDataReader reader, BulkTable table, HashSet<string> known, List<BulkRow> news)
    {
        var values = new object?[table.Columns.Count];
        reader.GetValues(values!);
        for (var place = 0; place < values.Length; place++)
        {
            if (values[place] is DBNull) values[place] = null;
        }

        var key = string.Join('|', table.Key.Select(place => values[place] is byte[] bytes ? Convert.ToHexString(bytes) : values[place]?.ToString()));
        if (known.Add(key)) news.Add(new BulkRow(table, values));
    }
}

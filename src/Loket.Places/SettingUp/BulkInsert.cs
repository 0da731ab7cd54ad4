using System.Data.Common;
using System.Text;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Loket.Places;

/// <summary>Puts many new rows in a table with few statements, inside the transaction under way. Tracking a quarter of a million entities costs far more.</summary>
internal static class BulkInsert
{
    private const int Many = 1_000;

    public static async Task Add<T>(LoketDb db, IReadOnlyList<T> rows, CancellationToken cancel) where T : class
    {
        if (rows.Count == 0) return;
        var type = db.Model.FindEntityType(typeof(T))!;
        var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var columns = type.GetProperties().Select(property => new Column(property.GetColumnName(store)!, property)).ToList();

        // SQLite finds a parameter by walking the list of them, so few at a time; PostgreSQL takes a round trip per statement, so many.
        var perStatement = Math.Max(1, (db.Kind.OneWriter ? 120 : 20_000) / columns.Count);
        for (var from = 0; from < rows.Count;)
        {
            var size = Math.Min(perStatement, rows.Count - from);
            await using var command = Build(db, store.Name, columns, size);
            await command.PrepareAsync(cancel);
            do
            {
                Fill(command, columns, rows, from, size);
                await command.ExecuteNonQueryAsync(cancel);
                from += size;
            }
            while (from + size <= rows.Count);
        }

        if (rows.Count >= Many) await db.Kind.Measure(db, store.Name, cancel);
    }

    private static DbCommand Build(LoketDb db, string table, List<Column> columns, int rows)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var sql = new StringBuilder("INSERT INTO ").Append(names.DelimitIdentifier(table))
            .Append(" (").AppendJoin(", ", columns.Select(column => names.DelimitIdentifier(column.Name))).Append(") VALUES ");
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns.Count; column++)
            {
                var name = $"@p{row * columns.Count + column}";
                sql.Append(column == 0 ? "" : ", ").Append(name);
                command.Parameters.Add(columns[column].Mapping.CreateParameter(command, name, null, nullable: true));
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        return command;
    }

    private static void Fill<T>(DbCommand command, List<Column> columns, IReadOnlyList<T> rows, int from, int size)
    {
        var parameter = 0;
        for (var row = from; row < from + size; row++)
        {
            foreach (var column in columns) command.Parameters[parameter++].Value = column.ValueOf(rows[row]!);
        }
    }

    private sealed class Column(string name, IProperty property)
    {
        private readonly Func<object?, object?> convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider ?? (value => value);

        public string Name { get; } = name;

        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        public object ValueOf(object row) => (property.PropertyInfo!.GetValue(row) is { } value ? convert(value) : null) ?? DBNull.Value;
    }
}

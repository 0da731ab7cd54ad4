using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Loket.Storage;

/// <summary>Rows of one table.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Columns">The columns that are filled.</param>
/// <param name="Rows">Per row a value for each column, as the database keeps it.</param>
public sealed record AppendedRows(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>What is done where such a row stands already, in the words of both databases; null where that is refused. The same for all rows of a table.</summary>
    public string? Standing { get; init; }

    private const int MostRows = 500;

    // SQLite looks for each value of a command in each of its statements.
    private const int MostValues = 2_000;
    private static readonly ConcurrentDictionary<(string Table, int Rows, int Place), string> Statements = new();

    private int Values => Rows.Count * Columns.Count;

    /// <summary>Inserts with one statement per table and all statements in one command, as the last thing before the commit. What a transaction only adds (journal, jobs, the wish itself) is
    /// most of all rows that intake writes and is never changed in it, so tracking each of them would be most of its work.</summary>
    /// <exception cref="DbUpdateException">The database refused, as it does at a save.</exception>
    internal static async Task Insert(LoketDb db, IEnumerable<AppendedRows> appended, CancellationToken cancel)
    {
        // Setting up a municipality writes very many at once; a statement takes only so many parameters.
        var pieces = appended.SelectMany(rows => rows.Rows.Chunk(MostRows), (rows, chunk) => rows with { Rows = chunk }).ToList();
        if (pieces.Count == 0) return;
        try
        {
            await Send(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), pieces, cancel);
        }
        catch (DbException exception)
        {
            throw new DbUpdateException("What a transaction adds was refused.", exception);
        }
    }

    private static async Task Send(DbConnection connection, DbTransaction transaction, List<AppendedRows> pieces, CancellationToken cancel)
    {
        if (connection.CanCreateBatch)
        {
            // One round trip for all of them.
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var piece in pieces)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = piece.Statement(0);
                piece.Fill(command.Parameters, command.CreateParameter, 0);
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancel);
            RawCommands.Tell(connection, batch.BatchCommands.Select(one => one.CommandText));
            return;
        }

        foreach (var some in InCommands(pieces))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Join(";\n", some.Select((piece, place) => piece.Statement(place)));
            foreach (var (place, piece) in some.Index()) piece.Fill(command.Parameters, command.CreateParameter, place);
            await command.ExecuteNonQueryAsync(cancel);
            RawCommands.Tell(connection, command.CommandText);
        }
    }

    private static IEnumerable<List<AppendedRows>> InCommands(List<AppendedRows> pieces)
    {
        var (some, values) = (new List<AppendedRows>(), 0);
        foreach (var piece in pieces)
        {
            if (some.Count > 0 && values + piece.Values > MostValues)
            {
                yield return some;
                (some, values) = ([], 0);
            }

            some.Add(piece);
            values += piece.Values;
        }

        yield return some;
    }

    private string Statement(int place) => Statements.GetOrAdd((Table, Rows.Count, place), _ =>
    {
        var sql = new StringBuilder("INSERT INTO ").Append(Table).Append(" (").AppendJoin(", ", Columns).Append(") VALUES ");
        for (var row = 0; row < Rows.Count; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Columns.Select((_, column) => NameOf(place, (row * Columns.Count) + column))).Append(')');
        }

        if (Standing is { } standing) sql.Append(' ').Append(standing);
        return sql.ToString();
    });

    private static string NameOf(int place, int value) => string.Create(CultureInfo.InvariantCulture, $"@p{place}_{value}");

    private void Fill(DbParameterCollection parameters, Func<DbParameter> make, int place)
    {
        foreach (var (number, value) in Rows.SelectMany(row => row).Index())
        {
            var parameter = make();
            parameter.ParameterName = NameOf(place, number);
            parameter.Value = value ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }
}

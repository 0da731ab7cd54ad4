using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Loket.Storage.Journal;

/// <summary>Inserts the entries of a transaction with one statement per table. They are two thirds of all rows that intake writes and are never changed,
/// so tracking each of them would be most of its work.</summary>
internal static class JournalRows
{
    private const int MostRows = 500;
    private static readonly string[] Entries = ["id", "at", "kind", "who_kind", "who_id", "audience", "data", "personal_digest", "digest"];
    private static readonly ConcurrentDictionary<(string Table, int Rows), string> Statements = new();

    public static async Task Insert(
        LoketDb db, List<JournalEntry> entries, List<JournalPersonal> values, List<JournalSubject> subjects, CancellationToken cancel)
    {
        if (entries.Count == 0) return;
        (string Table, string[] Columns, List<object?[]> Rows)[] inserts =
        [
            ("journal_entries", Entries, entries.ConvertAll<object?[]>(entry =>
            [
                Id(entry.Id.Value), entry.At.ToUnixTimeTicks() / 10, entry.Kind, entry.WhoKind.ToString(), entry.WhoId is { } who ? Id(who) : null,
                entry.Audience.ToString(), entry.Data, entry.PersonalDigest, entry.Digest,
            ])),
            ("journal_unsealed", ["entry_id"], entries.ConvertAll<object?[]>(entry => [Id(entry.Id.Value)])),
            ("journal_personal", ["entry_id", "salt", "data"], values.ConvertAll<object?[]>(personal => [Id(personal.EntryId.Value), personal.Salt, personal.Data])),
            ("journal_subjects", ["subject_id", "at", "entry_id"], subjects.ConvertAll<object?[]>(subject =>
                [Id(subject.SubjectId), subject.At.ToUnixTimeTicks() / 10, Id(subject.EntryId.Value)])),
        ];

        // Setting up a municipality writes very many at once; a statement takes only so many parameters.
        var pieces = inserts.SelectMany(insert => insert.Rows.Chunk(MostRows), (insert, rows) => (insert.Table, insert.Columns, Rows: rows)).ToList();
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (connection.CanCreateBatch)
        {
            // One round trip for all of them.
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var (table, columns, rows) in pieces)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = Statement(table, columns, rows.Length);
                Fill(command.Parameters, command.CreateParameter, rows);
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancel);
            return;
        }

        foreach (var (table, columns, rows) in pieces)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Statement(table, columns, rows.Length);
            Fill(command.Parameters, command.CreateParameter, rows);
            await command.ExecuteNonQueryAsync(cancel);
        }

        object Id(Guid id) => db.Kind.Parameter(id);
    }

    private static string Statement(string table, string[] columns, int rows) => Statements.GetOrAdd((table, rows), _ =>
    {
        var sql = new StringBuilder("INSERT INTO ").Append(table).Append(" (").AppendJoin(", ", columns).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", columns.Select((_, column) => $"@p{(row * columns.Length) + column}")).Append(')');
        }

        return sql.ToString();
    });

    private static void Fill(DbParameterCollection parameters, Func<DbParameter> make, object?[][] rows)
    {
        foreach (var value in rows.SelectMany(row => row))
        {
            var parameter = make();
            parameter.ParameterName = $"@p{parameters.Count}";
            parameter.Value = value ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }
}

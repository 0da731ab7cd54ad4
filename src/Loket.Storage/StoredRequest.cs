using Loket.Kernel;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace Loket.Storage;

/// <summary>A wish that was carried out, with its result, so that its repeat gives the same answer.</summary>
internal sealed class StoredRequest
{
    public required string Scope { get; init; }

    public required string Key { get; init; }

    /// <summary>Digest of what was asked; the same key with another question is refused.</summary>
    public required byte[] Hash { get; init; }

    [Personal("the same answer to the same wish", "30 days")]
    public required string Result { get; init; }

    public required Instant At { get; init; }
}

/// <summary>The wishes that were carried out. Every change asks for its own, so past EF Core and together with the stamp of what stands: one round trip.</summary>
internal static class StoredRequests
{
    private const string Sql = $"""
        SELECT stamp.value, r.hash, r.result
        FROM ({StandingStamp.Read}) AS stamp LEFT JOIN requests AS r ON r.scope = @scope AND r.key = @key
        """;

    private static readonly string[] Columns = ["scope", "key", "at", "hash", "result"];

    /// <summary>The digest and result of a wish; null when it was not carried out yet.</summary>
    public static async Task<(byte[] Hash, string Result)?> Find(LoketDb db, RequestKey key, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = Sql;
        Set("@scope", key.Scope);
        Set("@key", key.Key);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        RawCommands.Tell(command.Connection!, command.CommandText);
        if (!await reader.ReadAsync(cancel)) return null;
        db.StandsAt(reader.GetInt64(0));
        return await reader.IsDBNullAsync(1, cancel) ? null : (reader.GetFieldValue<byte[]>(1), reader.GetString(2));

        void Set(string name, string value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>A wish that is carried out now, as a row.</summary>
    public static AppendedRows Row(StoredRequest request) => new(
        "requests", Columns, [[request.Scope, request.Key, request.At.ToUnixTimeTicks() / 10, request.Hash, request.Result]]);
}

internal sealed class StoredRequestConfiguration : IEntityTypeConfiguration<StoredRequest>
{
    public void Configure(EntityTypeBuilder<StoredRequest> builder)
    {
        builder.ToTable("requests");
        builder.HasKey(request => new { request.Scope, request.Key });
        builder.Property(request => request.Scope).HasMaxLength(80);
        builder.Property(request => request.Key).HasMaxLength(100);
        builder.HasIndex(request => request.At);
    }
}

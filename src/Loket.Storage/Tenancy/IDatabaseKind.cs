using System.Data.Common;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loket.Storage.Tenancy;

/// <summary>The few things in which the two databases differ.</summary>
public interface IDatabaseKind
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    string Name { get; }

    /// <summary>Whether UUIDs are stored as sixteen bytes rather than as the database's own type.</summary>
    bool StoresIdsAsBytes { get; }

    /// <summary>The collation that sorts by code point; null where that is the default.</summary>
    string? TextCollation { get; }

    /// <summary>Whether writers must queue in the program because the database takes one at a time.</summary>
    bool OneWriter { get; }

    /// <summary>Points a context at a database.</summary>
    void Configure(DbContextOptionsBuilder options, string connection);

    /// <summary>The value of a UUID in hand-written SQL.</summary>
    object Parameter(Guid id);

    /// <summary>Claims up to <c>@count</c> due jobs for <c>@owner</c> and returns them.</summary>
    string ClaimJobsSql { get; }

    /// <summary>Waits until no other transaction of this database is at the same thing, and keeps it until the end of this one. Where writers queue anyway, nobody waits.</summary>
    Task WaitTurn(LoketDb db, string thing, CancellationToken cancel);

    /// <summary>Looks anew at how large a table is, after very many rows were added: what is asked of it next is answered by a plan that fits. Where plans do not depend on size, nothing.</summary>
    Task Measure(LoketDb db, string table, CancellationToken cancel);

    /// <summary>After values were erased: writes over what older copies of their pages the database keeps beside the tables, as far as nobody still reads those.</summary>
    Task ForgetErased(LoketDb db, CancellationToken cancel);

    /// <summary>Connects a worker with those of other processes on the same database; null where there is only one process.</summary>
    Task<IWorkerLine?> OpenWorkerLine(string connection, Guid worker, CancellationToken cancel);

    /// <summary>Brings the schema up to date: tables by migration, then views and triggers anew.</summary>
    Task Migrate(LoketDb db, CancellationToken cancel);

    /// <summary>Looks at settings, guards and file of a database; changes nothing.</summary>
    Task<DatabaseCondition> Examine(LoketDb db, CancellationToken cancel);

    /// <summary>Whether the failure is a unique key that somebody else took first.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Whether the database, or the disk below it, is out of order or out of reach; nothing that the program did.</summary>
    bool IsOutage(DbException exception);

    /// <summary>Whether trying the whole transaction again may succeed (a busy lock, a deadlock, a serialisation conflict).</summary>
    bool IsTransient(Exception exception);
}

using System.Data.Common;

namespace Loket.Commands;

/// <summary>Tells an outage of a database from a bug.</summary>
internal static class Outage
{
    /// <summary>What the database or the way to it said; EF Core wraps what may pass in an exception of its own.</summary>
    public static DbException? In(Exception exception) => exception as DbException ?? exception.InnerException as DbException;
}

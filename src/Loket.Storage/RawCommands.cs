using System.Data.Common;
using System.Diagnostics;

namespace Loket.Storage;

/// <summary>Tells of the commands that go to a database past EF Core, as EF Core tells of its own: who counts how often a page asks hears all of them.</summary>
public static class RawCommands
{
    /// <summary>Name of the source.</summary>
    public const string Source = "Loket.Storage";

    /// <summary>Name of what is told, each with a <see cref="RawCommand"/>.</summary>
    public const string Executed = "Loket.Storage.RawCommandExecuted";

    private static readonly DiagnosticListener Listener = new(Source);

    // Put together only where somebody listens.
    internal static void Tell(DbConnection connection, params IEnumerable<string> statements)
    {
        if (Listener.IsEnabled(Executed)) Listener.Write(Executed, new RawCommand(connection.ConnectionString, string.Join(";\n", statements)));
    }
}

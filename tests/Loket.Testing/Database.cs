using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Loket.Testing;

/// <summary>The databases on which everything is tested.</summary>
public enum Database
{
    /// <summary>Embedded, one file.</summary>
    Sqlite,

    /// <summary>A real server.</summary>
    Postgres,
}

/// <summary>Runs a theory on both databases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Database>(Database.Sqlite), new TheoryDataRow<Database>(Database.Postgres)]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}

using Loket.Integration.Demo;
using Loket.Integration.Host;
using Loket.Integration.Web;
using Xunit.Sdk;
using Xunit.v3;

namespace Loket.Integration;

/// <summary>The classes that take minutes begin first: of a few at a time, one that begins last holds up the whole run.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(BadInputTests), nameof(BenchTests), nameof(FoundingTests), nameof(DemoProgramTests), nameof(ProgramTests)];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => Array.Exists(Long, name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)))];
}

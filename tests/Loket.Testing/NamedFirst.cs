using Xunit.Sdk;
using Xunit.v3;

namespace Loket.Testing;

/// <summary>The classes that take minutes begin first: of a few at a time, one that begins last holds up the whole run.</summary>
/// <param name="names">Names of those classes.</param>
public abstract class NamedFirst(params string[] names) : ITestCollectionOrderer
{
    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => Array.Exists(names, name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)))];
}

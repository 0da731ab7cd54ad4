using System.Reflection;
using Loket.Testing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Loket.Browser.Windows;

/// <summary>How somebody uses the site.</summary>
public enum Way
{
    /// <summary>A wide window and a mouse.</summary>
    Desktop,

    /// <summary>The same, and no script runs.</summary>
    WithoutScript,

    /// <summary>A phone of 320 pixels wide.</summary>
    SmallPhone,

    /// <summary>A window of 1280 by 1024 pixels, enlarged to 400 % (WCAG 1.4.10): 320 by 256 are left.</summary>
    Enlarged,

    /// <summary>A wide window and only the keys.</summary>
    Keyboard,
}

/// <summary>Runs a story in every way, and in the first on both databases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryWayAttribute : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Way>().Select(way => new TheoryDataRow<Way, Database>(way, Database.Sqlite)), new TheoryDataRow<Way, Database>(Way.Desktop, Database.Postgres)]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}

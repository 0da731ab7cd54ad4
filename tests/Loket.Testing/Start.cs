namespace Loket.Testing;

/// <summary>What a town of a test starts with.</summary>
public enum Start
{
    /// <summary>The demo town, so that tests and demo speak of the same lamp posts.</summary>
    DemoTown,

    /// <summary>Nothing but the tables; the test brings its own streets and people.</summary>
    Empty,
}

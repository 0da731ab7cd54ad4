namespace Loket.Demo.Playing;

/// <summary>A story that is played through the program itself, on the business clock.</summary>
public interface IScenario
{
    /// <summary>How it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it tells, in one line.</summary>
    string Tells { get; }

    /// <summary>Plays it.</summary>
    /// <param name="stage">A municipality of its own, filled with the demo town.</param>
    /// <param name="progress">What is going on, for who waits.</param>
    /// <param name="cancel">Stops it.</param>
    Task<Played> Play(Stage stage, IProgress<string> progress, CancellationToken cancel);
}

/// <summary>How a story went.</summary>
/// <param name="Figures">What is printed, as one JSON object.</param>
/// <param name="AsPromised">Whether it went as it should.</param>
public sealed record Played(object Figures, bool AsPromised);

/// <summary>The stories that there are.</summary>
public static class Scenarios
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IScenario> All { get; } = [new Loket.Demo.Scenarios.LampPost(), new Loket.Demo.Scenarios.LampPostAsItShouldBe()];
}

namespace Loket.Demo.Measuring;

/// <summary>A measurement of the program itself.</summary>
public interface IBench
{
    /// <summary>How it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Measures { get; }

    /// <summary>Measures on one database.</summary>
    /// <param name="database"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="size">On how much, and for how long.</param>
    /// <param name="progress">What is going on, for who waits.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<Measured>> Run(string database, BenchSize size, IProgress<string> progress, CancellationToken cancel);
}

/// <summary>How large a measurement is.</summary>
/// <param name="Cases">How many cases are present, where that matters.</param>
/// <param name="Quick">Whether it only shows that measuring works, in some seconds.</param>
public sealed record BenchSize(int Cases, bool Quick)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>A time as it is meant, or a moment where it goes quickly.</summary>
    internal TimeSpan Of(TimeSpan time) => Quick ? Moment : time;
}

/// <summary>One figure.</summary>
/// <param name="Figure">What was measured.</param>
/// <param name="Database">On which database.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what, for example <c>ms</c>.</param>
/// <param name="Goal">What it should be; null where it is measured for comparison only.</param>
/// <param name="Holds">Whether the goal is met; null without a goal.</param>
public sealed record Measured(string Figure, string Database, double Value, string Unit, double? Goal, bool? Holds)
{
    /// <summary>A figure that should not be more than its goal.</summary>
    public static Measured AtMost(double goal, string figure, string database, double value, string unit) =>
        new(figure, database, value, unit, goal, value <= goal);

    /// <summary>A figure that should not be less than its goal.</summary>
    public static Measured AtLeast(double goal, string figure, string database, double value, string unit) =>
        new(figure, database, value, unit, goal, value >= goal);

    /// <summary>A figure for comparison.</summary>
    public static Measured Plain(string figure, string database, double value, string unit) => new(figure, database, value, unit, null, null);
}

/// <summary>The measurements that there are.</summary>
public static class Benches
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IBench> All { get; } = [new ColdStart(), new IntakeBench(), new SuggestionBench()];
}

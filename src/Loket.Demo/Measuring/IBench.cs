namespace Loket.Demo.Measuring;

/// <summary>A measurement of the program itself.</summary>
internal interface IBench
{
    /// <summary>How it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Measures { get; }

    /// <summary>What it must see while the town is still empty.</summary>
    Task Prepare(Ground ground, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Measures in a town that is filled. Others may have measured there before.</summary>
    /// <param name="ground">The town, and the program that serves it.</param>
    /// <param name="size">On how much, and for how long.</param>
    /// <param name="progress">What is going on, for who waits.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<Measured>> Run(Ground ground, BenchSize size, IProgress<string> progress, CancellationToken cancel);
}

/// <summary>How large a measurement is.</summary>
/// <param name="Cases">How many cases are present, where that matters.</param>
/// <param name="Quick">Whether it only shows that measuring works, in some seconds.</param>
internal sealed record BenchSize(int Cases, bool Quick)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>A time as it is meant, or a moment where it goes quickly.</summary>
    public TimeSpan Of(TimeSpan time) => Quick ? Moment : time;
}

/// <summary>One figure.</summary>
/// <param name="Figure">What was measured.</param>
/// <param name="Database">On which database.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what, for example <c>ms</c>.</param>
/// <param name="Goal">What it should be; null where it is measured for comparison only.</param>
/// <param name="Holds">Whether the goal is met; null without a goal.</param>
internal sealed record Measured(string Figure, string Database, double Value, string Unit, double? Goal, bool? Holds)
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
internal static class Benches
{
    /// <summary>All of them, made anew for one town, in the order in which they measure there: what adds to the town comes last.</summary>
    public static IReadOnlyList<IBench> All() => [new ColdStart(), new SuggestionBench(), new ListsBench(), new HandsBench(), new IntakeBench()];
}

namespace Loket.Commands;

/// <summary>Why a command can't do its work, in words for who manages the installation.</summary>
/// <param name="Code">With which exit code the command ends, see <see cref="ExitCode"/>.</param>
/// <param name="Words">What is wrong and how to mend it.</param>
public sealed record Problem(int Code, string Words)
{
    /// <summary>Says the problems on the error stream.</summary>
    /// <returns>The exit code of the first.</returns>
    public static int Tell(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems) Console.Error.WriteLine(problem.Words);
        return problems[0].Code;
    }
}

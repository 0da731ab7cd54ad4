using Loket.Kernel;
using System.CommandLine;
using Loket.Commands;
using NodaTime;

namespace Loket.Demo.Commands;

/// <summary><c>codes</c>: the sign-in codes of the demo's people at this moment. Their secrets follow from their names, so nothing is read; a real municipality has none of these people.</summary>
internal static class CodesCommand
{
    public static Command Make()
    {
        var command = new Command("codes", "Print with what the people of the demo sign in at this moment.");
        command.SetAction(_ =>
        {
            Console.WriteLine(SignIns.Table(new BusinessClock(TimeProvider.System).Now()));
            return ExitCode.Ok;
        });
        return command;
    }
}

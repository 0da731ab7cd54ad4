using System.CommandLine;
using Loket.Commands;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Organisation.Accounts;
using NodaTime;

namespace Loket.Demo.Commands;

/// <summary><c>code</c>: the one-time code that somebody of the demo would read on a telephone.</summary>
internal static class CodeCommand
{
    public static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = $"The sign-in name, for example {KnownFaces.SignInOf(StaffRole.Agent)}." };
        name.Validators.Add(result =>
        {
            // Secrets follow from names: a slip of the pen would give a code that looks right and opens nothing.
            foreach (var token in result.Tokens.Where(token => !SignIns.Knows(token.Value)))
                result.AddError($"Nobody of the demo signs in as '{token.Value}'; ./loket codes prints names of those who do.");
        });
        var command = new Command("code", "Print the one-time code of somebody of the demo, as the app on a telephone would.") { name };
        command.SetAction(parsed =>
        {
            var step = OneTimeCodes.StepAt(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
            Console.WriteLine(OneTimeCodes.Code(OrganisationOfTown.CodeKeyOf(parsed.GetRequiredValue(name)), step));
            return ExitCode.Ok;
        });
        return command;
    }
}

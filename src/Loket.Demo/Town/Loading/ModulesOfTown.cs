using Loket.Cases.Modules;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Demo.Town.Loading;

/// <summary>The text modules of the demo town.</summary>
internal static class ModulesOfTown
{
    /// <summary>Keeps what everybody and what each team writes often.</summary>
    /// <param name="services">The services of a scope of the tenant.</param>
    /// <param name="keys">The teams in the program.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="InvalidOperationException">A text was refused: a bug.</exception>
    public static async Task Keep(IServiceProvider services, OrganisationKeys keys, CancellationToken cancel)
    {
        var save = services.GetRequiredService<SaveModule>();
        foreach (var text in TeamTexts.All)
        {
            foreach (var owner in Owners(text, keys))
            {
                var details = new ModuleDetails(owner, text.Code, text.Name, text.Text.Dutch, text.Text.English, CaseType: null);
                var kept = await save.Handle(new SaveModule.Request(RequestKey.None, null, 0, details, Actor.System), cancel);
                if (!kept.Succeeded) throw new InvalidOperationException($"The text module {text.Code} of the demo town was refused: {kept.Failure.Code} at {kept.Failure.Field}.");
            }
        }
    }

    private static IEnumerable<ModuleOwner> Owners(TeamText text, OrganisationKeys keys) =>
        text.Teams.Count == 0 ? [ModuleOwner.Everybody] : text.Teams.Select(team => new ModuleOwner(null, keys.Teams[team]));
}

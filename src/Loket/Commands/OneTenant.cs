using Loket.Configuration;
using Loket.Hosting;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Loket.Web.Components;

namespace Loket.Commands;

/// <summary>A command that does its work inside one municipality, with the services that serve has.</summary>
internal static class OneTenant
{
    /// <summary>Opens the municipality and does the work.</summary>
    /// <param name="file">The settings; null for the usual ones.</param>
    /// <param name="name">Which municipality; null where there is only one.</param>
    /// <param name="locked">Whether it needs the database for itself. A short change waits its turn and does not.</param>
    /// <param name="work">The work, in a scope of the municipality; gives an exit code.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<int> Run(string? file, string? name, bool locked, Func<IServiceProvider, Task<int>> work, CancellationToken cancel)
    {
        var settings = SettingsFile.Read(file, out var problems);
        if (problems.Count > 0) return Problem.Tell(problems);
        if (Choose(settings, name) is not { } chosen) return Problem.Tell([Unclear(settings, name)]);
        using var opened = OpenTenants.Open(settings, demoAllowed: true, locked, only: chosen);
        if (opened.Problems.Count > 0) return Problem.Tell(opened.Problems);

        await using var services = new ServiceCollection().AddLogging().AddLoket().BuildServiceProvider();
        var wrong = await SchemaCheck.Problems(services.GetRequiredService<Databases>(), opened.Tenants, cancel);
        if (wrong.Count > 0) return Problem.Tell(wrong);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = opened.Tenants[0];
        try
        {
            return await work(scope.ServiceProvider);
        }
        catch (Exception exception) when (Outage.In(exception) is not null)
        {
            return Problem.Tell([new Problem(ExitCode.Database, $"{chosen}: The database did not do its work. {Outage.In(exception)!.Message}")]);
        }
    }

    /// <summary>Says why something was refused.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(Failure failure)
    {
        var words = TextCatalogue.Default.For(Words.Shared, Language.Culture(Language.English)).Of(failure);
        return Problem.Tell([new Problem(ExitCode.Refused, failure.Field is { } field ? $"{field}: {words} Nothing was changed." : $"{words} Nothing was changed.")]);
    }

    private static string? Choose(LoketSettings settings, string? name) => name is null
        ? settings.Tenants.Count == 1 ? settings.Tenants.Keys.Single() : null
        : settings.Tenants.ContainsKey(name) ? name : null;

    private static Problem Unclear(LoketSettings settings, string? name)
    {
        var why = name is null ? "There are several municipalities in the settings; say which one with --tenant." : $"There is no municipality {name} in the settings.";
        return new Problem(ExitCode.Settings, $"{why} They are: {string.Join(", ", settings.Tenants.Keys.Order(StringComparer.Ordinal))}.");
    }
}

using Loket.Commands;

namespace Loket.Configuration;

/// <summary>Reads the settings.</summary>
public static class SettingsFile
{
    /// <summary>Looked for in the current folder when no other file is named.</summary>
    public const string Usual = "loket.json";

    /// <summary>The settings of a file, overruled by the variables of the environment.</summary>
    /// <param name="file">The file; null for the usual one, which may be missing.</param>
    /// <param name="problems">What is wrong with them; empty when they can be used.</param>
    public static LoketSettings Read(string? file, out IReadOnlyList<Problem> problems)
    {
        var settings = new LoketSettings();
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddJsonFile(Path.GetFullPath(file ?? Usual), optional: file is null, reloadOnChange: false)
                .AddEnvironmentVariables("LOKET__")
                .Build();
            // A misspelt name would otherwise silently mean the default.
            settings = configuration.Get<LoketSettings>(options => options.ErrorOnUnknownConfiguration = true) ?? settings;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or FormatException or InvalidOperationException)
        {
            problems = [new Problem(ExitCode.Settings, $"The settings can't be read. {string.Join(' ', new[] { exception.Message, exception.GetBaseException().Message }.Distinct())}")];
            return settings;
        }

        problems = [.. SettingsCheck.Problems(settings).Select(words => new Problem(ExitCode.Settings, words))];
        return settings;
    }
}

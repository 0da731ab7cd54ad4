using System.CommandLine;
using Loket.Configuration;

namespace Loket.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>Which settings.</summary>
    public static Option<string?> Settings() => new("--config")
    {
        Description = $"The file with the settings. Without it: {SettingsFile.Usual} in this folder, where it is there.", HelpName = "FILE",
    };

    /// <summary>Which municipality.</summary>
    public static Option<string?> Tenant() => new("--tenant")
    {
        Description = "The technical name of the municipality; needed where the settings have more than one.", HelpName = "NAME",
    };
}

using Loket.Organisation.Providers;

namespace Loket.Configuration;

/// <summary>The secret with which we show ourselves to a municipality's provider: in the settings, or in a file of its own.</summary>
internal static class ProviderSecret
{
    private const int MostLocalDays = 365;

    /// <summary>What is wrong with the settings of a provider.</summary>
    /// <param name="place">Where they stand, for example <c>Tenants:polderstad:SignIn</c>.</param>
    /// <param name="settings">The settings; what must be there may be missing.</param>
    public static IEnumerable<string> WhatIsWrong(string place, ProviderSettings settings)
    {
        if (settings.Authority is not { IsAbsoluteUri: true } authority)
            yield return $"{place}:Authority is missing; it is the address of the provider, such as https://login.example/realms/staff.";
        else if (authority.Scheme != Uri.UriSchemeHttps && !(authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            yield return $"{place}:Authority must begin with https; only a provider on this machine can do without.";
        if (string.IsNullOrWhiteSpace(settings.ClientId))
            yield return $"{place}:ClientId is missing; it is the name under which Loket is registered at the provider.";
        if (string.IsNullOrWhiteSpace(settings.ClientSecret) == string.IsNullOrWhiteSpace(settings.SecretFile))
            yield return $"{place} needs either a ClientSecret or a SecretFile.";
        else if (!string.IsNullOrWhiteSpace(settings.SecretFile) && WhatIsWrongWith(Path.GetFullPath(settings.SecretFile)) is { } wrong)
            yield return $"{place}:SecretFile: {wrong}";
        if (settings.Teams.Values.Any(string.IsNullOrWhiteSpace))
            yield return $"{place}:Teams names a claim without the key of a team.";
        if (settings.LocalDays is < 1 or > MostLocalDays)
            yield return $"{place}:LocalDays is a number from 1 to {MostLocalDays}.";
    }

    /// <summary>The settings with the secret in them.</summary>
    public static ProviderSettings Filled(ProviderSettings settings) => string.IsNullOrWhiteSpace(settings.SecretFile)
        ? settings
        : settings with { ClientSecret = File.ReadAllText(Path.GetFullPath(settings.SecretFile)).Trim() };

    private static string? WhatIsWrongWith(string file)
    {
        if (!File.Exists(file)) return $"{file} is missing.";
        if (SecretFile.IsOpenToOthers(file)) return $"{file} can be read by others. Type: chmod 600 {file}";
        try
        {
            return string.IsNullOrWhiteSpace(File.ReadAllText(file)) ? $"{file} is empty." : null;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return $"{file} can't be read by the user {Environment.UserName}. {exception.Message}";
        }
    }
}

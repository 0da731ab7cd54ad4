using Loket.Commands;
using Loket.Configuration;

namespace Loket.Doctor;

/// <summary>Secrets and keys: there, readable by the program and by nobody else.</summary>
internal static class KeyChecks
{
    public static IEnumerable<Finding> Of(LoketSettings settings, string? settingsFile)
    {
        var file = Path.GetFullPath(settingsFile ?? SettingsFile.Usual);
        var holdsSecrets = settings.Tenants.Values.Any(tenant =>
            tenant.Connection?.Contains("password", StringComparison.OrdinalIgnoreCase) == true || tenant.Messages?.Smtp?.Password is not null || tenant.Messages?.Sms?.Token is not null
            || tenant.SignIn?.ClientSecret is not null);
        if (File.Exists(file) && holdsSecrets && (File.GetUnixFileMode(file) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None)
            yield return Finding.Wrong(null, "settings", $"{file} holds passwords and can be read by everybody.", $"chmod 640 {file}, with the program's group.");
        foreach (var (name, tenant) in settings.Tenants)
        {
            var place = TenantPlace.Of(name, tenant);
            yield return Secret(name, place.SecretFile);
            yield return NumberKeys(name, place.NumberKeyFile);
        }
    }

    private static Finding Secret(string tenant, string file)
    {
        SecretFile.Read(file, demoAllowed: true, out Problem? problem);
        if (problem is not null) return Finding.Wrong(tenant, "secret", problem.Words, "serve does not start before this is mended.");
        return SecretFile.IsDemo(file)
            ? Finding.Note(tenant, "secret", "This is a demo: serve refuses it.")
            : Finding.Ok(tenant, "secret", "There, and only its owner can read it.");
    }

    private static Finding NumberKeys(string tenant, string file)
    {
        const string Check = "number keys";
        var keys = NumberKeyFile.Read(file, out Problem? problem);
        if (problem is not null) return Finding.Wrong(tenant, Check, problem.Words, "serve does not start before this is mended.");
        return Finding.Ok(tenant, Check, keys.Count == 0 ? "None was renewed: national numbers are kept under a key of the secret." : $"{keys.Count} in {file}, and only its owner can read it.");
    }
}

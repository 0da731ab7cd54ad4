using System.Net;
using Loket.Messages;

namespace Loket.Configuration;

/// <summary>What can be wrong with settings before anything is opened.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<string> Problems(LoketSettings settings)
    {
        foreach (var address in settings.Listen.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(address.Replace("*", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme != "http")
                yield return $"Listen: '{address}' is not an address such as http://127.0.0.1:5080. TLS is done by a proxy in front.";
        }

        foreach (var proxy in settings.TrustedProxies)
        {
            if (!IPAddress.TryParse(proxy, out _)) yield return $"TrustedProxies: '{proxy}' is not an IP address.";
        }

        if (settings.Telemetry is { } telemetry && !Uri.TryCreate(telemetry, UriKind.Absolute, out _))
            yield return $"Telemetry: '{telemetry}' is not an address such as http://127.0.0.1:4318.";
        if (settings.Tenants.Count == 0)
            yield return $"No municipality is configured. Name one under Tenants in {SettingsFile.Usual}; docs/operations.md has an example.";

        foreach (var words in settings.Tenants.SelectMany(tenant => Problems(tenant.Key, tenant.Value))) yield return words;
        foreach (var words in Doubles(settings)) yield return words;
    }

    private static IEnumerable<string> Problems(string name, TenantSettings tenant)
    {
        if (name.Length is 0 or > 40 || !name.All(symbol => char.IsAsciiLetterLower(symbol) || char.IsAsciiDigit(symbol) || symbol == '-'))
            yield return $"Tenants: '{name}' is not a technical name; use small letters, digits and '-', at most 40.";
        if (tenant.Database is not ("sqlite" or "postgres"))
            yield return $"Tenants:{name}:Database is '{tenant.Database}'; it can be sqlite or postgres.";
        if (tenant.Database == "postgres" && string.IsNullOrWhiteSpace(tenant.Connection))
            yield return $"Tenants:{name}:Connection is missing; PostgreSQL needs a connection string.";
        if (tenant.Database == "postgres" && tenant.File is not null)
            yield return $"Tenants:{name}:File is for SQLite only.";
        if (tenant.Database == "sqlite" && tenant.Connection is not null)
            yield return $"Tenants:{name}:Connection is for PostgreSQL only; SQLite has File.";
        if (tenant.Messages?.Smtp is { } mail && (string.IsNullOrWhiteSpace(mail.Host) || mail.From?.Contains('@', StringComparison.Ordinal) != true))
            yield return $"Tenants:{name}:Messages:Smtp needs a Host and a From, the address to which undeliverable mail comes back.";
        if (tenant.Messages?.Smtp is { Security: SmtpSecurity.None } smtp && !IsThisMachine(smtp.Host))
            yield return $"Tenants:{name}:Messages:Smtp:Security can be None only for a server on this machine; {smtp.Host} is another.";
        if (tenant.Messages?.Sms is { } sms && (sms.Url is not { IsAbsoluteUri: true } || string.IsNullOrWhiteSpace(sms.From)))
            yield return $"Tenants:{name}:Messages:Sms needs a Url such as https://gateway.example/send and a From, the sender that telephones show.";
        if (tenant.Addresses?.WhatIsWrong(name) is { } wrong) yield return wrong;
        if (tenant.SignIn is not { } signIn) yield break;
        foreach (var words in ProviderSecret.WhatIsWrong($"Tenants:{name}:SignIn", signIn)) yield return words;
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static IEnumerable<string> Doubles(LoketSettings settings)
    {
        if (settings.Tenants.Count > 1)
        {
            foreach (var (name, _) in settings.Tenants.Where(tenant => tenant.Value.Hosts.Count == 0))
                yield return $"Tenants:{name}:Hosts is empty; with more than one municipality each has its own host names.";
        }

        foreach (var host in settings.Tenants.SelectMany(tenant => tenant.Value.Hosts).GroupBy(host => host, StringComparer.OrdinalIgnoreCase))
        {
            if (host.Count() > 1) yield return $"Tenants: the host name {host.Key} is used more than once.";
        }

        var folders = settings.Tenants.Select(tenant => TenantPlace.Of(tenant.Key, tenant.Value).Folder).GroupBy(folder => folder, StringComparer.Ordinal);
        foreach (var folder in folders.Where(folder => folder.Count() > 1))
            yield return $"Tenants: the folder {folder.Key} is used more than once.";
    }
}

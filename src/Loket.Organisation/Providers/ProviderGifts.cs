using Loket.Organisation.Rights;

namespace Loket.Organisation.Providers;

/// <summary>What the claims of a provider give by the settings; what is not mapped gives nothing.</summary>
/// <param name="Roles">The roles; null where the provider doesn't give them.</param>
/// <param name="TeamKeys">The keys of the teams; null where the provider doesn't give them, or left their claim out: it does so for who has too many, and saying nothing takes nothing away.</param>
internal sealed record ProviderGifts(IReadOnlyList<Role>? Roles, IReadOnlyList<string>? TeamKeys)
{
    public static ProviderGifts Of(ProviderSettings settings, ProviderIdentity identity) => new(RolesOf(settings, identity), TeamsOf(settings, identity));

    private static List<Role>? RolesOf(ProviderSettings settings, ProviderIdentity identity)
    {
        if (settings.Roles.Count == 0) return null;
        return [.. identity.RoleClaims.Where(settings.Roles.ContainsKey).SelectMany(claim => settings.Roles[claim]).Distinct().Order()];
    }

    private static List<string>? TeamsOf(ProviderSettings settings, ProviderIdentity identity)
    {
        if (settings.Teams.Count == 0 || identity.TeamClaims is not { } claims) return null;
        return [.. claims.Where(settings.Teams.ContainsKey).Select(claim => settings.Teams[claim]).Distinct(StringComparer.Ordinal)];
    }
}

using Loket.Organisation.Providers;
using Loket.Organisation.Teams;
using Loket.Web.SignIn.Provider;

namespace Loket.Doctor;

/// <summary>The provider through which a municipality's staff signs in: it answers, and what it gives is there. Nobody is signed in.</summary>
internal static class ProviderChecks
{
    private const string Check = "sign-in";

    /// <summary>Whether the provider answers as it should.</summary>
    public static async Task<Finding> Of(string tenant, ProviderSettings? provider, CancellationToken cancel)
    {
        if (provider is null) return Finding.Note(tenant, Check, "No provider is configured: staff signs in with a password and code of Loket.");
        return await ProviderCheck.WhatIsWrong(provider, cancel) is { } wrong
            ? Finding.Wrong(tenant, Check, $"Nobody can sign in through {provider.Authority}. {wrong}", $"Mend Tenants:{tenant}:SignIn or the provider.")
            : Finding.Ok(tenant, Check, $"{provider.Authority} answers. Whether it knows us by this secret shows only when somebody signs in.");
    }

    /// <summary>Whether each team that its claims give is there; a misspelt key gives nothing.</summary>
    public static async Task<IReadOnlyList<Finding>> Teams(string tenant, ProviderSettings? provider, TeamDirectory teams, CancellationToken cancel)
    {
        if (provider is null || provider.Teams.Count == 0) return [];
        var known = (await teams.All(cancel)).Select(team => team.Key).ToHashSet(StringComparer.Ordinal);
        var unknown = provider.Teams.Values.Where(key => !known.Contains(key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0) return [];
        return [Finding.Wrong(tenant, Check, $"Claims give teams that are not there: {string.Join(", ", unknown)}.", $"Mend Tenants:{tenant}:SignIn:Teams, or make the teams (Beheer, Teams).")];
    }
}

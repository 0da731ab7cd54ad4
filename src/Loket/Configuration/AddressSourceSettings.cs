using Loket.Places;

namespace Loket.Configuration;

/// <summary>Where a municipality takes its addresses from, as it stands in the settings; what the values mean is told at <see cref="AddressSettings"/>.</summary>
public sealed class AddressSourceSettings
{
    /// <summary><c>own</c>, the list that was imported, or <c>national</c>, the service of the address register.</summary>
    public string? Source { get; init; }

    /// <summary>The address of the national service; null for the public one.</summary>
    public string? Service { get; init; }

    /// <summary>The municipality's four-digit code, to which answers of the national service are limited.</summary>
    public string? Municipality { get; init; }

    /// <summary>How long an answer of the service may take.</summary>
    public string? PatienceMilliseconds { get; init; }

    /// <summary>The same values where <see cref="AddressSettings.Of"/> looks for them.</summary>
    internal IEnumerable<KeyValuePair<string, string?>> For(string tenant) =>
    [
        new($"Tenants:{tenant}:Addresses:{nameof(Source)}", Source), new($"Tenants:{tenant}:Addresses:{nameof(Service)}", Service),
        new($"Tenants:{tenant}:Addresses:{nameof(Municipality)}", Municipality), new($"Tenants:{tenant}:Addresses:{nameof(PatienceMilliseconds)}", PatienceMilliseconds),
    ];

    /// <summary>What is wrong with them; null when nothing is.</summary>
    internal string? WhatIsWrong(string tenant)
    {
        try
        {
            AddressSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(For(tenant)).Build(), tenant);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return $"Tenants:{tenant}:{exception.Message}";
        }
    }
}

using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Organisation;

/// <summary>Registers the room.</summary>
public static class OrganisationServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(OrganisationServices).Assembly;

    /// <summary>People, teams, partners, calendars, accounts.</summary>
    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        return services;
    }
}

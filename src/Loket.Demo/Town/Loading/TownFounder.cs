using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation.SetUp;
using Loket.Places;
using Loket.Storage.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Demo.Town.Loading;

/// <summary>Makes an empty municipality into the demo town.</summary>
public static class TownFounder
{
    /// <summary>The seed of the town that everybody sees.</summary>
    public const ulong Seed = 1852;

    /// <summary>Sets up organisation, places, case types and routing.</summary>
    /// <param name="services">The services of a scope of the tenant.</param>
    /// <param name="baseAddress">Where the site is.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="InvalidOperationException">The town's own data was refused: a bug.</exception>
    public static async Task<OrganisationKeys> Found(IServiceProvider services, string baseAddress, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TenantContext>().Tenant.Clock.Now();
        var keys = Sound(await services.GetRequiredService<SetUpOrganisation>().Handle(OrganisationOfTown.Plan(StaffList.Invent(Seed), baseAddress, now), cancel));
        Sound(await services.GetRequiredService<SetUpPlaces>().Handle(PlacesOfTown.Plan(StreetPlan.Build(Seed)), cancel));
        Sound(await services.GetRequiredService<SetUpCases>().Handle(CasesOfTown.Plan(keys), cancel));
        return keys;
    }

    private static T Sound<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException($"The demo town was refused: {result.Failure.Code} at {result.Failure.Field} ({string.Join(", ", result.Failure.Arguments)}).");
}

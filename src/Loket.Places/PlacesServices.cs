using System.Reflection;
using Loket.Storage.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Places;

/// <summary>Registers the room.</summary>
public static class PlacesServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(PlacesServices).Assembly;

    /// <summary>The room's use cases.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services)
    {
        services.AddSingleton<AreaTree>();
        services.AddSingleton<Assets>();
        services.AddSingleton<PlaceFinder>();
        services.AddScoped<ReadPlace>();
        services.AddScoped<SetUpPlaces>();
        services.AddScoped<ImportAreas>();
        services.AddScoped<ImportAddresses>();
        services.AddScoped<ImportAssets>();
        services.AddScoped<AddressTable>();
        services.AddScoped<NationalAddresses>();
        services.AddScoped(provider => AddressSettings.Of(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<TenantContext>().Tenant.Name));
        services.AddScoped<IAddressSource>(provider => provider.GetRequiredService<AddressSettings>().National
            ? provider.GetRequiredService<NationalAddresses>()
            : provider.GetRequiredService<AddressTable>());
        services.AddHttpClient(NationalAddresses.Client, client =>
        {
            client.MaxResponseContentBufferSize = 1_000_000;
            client.Timeout = TimeSpan.FromMinutes(1);
        });
        return services;
    }
}

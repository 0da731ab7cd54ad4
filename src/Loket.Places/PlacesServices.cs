using System.Reflection;
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
        services.AddScoped<SetUpPlaces>();
        return services;
    }
}

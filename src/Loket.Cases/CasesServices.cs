using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Cases;

/// <summary>Registers the room.</summary>
public static class CasesServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(CasesServices).Assembly;

    /// <summary>The room's use cases.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        return services;
    }
}

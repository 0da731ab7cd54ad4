using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Intake;

/// <summary>Registers the room.</summary>
public static class IntakeServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(IntakeServices).Assembly;

    /// <summary>The room's use cases.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        return services;
    }
}

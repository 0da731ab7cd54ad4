using System.Reflection;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Intake;

/// <summary>Registers the room.</summary>
public static class IntakeServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(IntakeServices).Assembly;

    /// <summary>Registering contacts, recognising repeats, ending matters.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddScoped<RegisterContact>().AddScoped<MatterEndings>().AddScoped<FindSimilar>();
}

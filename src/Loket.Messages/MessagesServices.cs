using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Messages;

/// <summary>Registers the room.</summary>
public static class MessagesServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(MessagesServices).Assembly;

    /// <summary>The room's use cases.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        return services;
    }
}

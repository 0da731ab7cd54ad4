using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Documents;

/// <summary>Registers the room.</summary>
public static class DocumentsServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(DocumentsServices).Assembly;

    /// <summary>The room's use cases.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        return services;
    }
}

using System.Reflection;
using Loket.Documents.Storing;
using Loket.Storage.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Loket.Documents;

/// <summary>Registers the room.</summary>
public static class DocumentsServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(DocumentsServices).Assembly;

    /// <summary>The room's use cases.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton(new DocumentLimits());
        services.AddScoped<ReceiveFile>().AddScoped<StoreDocument>().AddScoped<ReadDocuments>();
        services.AddSchedule<SweepFiles, SweepFilesHandler>();
        return services;
    }
}

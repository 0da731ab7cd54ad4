using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Storage.Model;
using Loket.Storage.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Storage;

/// <summary>Registers the room.</summary>
public static class StorageServices
{
    /// <summary>Context, unit of work, journal, jobs, tenants.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Rooms rooms)
    {
        services.AddSingleton(rooms);
        services.AddSingleton<Databases>();
        services.AddSingleton<EventTypes>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<JournalChain>();
        services.AddSingleton<JobFigures>();
        services.AddSingleton<TenantCatalogue>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<TenantContext>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<JournalReader>().AddScoped<Looks>().AddSingleton<JournalErasure>();
        services.AddSingleton<JournalSearch>();
        services.AddScoped<RetryJobs>();
        services.AddSchedule<SealJournal, SealJournalHandler>();
        services.AddSchedule<CleanRequests, CleanRequestsHandler>();
        return services;
    }
}

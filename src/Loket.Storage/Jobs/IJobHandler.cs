using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Loket.Storage.Jobs;

/// <summary>What a job is to do.</summary>
public interface IJobPayload
{
    /// <summary>Name of the kind of job, for ever.</summary>
    static abstract string Kind { get; }
}

/// <summary>How an attempt ended; an exception means: try again later.</summary>
public abstract record JobOutcome
{
    /// <summary>Nothing more to do.</summary>
    public static JobOutcome Done { get; } = new DoneOutcome();

    /// <summary>The same again, at a later moment of the business clock: a schedule.</summary>
    public static JobOutcome Again(Instant at) => new AgainOutcome(at);

    internal sealed record DoneOutcome : JobOutcome;

    internal sealed record AgainOutcome(Instant At) : JobOutcome;
}

/// <summary>Does one kind of job. An effect outside the database comes before <see cref="JobContext.Complete"/> and carries an idempotency key;
/// everything inside the database belongs in the body of Complete, which commits together with the end of the job.</summary>
public interface IJobHandler<in TPayload> where TPayload : IJobPayload
{
    /// <summary>Does the job; must end with <see cref="JobContext.Complete"/>.</summary>
    Task Run(TPayload payload, JobContext job, CancellationToken cancel);
}

/// <summary>A handler that knows what to do when its job failed at every attempt. The job is then over; without this it stands as dead and waits for a person.</summary>
public interface IGivesUp<in TPayload> where TPayload : IJobPayload
{
    /// <summary>Writes what it means that the job will not be done, in the transaction that ends it.</summary>
    Task GiveUp(TPayload payload, Work work, CancellationToken cancel);
}

/// <summary>Which handler does which kind.</summary>
public sealed record JobRegistration(
    string Kind, Func<IServiceProvider, string, JobContext, CancellationToken, Task> Run, Func<IServiceProvider, string, Work, CancellationToken, Task>? GiveUp);

/// <summary>A job that is always there, and queues itself anew. It never dies: what holds it up is mended some day, and then it must go on.</summary>
public sealed record JobSchedule(string Kind, string Payload);

/// <summary>Registers job handlers.</summary>
public static class JobServices
{
    /// <summary>Lets a handler do a kind of job.</summary>
    public static IServiceCollection AddJob<TPayload, THandler>(this IServiceCollection services)
        where TPayload : IJobPayload
        where THandler : class, IJobHandler<TPayload>
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new JobRegistration(
            TPayload.Kind,
            (provider, payload, job, cancel) => provider.GetRequiredService<THandler>().Run(Read(payload), job, cancel),
            typeof(THandler).IsAssignableTo(typeof(IGivesUp<TPayload>))
                ? (provider, payload, work, cancel) => ((IGivesUp<TPayload>)provider.GetRequiredService<THandler>()).GiveUp(Read(payload), work, cancel)
                : null));
        return services;

        static TPayload Read(string payload) => System.Text.Json.JsonSerializer.Deserialize<TPayload>(payload, Json.Options)!;
    }

    /// <summary>A job that every tenant always has; its handler ends with <see cref="JobOutcome.Again"/>.</summary>
    public static IServiceCollection AddSchedule<TPayload, THandler>(this IServiceCollection services)
        where TPayload : IJobPayload, new()
        where THandler : class, IJobHandler<TPayload>
    {
        services.AddJob<TPayload, THandler>();
        services.AddSingleton(new JobSchedule(TPayload.Kind, System.Text.Json.JsonSerializer.Serialize(new TPayload(), Json.Options)));
        return services;
    }
}

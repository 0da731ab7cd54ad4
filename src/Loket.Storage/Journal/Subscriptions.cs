using Microsoft.Extensions.DependencyInjection;

namespace Loket.Storage.Journal;

/// <summary>What a room does when something happens, in the same transaction: make a message, a job, a timer.</summary>
/// <typeparam name="TEvent">The event, or an interface that several events share.</typeparam>
public interface ISubscription<in TEvent> where TEvent : IJournalEvent
{
    /// <summary>Called once for each entry written.</summary>
    Task Handle(TEvent happened, Written entry, Work work, CancellationToken cancel);
}

/// <summary>Which subscriptions follow which event.</summary>
public sealed class Subscriptions(IEnumerable<Subscriptions.Registration> registrations)
{
    private readonly List<Registration> registrations = [.. registrations];

    internal async Task Deliver(IServiceProvider services, Written entry, Work work, CancellationToken cancel)
    {
        foreach (var registration in registrations)
        {
            if (registration.Event.IsInstanceOfType(entry.Happened)) await registration.Deliver(services, entry, work, cancel);
        }
    }

    /// <summary>One subscription.</summary>
    public sealed record Registration(Type Event, Func<IServiceProvider, Written, Work, CancellationToken, Task> Deliver);
}

/// <summary>Registers subscriptions.</summary>
public static class SubscriptionServices
{
    /// <summary>Lets a subscription follow an event; those of a lower room are registered, and so called, first.</summary>
    public static IServiceCollection AddSubscription<TEvent, TSubscription>(this IServiceCollection services)
        where TEvent : IJournalEvent
        where TSubscription : class, ISubscription<TEvent>
    {
        services.AddScoped<TSubscription>();
        services.AddSingleton(new Subscriptions.Registration(typeof(TEvent), (provider, entry, work, cancel) =>
            provider.GetRequiredService<TSubscription>().Handle((TEvent)entry.Happened, entry, work, cancel)));
        return services;
    }
}

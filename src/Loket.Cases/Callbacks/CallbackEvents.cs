using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Something that happened to a callback request.</summary>
public interface ICallbackEvent : IJournalEvent
{
    /// <summary>Which.</summary>
    CallbackId Callback { get; }
}

/// <summary>Somebody is going to be called back, between two moments.</summary>
[JournalEvent("callback.made", Audience.Staff)]
public sealed record CallbackMade(CallbackId Callback, ContactId Contact, MatterId Matter, CaseId? Case, TeamId Team, StaffId? Owner, Instant From, Instant Until) : ICallbackEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Callback.Value, Contact.Value, Matter.Value, Case?.Value }.OfType<Guid>();
}

/// <summary>They called again before they were called.</summary>
[JournalEvent("callback.raised", Audience.Staff)]
public sealed record CallbackRaised(CallbackId Callback, ContactId Contact, MatterId Matter, int Times) : ICallbackEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Callback.Value, Contact.Value, Matter.Value];
}

/// <summary>That they called again was taken back.</summary>
[JournalEvent("callback.lowered", Audience.Staff)]
public sealed record CallbackLowered(CallbackId Callback, ContactId Contact, MatterId Matter, int Times) : ICallbackEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Callback.Value, Contact.Value, Matter.Value];
}

/// <summary>They were called; when not reached, with the stretch of time of the next attempt.</summary>
[JournalEvent("callback.attempted", Audience.Staff)]
public sealed record CallbackAttempted(
    CallbackId Callback, CaseId? Case, AttemptResult Result, int Attempts, Instant? NextFrom, Instant? NextUntil, [property: Personal("calling back", "case")] string? Note) : ICallbackEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Callback.Value, Case?.Value }.OfType<Guid>();
}

/// <summary>Another stretch of time was promised.</summary>
[JournalEvent("callback.moved", Audience.Staff)]
public sealed record CallbackMoved(CallbackId Callback, CaseId? Case, Instant From, Instant Until) : ICallbackEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Callback.Value, Case?.Value }.OfType<Guid>();
}

/// <summary>Another team or person calls.</summary>
[JournalEvent("callback.handed-on", Audience.Staff)]
public sealed record CallbackHandedOn(CallbackId Callback, CaseId? Case, TeamId Team, StaffId? Owner, [property: Personal("calling back", "case")] string? Note) : ICallbackEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Callback.Value, Case?.Value }.OfType<Guid>();
}

/// <summary>The time has come, or has passed; somebody is told.</summary>
[JournalEvent("callback.watched", Audience.Staff)]
public sealed record CallbackWatched(CallbackId Callback, CallbackStep Step, StaffId? Told, TeamId Team) : ICallbackEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Callback.Value];
}

/// <summary>It ended, with an outcome.</summary>
[JournalEvent("callback.ended", Audience.Staff)]
public sealed record CallbackEnded(CallbackId Callback, CaseId? Case, CallbackOutcome Outcome, [property: Personal("calling back", "case")] string? Report) : ICallbackEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Callback.Value, Case?.Value }.OfType<Guid>();
}

/// <summary>Somebody saw who must be called back; the purpose says in which list or page.</summary>
[JournalEvent("callback.looked-at", Audience.Audit)]
public sealed record CallbacksLookedAt(IReadOnlyList<CallbackId> Callbacks, string Purpose) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Callbacks.Select(one => one.Value);
}

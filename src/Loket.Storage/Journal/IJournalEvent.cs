namespace Loket.Storage.Journal;

/// <summary>For whose eyes an entry is.</summary>
public enum Audience
{
    /// <summary>Everybody who may see the subject, the resident too.</summary>
    Everyone,

    /// <summary>Staff who may see the subject.</summary>
    Staff,

    /// <summary>The privacy officer and the auditor: looks at personal data, sign-ins.</summary>
    Audit,
}

/// <summary>Names an event in the journal, for ever; the list stands in docs/journal-events.md.</summary>
/// <param name="kind">Dotted name, for example <c>case.contact-joined</c>.</param>
/// <param name="audience">For whose eyes.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JournalEventAttribute(string kind, Audience audience) : Attribute
{
    /// <summary>The name of the event.</summary>
    public string Kind { get; } = kind;

    /// <summary>For whose eyes.</summary>
    public Audience Audience { get; } = audience;
}

/// <summary>Something that happened. Its properties are references and plain facts; a property marked
/// <see cref="Kernel.PersonalAttribute"/> is kept apart, where it can be erased.</summary>
public interface IJournalEvent
{
    /// <summary>The subjects on whose timeline it stands (a case, a contact, a customer, …).</summary>
    IEnumerable<Guid> About();
}

using Loket.Cases.Callbacks;
using Loket.Contacts.OnFile;
using Loket.Kernel;
using Loket.Messages;
using NodaTime;

namespace Loket.Cases.OnFile;

/// <summary>Everything that is kept of one person, as they may have it (AVG, article 15): without what is another's, what colleagues wrote among themselves, and who of our people it was.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Person">Who they are and what they said.</param>
/// <param name="Cases">The cases on which they stand, or stood.</param>
/// <param name="Callbacks">When they wanted to be called back.</param>
/// <param name="Messages">What they were told.</param>
/// <param name="Files">What they sent along, by name.</param>
/// <param name="Looks">When somebody looked at their data, and for what.</param>
public sealed record AccessReport(
    Instant At, PersonOnFile Person, IReadOnlyList<CaseOnFile> Cases, IReadOnlyList<CallbackOnFile> Callbacks, IReadOnlyList<MessageOnFile> Messages, IReadOnlyList<FileOnFile> Files, IReadOnlyList<LookOnFile> Looks);

/// <summary>A case on which somebody stands: by their own reference, since what it is called may be another's words. The partners to which it was given are named: they got data of this person (AVG, article 15, paragraph 1, under c).</summary>
public sealed record CaseOnFile(
    string Reference, string Type, string? Category, CaseStatus Status, Instant OpenedAt, Instant? ClosedAt, bool? Solved, LocalDate? KeptUntil, IReadOnlyList<WroteOnFile> Wrote, IReadOnlyList<string> Partners);

/// <summary>What somebody wrote to the handler of their case.</summary>
public sealed record WroteOnFile(Instant At, [property: Personal("handling", "case")] string Text);

/// <summary>A wish to be called back.</summary>
public sealed record CallbackOnFile(
    string Reference, Instant MadeAt, [property: Personal("calling back", "case")] string Phone, [property: Personal("calling back", "case")] string About, Instant? EndedAt, CallbackOutcome? Outcome,
    [property: Personal("calling back", "case")] string? Report);

/// <summary>What somebody was told.</summary>
public sealed record MessageOnFile(
    Instant At, MessageKind Kind, MessageChannel Channel, MessageState State, [property: Personal("telling people", "case")] string Subject, [property: Personal("telling people", "case")] string Text);

/// <summary>A file that somebody sent along; its content is given beside this.</summary>
public sealed record FileOnFile([property: Personal("answering", "case")] string Name, Instant At);

/// <summary>That somebody looked at their data.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">The name of the event.</param>
/// <param name="Purpose">For what, where it says so.</param>
public sealed record LookOnFile(Instant At, string Kind, string? Purpose);

using NodaTime;

namespace Loket.Demo.Town;

/// <summary>One moment in which somebody reached the municipality.</summary>
/// <param name="By">Nothing for who stays anonymous.</param>
/// <param name="Text">As typed by the resident, or noted by who took the contact.</param>
/// <param name="TakenBy">Sign-in name of the employee, at a desk, on the telephone and for a letter.</param>
/// <param name="Desk">Key of the desk, at a desk.</param>
public sealed record StoryContact(Instant At, Channel Channel, Customer? By, string Subject, string Text, string Language, StoryPlace? Place, string? TakenBy, string? Desk);

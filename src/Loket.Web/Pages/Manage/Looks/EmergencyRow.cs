using Loket.Organisation.Emergency;
using NodaTime;

namespace Loket.Web.Pages.Manage.Looks;

/// <summary>Something that was opened in an emergency, as a reviewer reads it.</summary>
/// <param name="Card">What is known of it.</param>
/// <param name="At">When, on the clock of the municipality.</param>
/// <param name="Who">Name of who opened it.</param>
/// <param name="Case">Number of the case; null where it was no case.</param>
/// <param name="Person">A reference of whose address it was; null where it was a case.</param>
/// <param name="Reviewer">Name of who judged it; null when nobody did.</param>
/// <param name="IsOwn">Whether the reader opened it: then somebody else judges it.</param>
public sealed record EmergencyRow(EmergencyCard Card, LocalDateTime At, string Who, string? Case, string? Person, string? Reviewer, bool IsOwn);

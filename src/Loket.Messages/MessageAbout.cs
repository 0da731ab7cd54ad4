using Loket.Organisation;

namespace Loket.Messages;

/// <summary>What a message is about, for the lists on those subjects; references only, this room never follows them.</summary>
/// <param name="Case">The case.</param>
/// <param name="Contact">The contact.</param>
/// <param name="Participant">The person's link to the case.</param>
/// <param name="Partner">The partner it goes to.</param>
public sealed record MessageAbout(Guid? Case = null, Guid? Contact = null, Guid? Participant = null, PartnerId? Partner = null)
{
    /// <summary>All of them, for the journal.</summary>
    internal IEnumerable<Guid> Subjects => new[] { Case, Contact, Participant, Partner?.Value }.OfType<Guid>();
}

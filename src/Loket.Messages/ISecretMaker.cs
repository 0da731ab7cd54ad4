using Loket.Kernel;
using Loket.Storage;
using NodaTime;

namespace Loket.Messages;

/// <summary>Makes a PIN or link of a message anew when it is sent again: its own was forgotten when it went. For rooms that know what it opens.</summary>
public interface ISecretMaker
{
    /// <summary>The field of the texts that it fills.</summary>
    string Field { get; }

    /// <summary>A fresh one; null where there is nothing to open any more, or nobody who may.</summary>
    Task<string?> Make(Work work, SentAgain message, CancellationToken cancel);
}

/// <summary>A message that is sent again.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Person">Who is told.</param>
/// <param name="Address">Where it goes now.</param>
/// <param name="Written">When it was written.</param>
/// <param name="Language">In which language it was written.</param>
/// <param name="By">Who sends it again.</param>
public sealed record SentAgain(MessageAbout About, Guid Person, [property: Personal("telling people", "case")] string Address, Instant Written, string Language, Who By);

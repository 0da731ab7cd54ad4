using NodaTime;

namespace Loket.Messages;

/// <summary>Something to tell one person by one channel.</summary>
/// <remarks>(<see cref="Event"/>, <see cref="Person"/>, <see cref="ChannelAttempt"/>) is unique: everybody is told once per event and channel tried.</remarks>
public sealed record Envelope
{
    /// <summary>What it is for.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>Where it goes.</summary>
    public required MessageAddress To { get; init; }

    /// <summary>Which text, a key of <see cref="Templates.TemplateKeys"/>.</summary>
    public required string Template { get; init; }

    /// <summary>A text of its own in its language, in place of the one under the key; that goes out where this can't be filled in.</summary>
    public Templates.TemplateText? Text { get; init; }

    /// <summary>What is filled in, by the names that the text uses. Empty counts as missing.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>What happened: the journal entry, or the thing itself where it has no entry (a code, a digest).</summary>
    public required Guid Event { get; init; }

    /// <summary>Who is told: a participant, a member of staff, a partner, a team.</summary>
    public required Guid Person { get; init; }

    /// <summary>From 1; a notice by the next channel after a failure is the next attempt.</summary>
    public int ChannelAttempt { get; init; } = 1;

    /// <summary><c>nl</c> or <c>en</c>; a text that is missing in another language goes out in Dutch.</summary>
    public string Language { get; init; } = "nl";

    /// <summary>What it is about.</summary>
    public MessageAbout About { get; init; } = new();

    /// <summary>The sensitive group of the case, so that lists show it to nobody else.</summary>
    public string? SensitiveGroup { get; init; }

    /// <summary>Not sent from this moment on; a code for one use always has it.</summary>
    public Instant? ExpiresAt { get; init; }
}

using Loket.Cases.Participants;
using Loket.Cases.Telling;
using Loket.Kernel;

namespace Loket.Cases.Handling;

/// <summary>An answer as it goes out: what everybody reads, and what one alone reads, by participant.</summary>
internal sealed record AnswerText(string Common, IReadOnlyDictionary<Guid, string>? Own)
{
    /// <summary>Reads what was typed; empty parts are none.</summary>
    public static Result<AnswerText> Read(string? common, IReadOnlyDictionary<ParticipantId, string>? own, IReadOnlyCollection<Participant> on)
    {
        var text = StaffText.Required(common, CaseFailures.TextMissing);
        if (!text.Succeeded) return text.Failure;
        var parts = new Dictionary<Guid, string>();
        foreach (var (id, typed) in own ?? new Dictionary<ParticipantId, string>())
        {
            if (on.FirstOrDefault(one => one.Id == id && one.LeftAt is null) is not { } participant) return CaseFailures.NotJoined;
            var part = StaffText.Optional(typed, AnswerAddressees.OwnField(participant.Reference));
            if (!part.Succeeded) return part.Failure;
            if (part.Value.Length > 0) parts[id.Value] = part.Value;
        }

        return new AnswerText(text.Value, parts.Count > 0 ? parts : null);
    }
}

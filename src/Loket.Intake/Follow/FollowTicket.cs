using System.Buffers.Text;
using System.Text.Json;
using Loket.Cases;
using Loket.Storage;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Intake.Follow;

/// <summary>What a browser carries once a reference was proved to be its reader's: sealed, bound to one participant, until half an hour after the last look.</summary>
/// <param name="Participant">Who it is.</param>
/// <param name="Since">When it was proved, by the machine's clock.</param>
/// <param name="Until">By the machine's clock.</param>
public sealed record FollowTicket(ParticipantId Participant, Instant Since, Instant Until)
{
    private const string Purpose = "follow-ticket";
    private const int Longest = 1000;

    /// <summary>How long it lasts without a look.</summary>
    public static Duration Lasts { get; } = Duration.FromMinutes(30);

    /// <summary>How long it lasts for who keeps looking: on a computer of a library the next reader comes the same day.</summary>
    public static Duration LastsAtMost { get; } = Duration.FromHours(4);

    /// <summary>A new one.</summary>
    public static FollowTicket For(ParticipantId participant, Instant now) => new(participant, now, now + Lasts);

    /// <summary>The one to go on with after a look.</summary>
    public FollowTicket Renewed(Instant now) => this with { Until = Instant.Min(now + Lasts, Since + LastsAtMost) };

    /// <summary>For the browser.</summary>
    public string ToText(TenantKeys keys) => Base64Url.EncodeToString(keys.Seal(Purpose, JsonSerializer.SerializeToUtf8Bytes(this, Json.Options)));

    /// <summary>Reads it back; null for what is not ours or too old.</summary>
    public static FollowTicket? Read(TenantKeys keys, string? text, Instant now)
    {
        if (text is null || text.Length > Longest || !Base64Url.IsValid(text) || keys.Open(Purpose, Base64Url.DecodeFromChars(text)) is not { } plain) return null;
        return JsonSerializer.Deserialize<FollowTicket>(plain, Json.Options) is { } ticket && ticket.Until > now ? ticket : null;
    }
}

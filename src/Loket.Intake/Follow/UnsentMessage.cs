using System.Buffers.Text;
using System.Text.Json;
using Loket.Cases;
using Loket.Documents;
using Loket.Intake.Residents;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Intake.Follow;

/// <summary>A message that was written on the follow page and came after the ticket had ended. It stands among what residents have not sent yet, sealed, for a day,
/// under a digest of its participant: whoever shows once more that the reference is theirs has it back, and nobody else.</summary>
internal static class UnsentMessage
{
    private const string MarkPurpose = "follow-writer";
    private const int LongestMark = 200;

    /// <summary>For whom a form is made, sealed in the form itself: it outlives the ticket, and proves nothing but that.</summary>
    public static string MarkFor(TenantKeys keys, ParticipantId participant) => Base64Url.EncodeToString(keys.Seal(MarkPurpose, participant.Value.ToByteArray()));

    /// <summary>For whom a posted form was made; null when it doesn't say so, or not in our words.</summary>
    public static ParticipantId? WriterOf(TenantKeys keys, string? mark) =>
        mark is { Length: > 0 and <= LongestMark } && Base64Url.IsValid(mark) && keys.Open(MarkPurpose, Base64Url.DecodeFromChars(mark)) is { Length: 16 } bytes
            ? new ParticipantId(new Guid(bytes))
            : null;

    /// <summary>Keeps it, in the place of an earlier one.</summary>
    public static async Task Keep(Work work, ParticipantId participant, Unsent message, Instant now, CancellationToken cancel)
    {
        var hash = HashOf(work.Tenant.Keys, participant);
        var (body, until) = (work.Tenant.Keys.Seal(Purpose(hash), JsonSerializer.SerializeToUtf8Bytes(message, Json.Options)), now + IntakeDraft.Kept);
        if (await work.Db.FindAsync<IntakeDraft>([hash], cancel) is { } standing) (standing.Body, standing.Until) = (body, until);
        else work.Db.Add(new IntakeDraft { Hash = hash, Body = body, Until = until });
    }

    /// <summary>What waits for this participant; null when nothing does.</summary>
    public static async Task<Unsent?> Find(LoketDb db, TenantKeys keys, ParticipantId participant, Instant now, CancellationToken cancel)
    {
        var hash = HashOf(keys, participant);
        return await db.FindAsync<IntakeDraft>([hash], cancel) is { } kept && kept.Until > now && keys.Open(Purpose(hash), kept.Body) is { } plain
            ? JsonSerializer.Deserialize<Unsent>(plain, Json.Options)
            : null;
    }

    /// <summary>It was sent, or its writer wants this page to be forgotten.</summary>
    public static Task Remove(Work work, ParticipantId participant, CancellationToken cancel)
    {
        var hash = HashOf(work.Tenant.Keys, participant);
        return work.Db.Set<IntakeDraft>().Where(draft => draft.Hash == hash).ExecuteDeleteAsync(cancel);
    }

    private static byte[] HashOf(TenantKeys keys, ParticipantId participant) => keys.Mac("follow-unsent", participant.Value.ToByteArray());

    private static string Purpose(byte[] hash) => "follow-unsent:" + Convert.ToHexString(hash);
}

/// <summary>What somebody wrote and has not sent.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Files">What was sent along.</param>
public sealed record Unsent(string Text, IReadOnlyList<ReceivedFile> Files);

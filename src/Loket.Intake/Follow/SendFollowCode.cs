using System.Globalization;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Storage;
using Loket.Storage.Jobs;
using NodaTime;

namespace Loket.Intake.Follow;

/// <summary>Sends a code to who has this reference, if there is one and it may be followed.</summary>
public sealed record SendFollowCode(string Reference) : IJobPayload
{
    /// <inheritdoc />
    public static string Kind => "intake.send-follow-code";
}

internal sealed class SendFollowCodeHandler(FollowedCases cases, ContactCards people, Outbox outbox, TimeProvider machine) : IJobHandler<SendFollowCode>
{
    private const int Minutes = 15;

    public Task Run(SendFollowCode payload, JobContext job, CancellationToken cancel) => job.Complete(async work =>
    {
        if (await cases.Find(work.Db, payload.Reference, cancel) is not { } followed) return;
        var recipient = (await people.Recipients(work.Db, [followed.Contact], MessageKind.OneTimeCode, cancel))[followed.Contact];
        if (recipient.Ways.FirstOrDefault(way => way.Channel is MessageChannel.Email or MessageChannel.Sms) is not { } way) return;

        var code = SixDigitCode.Draw();
        await Keep(work, payload.Reference, code, cancel);
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.OneTimeCode,
            To = way,
            Template = TemplateKeys.OneTimeCode,
            Values = new Dictionary<string, string> { ["code"] = code.Digits, ["minutes"] = Minutes.ToString(CultureInfo.InvariantCulture) },
            Event = Guid.CreateVersion7(),
            Person = followed.Participant.Value,
            Language = recipient.Language,
            About = new MessageAbout(followed.Case.Value, followed.Contact.Value, followed.Participant.Value),
            ExpiresAt = work.Now + Duration.FromMinutes(Minutes),
        }, cancel);
    }, cancel);

    private async Task Keep(Work work, string reference, SixDigitCode code, CancellationToken cancel)
    {
        var key = FollowCodes.KeyOf(work.Tenant.Keys, reference);
        var hash = FollowKeys.Hashes(work.Tenant.Keys).Of(code, CodePurpose.OneTimeCode, reference);
        var until = machine.Instant() + Duration.FromMinutes(Minutes);
        if (await work.Db.FindAsync<FollowCode>([key], cancel) is { } standing) (standing.CodeHash, standing.Until) = (hash, until);
        else work.Db.Add(new FollowCode { Key = key, CodeHash = hash, Until = until });
    }
}

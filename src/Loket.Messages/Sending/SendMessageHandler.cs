using Loket.Kernel;
using Loket.Messages.Templates;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Messages.Sending;

/// <summary>Sends a message: marks it under way, hands it over, writes what came of it.</summary>
/// <remarks>A message found under way was being sent when the program stopped: it goes again with the same Message-ID, so that it arrives at least once,
/// and twice only then. Waiting after a failure that may pass is by the business clock and kept with the message; the job's own back-off is for faults of ours.</remarks>
internal sealed class SendMessageHandler(UnitOfWork unit, TenantMessaging settings, TemplateShelf shelf, IEnumerable<ICarrier> carriers)
    : IJobHandler<SendMessage>, IGivesUp<SendMessage>
{
    /// <summary>Well within a job's lease of two minutes, so that nobody else starts the same message meanwhile.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    public async Task Run(SendMessage payload, JobContext job, CancellationToken cancel)
    {
        var begun = await unit.Run<Begun>(work => Begin(work, payload.Message, cancel), cancel);
        if (begun.Value.Parcel is not { } parcel)
        {
            await job.Complete(cancel);
            return;
        }

        // A stop of the program lets a message that is under way arrive; only a crash leaves its fate unknown.
        var carried = await Carry(parcel, job.Tenant);
        var again = carried is Carried.Delayed ? begun.Value.NextTry : null;
        await job.Complete(
            work => Record(work, payload.Message, carried, again), CancellationToken.None, again is { } at ? JobOutcome.Again(at) : JobOutcome.Done);
    }

    /// <summary>A message that we can't send ourselves stands on the list of failed ones, and its person may hear by another way.</summary>
    public async Task GiveUp(SendMessage payload, Work work, CancellationToken cancel)
    {
        if (await work.Db.Messages.SingleOrDefaultAsync(one => one.Id == payload.Message, cancel) is not { State: MessageState.Queued or MessageState.Sending } message) return;
        message.Fail(MessageFailures.NotSent, null, work.Now);
        work.Journal.Write(message.ToFailed(), Who.System);
    }

    private async Task<Result<Begun>> Begin(Work work, MessageId id, CancellationToken cancel)
    {
        // What was erased meanwhile goes to nobody.
        if (await work.Db.Messages.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } message) return new Begun(null, null);
        var before = message.State;
        var go = message.BeginSending(WireId(work.Tenant, id, work.Now), work.Now);
        if (message.State == MessageState.Failed && before != MessageState.Failed) work.Journal.Write(message.ToFailed(), Who.System);
        return go ? new Begun(ToParcel(message, await shelf.Name(work.Db, work.Tenant, cancel), work.Tenant.Keys), message.NextTry(work.Now)) : new Begun(null, null);
    }

    private static async Task Record(Work work, MessageId id, Carried carried, Instant? again)
    {
        if (await work.Db.Messages.SingleOrDefaultAsync(one => one.Id == id) is not { } message) return;
        switch (carried)
        {
            case Carried.Refused refused:
                message.Fail(MessageFailures.Refused, Cut(refused.Said), work.Now);
                break;
            case Carried.Delayed delayed when again is null:
                message.Fail(MessageFailures.Unreachable, Cut(delayed.Said), work.Now);
                break;
            case Carried.Delayed delayed:
                message.Delay(Cut(delayed.Said), delayed.MayHaveArrived, work.Now);
                break;
            default:
                message.Sent(work.Now, stayedInside: carried is Carried.KeptInside);
                break;
        }

        if (message.State == MessageState.Failed) work.Journal.Write(message.ToFailed(), Who.System);
        if (message.State == MessageState.Sent) work.Journal.Write(message.ToSent(), Who.System);
    }

    private async Task<Carried> Carry(Parcel parcel, Tenant tenant)
    {
        using var time = new CancellationTokenSource(MostTime);
        return await carriers.First(carrier => carrier.Channel == parcel.Channel).Carry(parcel, settings.Of(tenant), time.Token);
    }

    private static Parcel ToParcel(Message message, MunicipalName sender, TenantKeys keys)
    {
        var secrets = Secrets.Open(message.Secrets, keys);
        var encoded = secrets.ToDictionary(secret => secret.Key, secret => Markup.Encode(secret.Value));
        return new Parcel(
            sender.In(message.Language), sender.Email, message.Kind, message.Channel, message.Language, message.Address, message.Name,
            Secrets.Reveal(message.Subject, secrets), Secrets.Reveal(message.Short, secrets), Secrets.Reveal(message.Text, secrets),
            Secrets.Reveal(message.Html, encoded), message.WireId!);
    }

    /// <summary>Names the message to the outside without giving our identifier away; another one after a correction by hand.</summary>
    private static string WireId(Tenant tenant, MessageId id, Instant at) => Convert.ToHexStringLower(
        tenant.Keys.Mac("message-wire-id", (byte[])[.. id.Value.ToByteArray(bigEndian: true), .. BitConverter.GetBytes(at.ToUnixTimeTicks())]).AsSpan(0, 16));

    private static string Cut(string said) => said.Length > 500 ? said[..500] : said;

    private sealed record Begun(Parcel? Parcel, Instant? NextTry);
}

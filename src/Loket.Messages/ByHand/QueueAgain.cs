using Loket.Kernel;
using Loket.Messages.Sending;
using Loket.Messages.Templates;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Messages;

/// <summary>A failed message is tried again by the same channel, after somebody looked at what went wrong.</summary>
public sealed class QueueAgain(UnitOfWork unit, IEnumerable<ISecretMaker> makers)
{
    /// <summary>The message, and another address where the old one was wrong.</summary>
    public sealed record Request(RequestKey Key, MessageId Message, string? Address, Actor By);

    /// <summary>Queues it; a code is never sent again, and a message without text has nothing to send. A PIN or link that was forgotten when it went is made anew.</summary>
    public Task<Result<MessageState>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MessageState>(request.Key, new { request.Message, request.Address }, async work =>
        {
            if (!request.By.May(Right.MendDelivery)) return MessageFailures.NotAllowed;
            if (await work.Db.Messages.VisibleTo(request.By).Find(request.Message, cancel) is not { } message) return MessageFailures.NotFound;

            var address = request.Address?.Trim() is { Length: > 0 } typed ? typed : null;
            if (!AddressForm.Fits(new MessageAddress(message.Channel, address ?? message.Address))) return MessageFailures.AddressInvalid;
            if (message.QueueAgain(address, work.Now) is { } failure) return failure;
            if (message.ForgottenSecrets is { Count: > 0 } forgotten && !await MakeAnew(work, message, forgotten, request.By, cancel)) return MessageFailures.SecretForgotten;

            if (message.State == MessageState.Queued) work.Jobs.Add(new SendMessage(message.Id));
            work.Journal.Write(new MessageQueuedAgain(message.Id, message.Channel, address is not null, message.About), request.By);
            return message.State;
        }, cancel);

    private async Task<bool> MakeAnew(Work work, Message message, IReadOnlyList<string> forgotten, Who by, CancellationToken cancel)
    {
        var (made, again) = (new Dictionary<string, string>(StringComparer.Ordinal), new SentAgain(message.About, message.PersonId, message.Address, message.QueuedAt, message.Language, by));
        foreach (var maker in makers.Where(maker => forgotten.Contains(maker.Field)))
        {
            if (await maker.Make(work, again, cancel) is { } secret) made[maker.Field] = secret;
        }

        message.Secrets = Secrets.Seal(made, work.Tenant.Keys);
        return made.Count == forgotten.Count;
    }
}

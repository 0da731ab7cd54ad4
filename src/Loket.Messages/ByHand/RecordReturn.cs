using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Messages;

/// <summary>A letter came back undeliverable, or an e-mail bounced later.</summary>
public sealed class RecordReturn(UnitOfWork unit)
{
    /// <summary>Whether somebody may record it: who posts letters, and who mends what was not delivered.</summary>
    public static bool IsFor(Actor by) => by.May(Right.PrintLetters) || by.May(Right.MendDelivery);

    /// <summary>Whether a message can come back: a letter or an e-mail that went out.</summary>
    public static bool CanBe(MessageView message) =>
        message is { Channel: MessageChannel.Letter, State: MessageState.Posted } or { Channel: MessageChannel.Email, State: MessageState.Sent };

    /// <summary>The message, and what stood on it when it came back, if anything.</summary>
    public sealed record Request(RequestKey Key, MessageId Message, [property: Personal("telling people", "case")] string? Said, Actor By);

    /// <summary>Marks it as failed, so that the person may get a notice by another channel.</summary>
    public Task<Result<MessageState>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MessageState>(request.Key, new { request.Message, request.Said }, async work =>
        {
            if (!IsFor(request.By)) return MessageFailures.NotAllowed;
            if (await work.Db.Messages.VisibleTo(request.By).Find(request.Message, cancel) is not { } message) return MessageFailures.NotFound;
            var said = Templates.TemplateText.Clean(request.Said ?? "").Trim();
            if (message.Return(said.Length > 500 ? said[..500] : said.Length > 0 ? said : null, work.Now) is { } failure) return failure;
            work.Journal.Write(message.ToFailed(), request.By);
            return message.State;
        }, cancel);
}

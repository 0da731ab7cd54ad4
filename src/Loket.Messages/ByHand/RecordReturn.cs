using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Messages;

/// <summary>A letter came back undeliverable, or an e-mail bounced later.</summary>
public sealed class RecordReturn(UnitOfWork unit)
{
    /// <summary>The message, and what stood on it when it came back.</summary>
    public sealed record Request(RequestKey Key, MessageId Message, [property: Personal("telling people", "case")] string Said, Actor By);

    /// <summary>Marks it as failed, so that the person may get a notice by another channel.</summary>
    public Task<Result<MessageState>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MessageState>(request.Key, new { request.Message, request.Said }, async work =>
        {
            if (!request.By.May(Right.PrintLetters) && !request.By.May(Right.MendDelivery)) return MessageFailures.NotAllowed;
            if (await work.Db.Messages.VisibleTo(request.By).Find(request.Message, cancel) is not { } message) return MessageFailures.NotFound;
            var said = Templates.TemplateText.Clean(request.Said);
            if (message.Return(said.Length > 500 ? said[..500] : said, work.Now) is { } failure) return failure;
            work.Journal.Write(message.ToFailed(), request.By);
            return message.State;
        }, cancel);
}

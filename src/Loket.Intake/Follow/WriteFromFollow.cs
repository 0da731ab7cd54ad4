using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Kernel.Text;

namespace Loket.Intake.Follow;

/// <summary>Somebody who follows a case writes to its handler.</summary>
public sealed class WriteFromFollow(OpenFollowed open, WriteToHandler write)
{
    /// <summary>The longest message, in characters.</summary>
    public const int Longest = 5_000;

    /// <summary>The message, and the ticket that shows whose it is.</summary>
    public sealed record Request(RequestKey Key, string? Ticket, string? Text);

    /// <summary>Puts it on the timeline and tells the handler.</summary>
    public async Task<Result<Done>> Handle(Request request, CancellationToken cancel)
    {
        var text = CleanText.Lines(request.Text, Longest);
        if (!text.Succeeded) return text.Failure.At("Text");
        if (text.Value.Length == 0) return CaseFailures.TextMissing;
        if (await open.Find(request.Ticket, cancel) is not { } followed) return FollowFailures.Ended;
        return (await write.Handle(request.Key, followed.Case, followed.Participant, text.Value, cancel)).Then(_ => default(Done));
    }
}

using Loket.Contacts;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Desks;
using Loket.Web.Components;

namespace Loket.Web.Pages.Wishes;

/// <summary>A page on which somebody chooses how they hear from us; its fields are in <c>_Fields</c>.</summary>
public interface IWishPage
{
    /// <summary>What is filled in.</summary>
    WishForm Wish { get; }

    /// <summary>The ways to choose from.</summary>
    IReadOnlyList<Choice> Ways { get; }
}

/// <summary>By which way each kind of message goes. Kinds that a resident takes for one are chosen as one.</summary>
public sealed class WishForm
{
    private static readonly (string Field, MessageKind[] Kinds)[] Groups =
    [
        (nameof(Receipt), [MessageKind.Receipt, MessageKind.Joined]),
        (nameof(News), [MessageKind.StatusChange, MessageKind.TermChanged, MessageKind.Handover, MessageKind.Forwarded, MessageKind.Reopened, MessageKind.NeutralNotice, MessageKind.Callback]),
        (nameof(Question), [MessageKind.Question]),
        (nameof(Answer), [MessageKind.Answer, MessageKind.Closed]),
    ];

    /// <summary>That something has arrived.</summary>
    public string? Receipt { get; set; }

    /// <summary>How far it is.</summary>
    public string? News { get; set; }

    /// <summary>That we ask something.</summary>
    public string? Question { get; set; }

    /// <summary>The answer, and the end.</summary>
    public string? Answer { get; set; }

    /// <summary>How it stands now.</summary>
    public static WishForm Of(CustomerWishes wishes)
    {
        string? Now(MessageKind kind) => wishes.Ways.TryGetValue(kind, out var way) ? ValueOf(way.Channel, way.Desk) : null;
        return new WishForm { Receipt = Now(MessageKind.Receipt), News = Now(MessageKind.StatusChange), Question = Now(MessageKind.Question), Answer = Now(MessageKind.Answer) };
    }

    /// <summary>The ways that somebody can choose: those that reach them, and each desk.</summary>
    public static IReadOnlyList<Choice> Choices(CustomerWishes wishes, IReadOnlyList<DeskCard> desks) =>
    [
        .. wishes.Channels.Select(channel => new Choice(ValueOf(channel, null), WishWords.Here.Of(channel))),
        .. wishes.Ways.Values.Any(way => way is { Channel: MessageChannel.Desk, Desk: null }) ? [new Choice(ValueOf(MessageChannel.Desk, null), WishWords.Here.Of(MessageChannel.Desk))] : Array.Empty<Choice>(),
        .. desks.Select(desk => new Choice(ValueOf(MessageChannel.Desk, desk.Key), WishWords.Here["At", desk.Name])),
    ];

    /// <summary>What was chosen; a failure at the field where nothing on the list was.</summary>
    public Result<IReadOnlyList<PreferredWay>> Read()
    {
        var ways = new List<PreferredWay>();
        foreach (var (field, kinds) in Groups)
        {
            if (Chosen(field)?.Split(':', 2) is not [var name, .. var more] || !Enum.TryParse<MessageChannel>(name, out var channel) || !Enum.IsDefined(channel))
                return FollowFailures.NoChannel.At(field);
            var desk = more is [var key] ? key : null;
            ways.AddRange(kinds.Select(kind => new PreferredWay(kind, channel, desk)));
        }

        return ways;
    }

    /// <summary>A failure of one kind of message as that of its field.</summary>
    public static Failure AtField(Failure failure) =>
        Groups.FirstOrDefault(group => group.Kinds.Any(kind => kind.ToString() == failure.Field)).Field is { } field ? failure.At(field) : failure;

    private string? Chosen(string field) => field switch
    {
        nameof(Receipt) => Receipt,
        nameof(News) => News,
        nameof(Question) => Question,
        _ => Answer,
    };

    private static string ValueOf(MessageChannel channel, string? desk) => desk is null ? channel.ToString() : $"{channel}:{desk}";
}

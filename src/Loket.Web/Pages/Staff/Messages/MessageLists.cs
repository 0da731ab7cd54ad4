using Loket.Messages;
using Loket.Organisation.Rights;

namespace Loket.Web.Pages.Staff.Messages;

/// <summary>One list of messages that somebody works from or watches.</summary>
public enum MessageList
{
    /// <summary>Calls to make.</summary>
    Calls,

    /// <summary>Letters to print and post.</summary>
    Letters,

    /// <summary>What is ready at a desk.</summary>
    Desk,

    /// <summary>What was not delivered.</summary>
    Failed,

    /// <summary>What could not go yet and is tried again.</summary>
    Delayed,

    /// <summary>Letters and e-mails that went out; one may come back.</summary>
    Gone,

    /// <summary>What would have gone out; in the demo alone.</summary>
    Outbox,
}

/// <summary>Which list is whose, and where.</summary>
internal static class MessageLists
{
    private static readonly (MessageList List, string Slug, Func<Actor, bool> IsTheirs)[] All =
    [
        (MessageList.Calls, "bellen", reader => reader.May(Right.RegisterContacts) && reader.May(Right.SeePersonalData)),
        (MessageList.Letters, "brieven", reader => reader.May(Right.PrintLetters) && reader.May(Right.SeePersonalData)),
        (MessageList.Desk, "balie", reader => reader.May(Right.RegisterContacts) && reader.May(Right.SeePersonalData)),
        (MessageList.Failed, "niet-aangekomen", reader => reader.May(Right.MendDelivery)),
        (MessageList.Delayed, "vertraagd", reader => reader.May(Right.MendDelivery)),
        (MessageList.Gone, "de-deur-uit", reader => RecordReturn.IsFor(reader) && reader.May(Right.SeePersonalData)),
        (MessageList.Outbox, "uitgaand", reader => reader.May(Right.MendDelivery) && reader.May(Right.SeePersonalData)),
    ];

    /// <summary>The lists of a reader.</summary>
    public static IReadOnlyList<MessageList> For(Actor reader) => [.. All.Where(one => one.IsTheirs(reader)).Select(one => one.List)];

    /// <summary>The list with an address; null when there is none.</summary>
    public static MessageList? Find(string? slug) => All.Where(one => one.Slug == slug).Select(one => (MessageList?)one.List).FirstOrDefault();

    /// <summary>The address of a list.</summary>
    public static string Href(MessageList list) => Links.Messages + "/" + All.First(one => one.List == list).Slug;
}

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

    /// <summary>What would have gone out; in the demo alone.</summary>
    Outbox,
}

/// <summary>Which list is whose, and where.</summary>
internal static class MessageLists
{
    private static readonly (MessageList List, string Slug, Right[] Rights)[] All =
    [
        (MessageList.Calls, "bellen", [Right.RegisterContacts, Right.SeePersonalData]),
        (MessageList.Letters, "brieven", [Right.PrintLetters, Right.SeePersonalData]),
        (MessageList.Desk, "balie", [Right.RegisterContacts, Right.SeePersonalData]),
        (MessageList.Failed, "niet-aangekomen", [Right.MendDelivery]),
        (MessageList.Delayed, "vertraagd", [Right.MendDelivery]),
        (MessageList.Outbox, "uitgaand", [Right.MendDelivery, Right.SeePersonalData]),
    ];

    /// <summary>The lists of a reader.</summary>
    public static IReadOnlyList<MessageList> For(Actor reader) => [.. All.Where(one => one.Rights.All(reader.May)).Select(one => one.List)];

    /// <summary>The list with an address; null when there is none.</summary>
    public static MessageList? Find(string? slug) => All.Where(one => one.Slug == slug).Select(one => (MessageList?)one.List).FirstOrDefault();

    /// <summary>The address of a list.</summary>
    public static string Href(MessageList list) => Links.Messages + "/" + All.First(one => one.List == list).Slug;
}

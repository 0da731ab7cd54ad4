using Loket.Kernel;

namespace Loket.Contacts;

/// <summary>Expected failures of contacts.</summary>
public static class ContactFailures
{
    /// <summary>There is no subject.</summary>
    public static Failure SubjectMissing { get; } = new("contact.subject-missing", Field: "Subject");

    /// <summary>The subject is too long; argument: the most characters.</summary>
    public static Failure SubjectTooLong { get; } = new("contact.subject-too-long", FailureKind.Invalid, "Subject", 200);

    /// <summary>The description is too long; argument: the most characters.</summary>
    public static Failure TextTooLong { get; } = new("contact.text-too-long", FailureKind.Invalid, "Text", 20_000);

    /// <summary>The chosen way to be told needs an address that is not there; argument: the channel.</summary>
    public static Failure NoAddressForChannel { get; } = new("contact.no-address-for-channel", Field: "ReplyBy");

    /// <summary>The contact, matter or customer does not exist for this reader.</summary>
    public static Failure NotFound { get; } = new("contact.not-found", FailureKind.NotFound);

    /// <summary>A day of receipt is for letters and e-mail alone; of all else it is the day itself.</summary>
    public static Failure ReceivedOnForPostOnly { get; } = new("contact.received-on-for-post-only", Field: "ReceivedOn");

    /// <summary>Nothing comes in tomorrow.</summary>
    public static Failure ReceivedInFuture { get; } = new("contact.received-in-future", Field: "ReceivedOn");

    /// <summary>More than a year ago: a slip of the pen.</summary>
    public static Failure ReceivedTooLongAgo { get; } = new("contact.received-too-long-ago", Field: "ReceivedOn");

    /// <summary>It was said who helped, and not what they did.</summary>
    public static Failure AssistanceMissing { get; } = new("contact.assistance-missing", Field: "Assistance");

    /// <summary>The matter was ended already.</summary>
    public static Failure MatterEnded { get; } = new("contact.matter-ended", FailureKind.Conflict);

    /// <summary>They are one person here already.</summary>
    public static Failure MergedAlready { get; } = new("contact.merged-already", FailureKind.Conflict);

    /// <summary>Who is somebody else's double can't be another's as well.</summary>
    public static Failure MergedElsewhere { get; } = new("contact.merged-elsewhere", FailureKind.Conflict);

    /// <summary>A person and a company are two.</summary>
    public static Failure KindsDiffer { get; } = new("contact.kinds-differ", FailureKind.Conflict);

    /// <summary>They are by themselves already.</summary>
    public static Failure NotMerged { get; } = new("contact.not-merged", FailureKind.Conflict);

    /// <summary>Nobody stands here so often: a mistake.</summary>
    public static Failure TooManyMerged { get; } = new("contact.too-many-merged");

    /// <summary>There is no desk of that name.</summary>
    public static Failure NoSuchDesk { get; } = new("contact.no-such-desk", FailureKind.Invalid, "Channel");

    /// <summary>Of somebody of whom nothing is known, nobody can say who it is.</summary>
    public static Failure NothingLeft { get; } = new("contact.nothing-left", Field: "Name");
}

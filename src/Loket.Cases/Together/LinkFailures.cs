using Loket.Kernel;

namespace Loket.Cases.Together;

/// <summary>Expected failures of linking cases, and of splitting one.</summary>
public static class LinkFailures
{
    /// <summary>How they belong together was not chosen.</summary>
    public static Failure KindMissing { get; } = new("link.kind-missing", Field: "As");

    /// <summary>There is no such case for this reader.</summary>
    public static Failure Unknown { get; } = new("link.unknown", Field: "Reference");

    /// <summary>It is the same case.</summary>
    public static Failure Itself { get; } = new("link.itself", Field: "Reference");

    /// <summary>They are secrets of different people.</summary>
    public static Failure OtherGroup { get; } = new("link.other-group", FailureKind.Conflict, "Reference");

    /// <summary>They are linked already.</summary>
    public static Failure Linked { get; } = new("link.linked", FailureKind.Conflict, "Reference");

    /// <summary>It is a part of another case already.</summary>
    public static Failure HasWhole { get; } = new("link.has-whole", FailureKind.Conflict, "Reference");

    /// <summary>It cannot be linked so, for a reason that this reader may not know of.</summary>
    public static Failure NotSo { get; } = new("link.not-so", FailureKind.Conflict, "Reference");

    /// <summary>Everybody may know of the part, and few of the whole.</summary>
    public static Failure SecretWhole { get; } = new("link.secret-whole", FailureKind.Conflict, "Reference");

    /// <summary>It would be a part of itself, by way of others.</summary>
    public static Failure Circle { get; } = new("link.circle", FailureKind.Conflict, "Reference");

    /// <summary>They are not linked, or no longer.</summary>
    public static Failure NotLinked { get; } = new("link.not-linked", FailureKind.Conflict);

    /// <summary>Parts of it are open, and nobody said that it may be closed all the same; argument: how many.</summary>
    public static Failure OpenParts { get; } = new("link.open-parts", FailureKind.Conflict, "WithParts");

    /// <summary>Some of those who asked go, and some stay.</summary>
    public static Failure SomeGo { get; } = new("link.some-go", Field: "People");

    /// <summary>Others may know of that subject than of this case.</summary>
    public static Failure OtherSecret { get; } = new("link.other-secret", FailureKind.Conflict, "Category");

    /// <summary>There is nothing in the line that says what it is about.</summary>
    public static Failure SubjectMissing { get; } = new("link.subject-missing", Field: "Subject");
}

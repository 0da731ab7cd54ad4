using Loket.Kernel;

namespace Loket.Messages;

/// <summary>Expected failures of messages.</summary>
public static class MessageFailures
{
    /// <summary>There is no text under this key; argument: the key.</summary>
    public static Failure TemplateUnknown { get; } = new("message.template-unknown");

    /// <summary>The text needs a value that was not given; argument: the name of the field.</summary>
    public static Failure FieldMissing { get; } = new("message.field-missing");

    /// <summary>A changed text uses a field that its use does not know; argument: the name of the field.</summary>
    public static Failure FieldUnknown { get; } = new("message.field-unknown", Field: "Body");

    /// <summary>A text leaves out what it always has to say; argument: the name of the field.</summary>
    public static Failure FieldLeftOut { get; } = new("message.field-left-out", Field: "Body");

    /// <summary>A text takes for granted what may be missing; argument: the name of the field.</summary>
    public static Failure FieldMayBeMissing { get; } = new("message.field-may-be-missing", Field: "Body");

    /// <summary>A changed text has a part that is opened and not closed, or closed and not opened; argument: the name of the field.</summary>
    public static Failure SectionUnbalanced { get; } = new("message.section-unbalanced", Field: "Body");

    /// <summary>A changed text has no subject.</summary>
    public static Failure SubjectMissing { get; } = new("message.subject-missing", Field: "Subject");

    /// <summary>A changed text has no body.</summary>
    public static Failure BodyMissing { get; } = new("message.body-missing", Field: "Body");

    /// <summary>A part of a changed text is too long; argument: the most characters.</summary>
    public static Failure TemplateTooLong { get; } = new("message.template-too-long");

    /// <summary>The address has not the form of its channel.</summary>
    public static Failure AddressInvalid { get; } = new("message.address-invalid", Field: "Address");

    /// <summary>Too long for a text message.</summary>
    public static Failure TooLong { get; } = new("message.too-long");

    /// <summary>The other side refused it for good; the reason is its own.</summary>
    public static Failure Refused { get; } = new("message.refused");

    /// <summary>The other side could not be reached for four days.</summary>
    public static Failure Unreachable { get; } = new("message.unreachable");

    /// <summary>The program itself could not send it, at every attempt.</summary>
    public static Failure NotSent { get; } = new("message.not-sent");

    /// <summary>It came back: an undeliverable letter or a bounced e-mail.</summary>
    public static Failure Returned { get; } = new("message.returned");

    /// <summary>They could not be reached by telephone after several calls, or the number is wrong.</summary>
    public static Failure NotReached { get; } = new("message.not-reached");

    /// <summary>A code that was being sent when the program stopped is not sent again; a new one can be asked for.</summary>
    public static Failure CodeInFlight { get; } = new("message.code-in-flight");

    /// <summary>What opened something in it was forgotten when it went, and can't be made anew.</summary>
    public static Failure SecretForgotten { get; } = new("message.secret-forgotten", FailureKind.Conflict);

    /// <summary>The message does not exist for this reader.</summary>
    public static Failure NotFound { get; } = new("message.not-found", FailureKind.NotFound);

    /// <summary>The message is not in a state that allows this.</summary>
    public static Failure WrongState { get; } = new("message.wrong-state", FailureKind.Conflict);

    /// <summary>This person may not do this with messages.</summary>
    public static Failure NotAllowed { get; } = new("message.not-allowed", FailureKind.Forbidden);
}

namespace Loket.Kernel;

/// <summary>What kind of expected failure it is; decides the HTTP status at the edge.</summary>
public enum FailureKind
{
    /// <summary>Something that was given is not right; the person can mend it.</summary>
    Invalid,

    /// <summary>It does not exist, or the reader may not know that it does.</summary>
    NotFound,

    /// <summary>Somebody else changed it first, or it is in a state that does not allow this.</summary>
    Conflict,

    /// <summary>The reader may know of it but not do this.</summary>
    Forbidden,

    /// <summary>Something outside that is needed does not answer; later it may.</summary>
    Unavailable,
}

/// <summary>An expected failure: a code with arguments, put into words at the edge in the reader's language.</summary>
/// <param name="Code">Dotted lower-case code; the key of its text, for example <c>case.closed</c>.</param>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Field">The field that it belongs to, when it belongs to one.</param>
/// <param name="Arguments">Values for the placeholders of the text.</param>
public sealed record Failure(string Code, FailureKind Kind = FailureKind.Invalid, string? Field = null, params object[] Arguments)
{
    /// <summary>The same failure at a field.</summary>
    public Failure At(string field) => this with { Field = field };

    /// <summary>The same failure with values for its text.</summary>
    public Failure With(params object[] arguments) => this with { Arguments = arguments };
}

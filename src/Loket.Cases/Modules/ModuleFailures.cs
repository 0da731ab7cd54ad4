using Loket.Kernel;

namespace Loket.Cases.Modules;

/// <summary>Expected failures of text modules.</summary>
public static class ModuleFailures
{
    /// <summary>The short code is not of the form that can be typed quickly.</summary>
    public static Failure CodeInvalid { get; } = new("module.code-invalid", Field: "Code");

    /// <summary>The owner has a module with this code already.</summary>
    public static Failure CodeTaken { get; } = new("module.code-taken", Field: "Code");

    /// <summary>A module needs a name.</summary>
    public static Failure NameMissing { get; } = new("module.name-missing", Field: "Name");

    /// <summary>A module needs a Dutch text.</summary>
    public static Failure TextMissing { get; } = new("module.text-missing", Field: "Dutch");

    /// <summary>The text has a field that there is not; arguments: its name, and those that there are.</summary>
    public static Failure FieldUnknown { get; } = new("module.field-unknown", Field: "Dutch");

    /// <summary>The text has a field that is not closed; argument: the fields that there are.</summary>
    public static Failure FieldOpen { get; } = new("module.field-open", Field: "Dutch");

    /// <summary>There is no such kind of case.</summary>
    public static Failure TypeUnknown { get; } = new("module.type-unknown", Field: "CaseType");

    /// <summary>Whoever writes may not keep a module for this owner.</summary>
    public static Failure NotYours { get; } = new("module.not-yours", Field: "Owner");

    /// <summary>There is no such module, or it is another's.</summary>
    public static Failure NotFound { get; } = new("module.not-found", FailureKind.NotFound);
}

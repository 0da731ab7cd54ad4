using Loket.Kernel;

namespace Loket.Intake;

/// <summary>Expected failures of intake.</summary>
public static class IntakeFailures
{
    /// <summary>To whom it is forwarded is missing.</summary>
    public static Failure BodyMissing { get; } = new("intake.body-missing", Field: "Body");

    /// <summary>The case has been worked on, so its making can't be undone any more.</summary>
    public static Failure CaseWorkedOn { get; } = new("intake.case-worked-on", FailureKind.Conflict);
}

namespace Loket.Intake.Follow;

/// <summary>A question to which a caller's answer can be compared with what is known.</summary>
public enum ControlQuestion
{
    /// <summary>The reference of what they asked.</summary>
    Reference,

    /// <summary>The place that it is about.</summary>
    Place,

    /// <summary>The day on which they let us know.</summary>
    Day,

    /// <summary>The last figures of their telephone number.</summary>
    Phone,

    /// <summary>Their e-mail address.</summary>
    Email,

    /// <summary>Their postal address.</summary>
    Address,
}

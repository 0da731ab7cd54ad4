namespace Loket.Kernel;

/// <summary>What kind of actor did something.</summary>
public enum WhoKind
{
    /// <summary>The program itself: a timer, a rule of the house.</summary>
    System,

    /// <summary>Somebody who works for the municipality.</summary>
    Staff,

    /// <summary>A resident or company.</summary>
    Resident,

    /// <summary>Somebody of a partner.</summary>
    Partner,

    /// <summary>Another program, through the API.</summary>
    Client,

    /// <summary>A virtual colleague: a rule that the functional administrator set up.</summary>
    VirtualColleague,
}

/// <summary>Who did something, as the journal keeps it: a reference, never a name.</summary>
public readonly record struct Who(WhoKind Kind, Guid? Id = null)
{
    /// <summary>The program itself.</summary>
    public static Who System => default;
}

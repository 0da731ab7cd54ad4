namespace Loket.Organisation.Emergency;

/// <summary>What can be opened in an emergency.</summary>
public enum EmergencySubject
{
    /// <summary>A case that exists for the people of a group alone.</summary>
    Case,

    /// <summary>An address that is kept secret.</summary>
    Address,
}

/// <summary>What somebody else thought of it afterwards.</summary>
public enum EmergencyVerdict
{
    /// <summary>It could not wait.</summary>
    Justified,

    /// <summary>It could have waited, or was no business of theirs.</summary>
    NotJustified,
}

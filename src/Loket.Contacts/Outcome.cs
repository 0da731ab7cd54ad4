namespace Loket.Contacts;

/// <summary>How a matter ended at intake.</summary>
public enum Outcome
{
    /// <summary>Answered on the spot.</summary>
    Answered,

    /// <summary>Joined to a case that stood already.</summary>
    Joined,

    /// <summary>Became a case.</summary>
    NewCase,

    /// <summary>Forwarded to another body; the resident was told to whom.</summary>
    Forwarded,

    /// <summary>They are called back; that is still to be done.</summary>
    Callback,
}

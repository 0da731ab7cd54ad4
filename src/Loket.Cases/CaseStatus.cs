namespace Loket.Cases;

/// <summary>How a case stands. Suspended and overdue are not statuses: they stand beside it.</summary>
public enum CaseStatus
{
    /// <summary>Registered; nobody has taken it yet.</summary>
    Received,

    /// <summary>Somebody works on it.</summary>
    InProgress,

    /// <summary>A partner must act; it stays open until the partner reports.</summary>
    WithPartner,

    /// <summary>The resident was asked something.</summary>
    WaitingForResident,

    /// <summary>Ended; whether it is solved stands beside it.</summary>
    Closed,
}

namespace Loket.Cases.Routing;

/// <summary>Why a person decides who must act.</summary>
public enum TriageReason
{
    /// <summary>What it is about is not known yet.</summary>
    NoSubject,

    /// <summary>No rule fits.</summary>
    NoRule,

    /// <summary>Two partners gave it back.</summary>
    RefusedTwice,

    /// <summary>It may be about a case that stands already.</summary>
    LooksKnown,

    /// <summary>The partner is done and it is not solved; nobody of our own was on it.</summary>
    NotSolvedByPartner,

    /// <summary>It was taken back from a partner; nobody of our own was on it.</summary>
    TakenBack,
}

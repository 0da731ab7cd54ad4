namespace Loket.Messages;

/// <summary>What a message is for. People choose a channel per kind.</summary>
public enum MessageKind
{
    /// <summary>What they asked has arrived, with its reference and its date.</summary>
    Receipt,

    /// <summary>What they reported was known already; they are told from now on.</summary>
    Joined,

    /// <summary>Something was done, or a date was planned.</summary>
    StatusChange,

    /// <summary>The promised date moved, or the clock stands still, with the reason.</summary>
    TermChanged,

    /// <summary>A partner is going to do it.</summary>
    Handover,

    /// <summary>Another body must do it; they are told which.</summary>
    Forwarded,

    /// <summary>Something is asked of them.</summary>
    Question,

    /// <summary>The answer.</summary>
    Answer,

    /// <summary>Closed, solved or not.</summary>
    Closed,

    /// <summary>Open again.</summary>
    Reopened,

    /// <summary>When they are called back, or how that went.</summary>
    Callback,

    /// <summary>A code for one use.</summary>
    OneTimeCode,

    /// <summary>Something waits for them; says nothing about what.</summary>
    NeutralNotice,

    /// <summary>A case offered to a partner or taken back, or what the partner asked, answered.</summary>
    PartnerOffer,

    /// <summary>A partner who has not answered is asked again.</summary>
    PartnerChase,

    /// <summary>What waits for a member of staff.</summary>
    StaffDigest,

    /// <summary>A term was passed, or a case is asked about again and again.</summary>
    StaffEscalation,

    /// <summary>Somebody must be called back.</summary>
    StaffCallback,

    /// <summary>Danger: somebody must acknowledge.</summary>
    DangerPage,
}

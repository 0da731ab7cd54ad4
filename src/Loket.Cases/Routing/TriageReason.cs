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

    /// <summary>By its words it may be a formal paper, with a term of the law; somebody decides.</summary>
    LooksLikePaper,

    /// <summary>It is a question or an idea about something outside, not a report: nobody is sent out before somebody has read it.</summary>
    NotAReport,

    /// <summary>The partner is done and it is not solved; nobody of our own was on it.</summary>
    NotSolvedByPartner,

    /// <summary>It was taken back from a partner; nobody of our own was on it.</summary>
    TakenBack,

    /// <summary>Whoever the rule names is away or gone, and so are the deputies; or the one who had it gave it back and has no team.</summary>
    NobodyThere,

    /// <summary>The team or partner of the rule takes no cases.</summary>
    TargetClosed,

    /// <summary>The team of the rule may not know of cases like this one.</summary>
    MayNotKnow,
}

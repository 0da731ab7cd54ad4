namespace Loket.Contacts;

/// <summary>A paper to which the law ties its own clock (row A13). Never joined to a report.</summary>
public enum FormalPaper
{
    /// <summary>Objection against a decision (bezwaar, Awb 7:10).</summary>
    Objection,

    /// <summary>Complaint about conduct (klacht, Awb 9:11).</summary>
    Complaint,

    /// <summary>Request for public information (Woo 4.4).</summary>
    InformationRequest,

    /// <summary>Request under privacy law (AVG 12.3).</summary>
    PrivacyRequest,

    /// <summary>Notice of default (ingebrekestelling, Awb 4:17).</summary>
    NoticeOfDefault,

    /// <summary>Claim for damage.</summary>
    DamageClaim,
}

namespace Loket.Messages.Templates;

/// <summary>The texts that there are. Which fields each takes stands in its standard text, in the folder Texts; those around which
/// <c>{{#…}}</c> stands may be left out.</summary>
/// <remarks>Every text may use <c>reference</c>, <c>subject</c> and <c>matter</c> ("melding", "vraag"; "bericht" when not given) and knows <c>municipality</c>,
/// <c>phone</c>, <c>website</c> and <c>name</c> without their being given. Dates are given in words, see <see cref="MessageWords"/>.</remarks>
public static class TemplateKeys
{
    /// <summary>A report has arrived. Fields: team, place, deadline, paper (the formal paper that it may be too), received.</summary>
    public const string ReceiptReport = "receipt-report";

    /// <summary>A question has arrived. Fields: team, deadline, paper (the formal paper that it may be too), received.</summary>
    public const string ReceiptQuestion = "receipt-question";

    /// <summary>A formal paper has arrived; with the statutory date. Fields: paper, received, deadline, law.</summary>
    public const string ReceiptFormal = "receipt-formal";

    /// <summary>It was known already. Fields: others (somebody else said so too), since, status, deadline.</summary>
    public const string JoinedKnown = "joined-known";

    /// <summary>Something was done. Fields: status, explanation, deadline.</summary>
    public const string StatusChange = "status-change";

    /// <summary>A partner is going to do it. Fields: partner, date, planned, deadline.</summary>
    public const string HandedOver = "handed-over";

    /// <summary>The partner planned it. Fields: partner, planned, explanation.</summary>
    public const string PartnerPlanned = "partner-planned";

    /// <summary>Another body must do it. Fields: body, date, contact, answers (the body once more, where it may know whom to answer).</summary>
    public const string Forwarded = "forwarded";

    /// <summary>It was taken back from that body. Field: body.</summary>
    public const string ForwardedBack = "forwarded-back";

    /// <summary>Something is asked. Fields: question, asker, reply_by.</summary>
    public const string Question = "question";

    /// <summary>The answer: the part for everybody and the part for one. Fields: answer, personal.</summary>
    public const string Answer = "answer";

    /// <summary>Closed and solved. Field: result.</summary>
    public const string ClosedSolved = "closed-solved";

    /// <summary>Closed and not solved. Fields: reason, advice.</summary>
    public const string ClosedUnsolved = "closed-unsolved";

    /// <summary>Open again. Fields: reason, team, deadline.</summary>
    public const string Reopened = "reopened";

    /// <summary>The promised date moved. Fields: deadline, was, reason.</summary>
    public const string Extended = "extended";

    /// <summary>The clock stands still. Fields: until, reason.</summary>
    public const string Suspended = "suspended";

    /// <summary>A code for one use. Fields: code (secret), minutes.</summary>
    public const string OneTimeCode = "one-time-code";

    /// <summary>Something waits; says nothing about what. Field: reference.</summary>
    public const string NeutralNotice = "neutral-notice";

    /// <summary>Where to read what is too long for a text message. Fields: what (in words), follow_link.</summary>
    public const string ReadElsewhere = "read-elsewhere";

    /// <summary>A case offered to a partner. Fields: partner, place, question, files (how many go along), details, deadline, signed_link (secret).</summary>
    public const string PartnerOffer = "partner-offer";

    /// <summary>The first chase. Fields: date, deadline, signed_link (secret).</summary>
    public const string PartnerChase1 = "partner-chase-1";

    /// <summary>The second chase. Fields: date, deadline, signed_link (secret).</summary>
    public const string PartnerChase2 = "partner-chase-2";

    /// <summary>What a partner asked, answered. Fields: place, answer, deadline, signed_link (secret).</summary>
    public const string PartnerAnswer = "partner-answer";

    /// <summary>More files for what a partner has. Fields: partner, place, files (how many), signed_link (secret).</summary>
    public const string PartnerFiles = "partner-files";

    /// <summary>A case taken back from a partner. Fields: date, reason.</summary>
    public const string PartnerWithdrawn = "partner-withdrawn";

    /// <summary>A matter that is a body's own, sent on. Fields: partner, place, text, details.</summary>
    public const string PartnerForwarded = "partner-forwarded";

    /// <summary>What was sent on need not be done after all. Fields: partner, place.</summary>
    public const string PartnerForwardedBack = "partner-forwarded-back";

    /// <summary>What waits for a member of staff. Fields: date, summary, late, due, calls, new, answered, team_late, team_new, triage, link.</summary>
    public const string StaffDigest = "staff-digest";

    /// <summary>A term was passed, or a case is asked about again and again. Fields: reason, owner, deadline, link.</summary>
    public const string StaffEscalation = "staff-escalation";

    /// <summary>Something was opened in an emergency, for who judges that. Fields: who, what, nobody (none of those can be written to), link.</summary>
    public const string StaffEmergency = "staff-emergency";

    /// <summary>A virtual colleague stopped by itself, for who sets them up. Fields: who, limit (it came to its limit), link.</summary>
    public const string StaffColleague = "staff-colleague";

    /// <summary>When they are called back. Fields: when, about, team, signed_link (secret).</summary>
    public const string CallbackPromised = "callback-promised";

    /// <summary>They are called back at another time. Fields: when, about, team, signed_link (secret).</summary>
    public const string CallbackMoved = "callback-moved";

    /// <summary>We called in vain; when we call again. Fields: when, about, team, voicemail (a message was left), signed_link (secret).</summary>
    public const string CallbackMissed = "callback-missed";

    /// <summary>How it ended. Fields: outcome, report, about, ask_again (they may ask once more).</summary>
    public const string CallbackEnded = "callback-ended";

    /// <summary>A callback request that a colleague must know of. Fields: reason, when, link.</summary>
    public const string StaffCallback = "staff-callback";

    /// <summary>Danger: acknowledge. Fields: place, time, acknowledge_by, link.</summary>
    public const string StaffDanger = "staff-danger";
}

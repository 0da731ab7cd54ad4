using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Kernel.Calendars;

namespace Loket.Cases.Types;

/// <summary>The kinds of case without which no municipality can take a contact in: the general one, and one for each formal paper with its term by law.</summary>
public static class StandardTypes
{
    /// <summary>Key of the result of a question that was answered.</summary>
    internal const string Answered = "answered";

    /// <summary>How a question or report can end.</summary>
    public static IReadOnlyList<ResultType> Results { get; } =
    [
        new("solved", "Wij hebben het opgelost.", "We solved it.", Solved: true, RetentionYears: 1),
        new("solved-by-partner", "De verantwoordelijke organisatie heeft het opgelost.", "The organisation that is responsible solved it.", Solved: true, RetentionYears: 1),
        new(Answered, "Uw vraag is beantwoord.", "Your question is answered.", Solved: true, RetentionYears: 1),
        new("planned", "Het staat gepland voor groot onderhoud.", "It is planned for major maintenance.", Solved: false, RetentionYears: 1),
        new("not-found", "Wij hebben ter plaatse niets gevonden.", "We found nothing at the place.", Solved: false, RetentionYears: 1),
        new("not-ours", "De gemeente gaat hier niet over.", "The municipality is not responsible for this.", Solved: false, RetentionYears: 1),
        new("not-done", "Wij doen dit niet.", "We will not do this.", Solved: false, RetentionYears: 1),
    ];

    /// <summary>How a formal paper can end.</summary>
    public static IReadOnlyList<ResultType> Decisions { get; } =
    [
        new("granted", "Wij geven u gelijk.", "We agree with you.", Solved: true, RetentionYears: 10),
        new("partly-granted", "Wij geven u voor een deel gelijk.", "We agree with you in part.", Solved: true, RetentionYears: 10),
        new("refused", "Wij geven u geen gelijk.", "We do not agree with you.", Solved: false, RetentionYears: 10),
        new("withdrawn", "U hebt het ingetrokken.", "You withdrew it.", Solved: false, RetentionYears: 5),
    ];

    /// <summary>What a contact becomes as long as nobody said what it is about.</summary>
    public static CaseTypeDetails General { get; } =
        new(CaseRegister.GeneralType, "Vraag of melding", "Question or report", Confidentiality.Normal, Norm.WorkingDays(5), Results);

    /// <summary>Key of the type for complaints about conduct.</summary>
    public const string ComplaintKey = "paper-complaint";

    /// <summary>One type for each formal paper.</summary>
    /// <param name="complaintGroup">The sensitive group that alone may know of complaints about staff.</param>
    /// <remarks>Terms: Awb (General Administrative Law Act) 7:10, 9:11, 4:17 and 4:13; Woo (Open Government Act) 4.4; AVG (GDPR) 12.3.</remarks>
    public static IReadOnlyList<CaseTypeDetails> FormalPapers(string complaintGroup) =>
    [
        Of("paper-objection", "Bezwaar", "Objection", Norm.CalendarWeeks(6), FormalPaper.Objection),
        Of(ComplaintKey, "Klacht over gedrag", "Complaint about conduct", Norm.CalendarWeeks(6), FormalPaper.Complaint) with
        {
            Confidentiality = Confidentiality.Sensitive, SensitiveGroup = complaintGroup,
        },
        Of("paper-information-request", "Woo-verzoek", "Information request", Norm.CalendarWeeks(4), FormalPaper.InformationRequest),
        Of("paper-privacy-request", "Privacyverzoek", "Privacy request", Norm.CalendarMonths(1), FormalPaper.PrivacyRequest),
        Of("paper-notice-of-default", "Ingebrekestelling", "Notice of default", Norm.CalendarWeeks(2), FormalPaper.NoticeOfDefault),
        Of("paper-damage-claim", "Schadeclaim", "Damage claim", Norm.CalendarWeeks(8), FormalPaper.DamageClaim),
    ];

    private static CaseTypeDetails Of(string key, string nl, string en, Norm term, FormalPaper paper) =>
        new(key, nl, en, Confidentiality.Normal, term, Decisions, FormalPaper: paper);
}

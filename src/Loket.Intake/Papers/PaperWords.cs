using Loket.Contacts;
using Loket.Kernel.Text;

namespace Loket.Intake.Papers;

/// <summary>Proposes a formal paper from the words of a message (row A13); a person decides.</summary>
/// <remarks>The law asks for no form: an objection is one when somebody shows that they disagree with a decision (Awb 6:4, 6:5). So this errs
/// towards proposing, and it looks for the words that people use, not only for those of the law.</remarks>
public static class PaperWords
{
    private static readonly (FormalPaper Paper, string[] Phrases)[] Signs =
    [
        (FormalPaper.NoticeOfDefault, ["ingebrekestelling", "in gebreke", "dwangsom", "te laat beslist", "niet op tijd beslist", "notice of default"]),
        (FormalPaper.Objection, ["bezwaarschrift", "maak bezwaar", "maken bezwaar", "bezwaar tegen", "in bezwaar", "niet eens met het besluit", "niet eens met uw besluit", "niet eens met de beschikking", "object to the decision", "objection"]),
        (FormalPaper.InformationRequest, ["woo-verzoek", "woo verzoek", "wob-verzoek", "wet open overheid", "openbaarmaking", "freedom of information"]),
        (FormalPaper.PrivacyRequest, ["avg-verzoek", "avg verzoek", "inzage in mijn gegevens", "mijn persoonsgegevens", "gegevens verwijderen", "recht op inzage", "recht op vergetelheid", "privacyverzoek", "gdpr"]),
        (FormalPaper.DamageClaim, ["schadeclaim", "schadevergoeding", "schade vergoeden", "schade vergoed", "aansprakelijk", "stel u aansprakelijk", "claim for damage"]),
        (FormalPaper.Complaint, ["klacht over een medewerker", "klacht over medewerker", "klacht over uw medewerker", "klacht over ambtenaar", "onheus bejegend", "onbeleefd behandeld", "klachtbrief", "formele klacht", "dien een klacht in", "klacht indienen", "complaint about"]),
    ];

    /// <summary>A matter with what its words point to, where no person has decided what it is.</summary>
    internal static NewMatter Read(NewMatter matter) => matter with
    {
        ProposedPaper = matter.PaperDecided || matter.FormalPaper is not null ? null : Propose(matter.Subject, matter.Text),
    };

    /// <summary>The paper that the words point to; null when none.</summary>
    public static FormalPaper? Propose(string? subject, string? text)
    {
        var folded = Fold.Of(subject + " " + text);
        return Signs.Where(sign => sign.Phrases.Any(phrase => folded.Contains(phrase, StringComparison.Ordinal)))
            .Select(sign => (FormalPaper?)sign.Paper).FirstOrDefault();
    }
}

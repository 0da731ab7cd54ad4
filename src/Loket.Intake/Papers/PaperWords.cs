using Loket.Contacts;

namespace Loket.Intake.Papers;

/// <summary>Proposes a formal paper from the words of a message (row A13); a person decides.</summary>
/// <remarks>The law asks for no form: an objection is one when somebody shows that they disagree with a decision (Awb 6:4, 6:5). So this errs
/// towards proposing, and it looks for the words that people use, not only for those of the law.</remarks>
public static class PaperWords
{
    /// <summary>A matter with what its words point to, where no person has decided what it is.</summary>
    internal static NewMatter Read(NewMatter matter) => matter with
    {
        ProposedPaper = matter.PaperDecided || matter.FormalPaper is not null ? null : Propose(matter.Subject, matter.Text),
    };

    /// <summary>The paper that the words point to; null when none.</summary>
    public static FormalPaper? Propose(string? subject, string? text)
    {
        var words = subject + "\n" + text;
        return PaperSigns.All.Where(one => one.Signs.In(words)).Select(one => (FormalPaper?)one.Paper).FirstOrDefault();
    }
}

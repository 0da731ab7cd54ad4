using Loket.Cases.Handovers;
using Loket.Cases.Types;
using Loket.Contacts;

namespace Loket.Cases.Telling;

/// <summary>How a case stands, in one plain sentence for residents: who does what; the same on the follow page and in messages.</summary>
public static class StatusWords
{
    /// <summary>The partner took it on, without a date yet.</summary>
    public static string AcceptedBy(string? partner, string language) =>
        language == "en" ? $"{partner} is going to work on this. We tell you as soon as a date is planned." : $"{partner} pakt dit op. Zodra er een datum is, hoort u dat van ons.";

    /// <summary>There is news from the partner.</summary>
    public static string NewsFrom(string? partner, string language) =>
        language == "en" ? $"{partner} sent us news." : $"Wij kregen nieuws van {partner}.";

    /// <summary>What they sent has arrived, and who has it.</summary>
    public static string Arrived(string? team, string language) => language == "en"
        ? $"We have received your message. {(team is null ? "We are finding out who takes it on." : $"The {team} team looks at it.")}"
        : $"Wij hebben uw bericht ontvangen. {(team is null ? "Wij zoeken uit wie het oppakt." : $"Team {team} kijkt ernaar.")}";

    /// <summary>We waited, and go on.</summary>
    public static string GoingOn(string language) => language == "en" ? "We are going on with this." : "Wij gaan hiermee weer verder.";

    /// <summary>It is about the same as another, and goes on with it.</summary>
    public static string GoingOnTogether(string language) => language == "en"
        ? "Your message is about the same as another. From now on we deal with them together. Your reference stays the same."
        : "Uw bericht gaat over hetzelfde als een ander bericht. Wij behandelen ze vanaf nu samen. Uw kenmerk blijft hetzelfde.";

    /// <summary>It is about something else after all, and goes on by itself.</summary>
    public static string GoingOnAlone(string language) => language == "en"
        ? "We deal with your message by itself again. Your reference stays the same."
        : "Wij behandelen uw bericht weer apart. Uw kenmerk blijft hetzelfde.";

    /// <summary>It turned out to be about something else than what others asked with it.</summary>
    public static string SplitOff(string language) => language == "en"
        ? "Your message is about something else than that of others. We deal with it by itself. Your reference stays the same."
        : "Uw bericht gaat over iets anders dan dat van anderen. Wij behandelen het apart. Uw kenmerk blijft hetzelfde.";

    /// <summary>Now that we know better what it is about, we promise another date.</summary>
    public static string OtherDate(string language) => language == "en"
        ? "We have looked at what this is about. That gives another date than we told you before."
        : "Wij hebben bekeken waar dit over gaat. Daar hoort een andere datum bij dan wij eerder noemden.";

    /// <summary>The partner does no more; who does.</summary>
    public static string BackFrom(HandoverState after, string? partner, string? team, string language) => language == "en"
        ? $"{(after == HandoverState.Done ? $"{partner} worked on this, but it is not solved yet" : $"{partner} does not work on this any more")}. {(team is null ? "We are finding out who takes it on." : $"The {team} team takes it on.")}"
        : $"{(after == HandoverState.Done ? $"{partner} is ermee bezig geweest, maar het is nog niet opgelost" : $"{partner} is hier niet meer mee bezig")}. {(team is null ? "Wij zoeken uit wie het oppakt." : $"Team {team} pakt het op.")}";

    /// <summary>It is no formal paper: after it was one, or after it only looked like one.</summary>
    public static string NoPaper(FormalPaper paper, bool wasMarked, string language)
    {
        var name = PaperNames.Of(paper, language);
        return (language, wasMarked) switch
        {
            ("en", true) => $"We first took your message as a {name}. Now that we have read it well, we treat it as an ordinary message.",
            ("en", _) => $"We have read your message. We do not treat it as a {name}, but as an ordinary message.",
            (_, true) => $"Wij zagen uw bericht eerst als {name}. Nu wij het goed gelezen hebben, behandelen wij het als gewoon bericht.",
            _ => $"Wij hebben uw bericht gelezen. Wij behandelen het niet als {name}, maar als gewoon bericht.",
        };
    }

    /// <summary>What a resident does who sees it otherwise; the law leaves it to them what their message is.</summary>
    public static string NoPaperObject(string language) => language == "en"
        ? "Do you see this differently? Then let us know. The term of the law still counts from the day on which we received your message."
        : "Ziet u dat anders? Laat het ons dan weten. De termijn uit de wet telt dan nog steeds vanaf de dag waarop wij uw bericht kregen.";

    /// <summary>The status line of a case.</summary>
    /// <param name="status">How it stands.</param>
    /// <param name="solved">Whether a closed case is solved.</param>
    /// <param name="team">The team that must act.</param>
    /// <param name="partner">The partner that must act.</param>
    /// <param name="since">Since when it is with the partner, in words.</param>
    /// <param name="language"><c>nl</c> or <c>en</c>.</param>
    /// <param name="own">The status that it has of those of its type, whose words then count; null for none.</param>
    public static string Line(CaseStatus status, bool? solved, string? team, string? partner, string? since, string language, StatusType? own = null) => own is null || status == CaseStatus.Closed
        ? Standard(status, solved, team, partner, since, language)
        // With whom it is and since when, residents read whatever the kind of case.
        : status == CaseStatus.WithPartner ? $"{own.ForResidents(language)} {Standard(status, solved, team, partner, since, language)}" : own.ForResidents(language);

    private static string Standard(CaseStatus status, bool? solved, string? team, string? partner, string? since, string language) =>
        (status, language) switch
        {
            (CaseStatus.Received, "en") => team is null ? "We received this. We are finding out who takes it on." : $"We received this. The {team} team takes it on.",
            (CaseStatus.Received, _) => team is null ? "Wij hebben dit ontvangen. Wij zoeken uit wie het oppakt." : $"Wij hebben dit ontvangen. Team {team} pakt het op.",
            (CaseStatus.InProgress, "en") => team is null ? "A colleague is working on this." : $"A colleague of the {team} team is working on this.",
            (CaseStatus.InProgress, _) => team is null ? "Een medewerker is hiermee bezig." : $"Een medewerker van team {team} is hiermee bezig.",
            (CaseStatus.WithPartner, "en") => $"This is with {partner} since {since}. We keep an eye on it.",
            (CaseStatus.WithPartner, _) => $"Dit ligt sinds {since} bij {partner}. Wij houden het in de gaten.",
            (CaseStatus.WaitingForResident, "en") => "We asked you something. We go on as soon as you answer.",
            (CaseStatus.WaitingForResident, _) => "Wij hebben u iets gevraagd. Zodra u antwoordt, gaan wij verder.",
            (_, "en") => solved == true ? "This is solved." : "We ended this without a solution.",
            _ => solved == true ? "Dit is opgelost." : "Wij hebben dit afgesloten zonder oplossing.",
        };
}

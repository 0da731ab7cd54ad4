using System.Globalization;
using Loket.Contacts;

namespace Loket.Cases.Telling;

/// <summary>Why a colleague is told about a case, in one plain sentence.</summary>
internal static class StaffReasons
{
    public static string DeadlineNears(string language) => language == "en" ? "The deadline is near." : "De uiterste datum komt dichtbij.";

    public static string DeadlinePassed(string language) => language == "en" ? "The deadline has passed." : "De uiterste datum is voorbij.";

    public static string TaskDate(bool isNear, string? name, string language) => (isNear, language) switch
    {
        (true, "en") => name is null ? "A task is to be done soon." : $"A task is to be done soon: {name}",
        (false, "en") => name is null ? "A task is late." : $"A task is late: {name}",
        (true, _) => name is null ? "Een taak moet binnenkort klaar zijn." : $"Een taak moet binnenkort klaar zijn: {name}",
        _ => name is null ? "Een taak is te laat." : $"Een taak is te laat: {name}",
    };

    public static string Repeats(int contacts, string language) => language == "en"
        ? string.Create(CultureInfo.InvariantCulture, $"Residents have asked about this {contacts} times.")
        : string.Create(CultureInfo.InvariantCulture, $"Hierover kwamen al {contacts} contacten binnen.");

    public static string NewForTeam(string language) => language == "en" ? "This is new for your team." : "Dit is nieuw voor uw team.";

    public static string Reminder(string? colleague, string language) => language == "en"
        ? colleague is null ? "This case waits for you." : $"This case waits for you. Virtual colleague: {colleague}."
        : colleague is null ? "Deze zaak wacht op u." : $"Deze zaak wacht op u. Virtuele collega: {colleague}.";

    public static string Posted(string? colleague, string language) => language == "en"
        ? colleague is null ? "Please look at this case." : $"Please look at this case. Virtual colleague: {colleague}."
        : colleague is null ? "Kijkt u naar deze zaak." : $"Kijkt u naar deze zaak. Virtuele collega: {colleague}.";

    public static string PartnerIsSilent(string language) => language == "en"
        ? "The partner does not answer, also after two reminders." : "De ketenpartner antwoordt niet, ook niet na twee herinneringen.";

    public static string PartnerRefused(string language) => language == "en" ? "The partner has given this case back." : "De ketenpartner heeft deze zaak teruggegeven.";

    public static string PartnerDidNotSolve(string language) => language == "en"
        ? "The partner is done, but it is not solved." : "De ketenpartner is klaar, maar het is niet opgelost.";

    public static string TasksAreLeft(string language) => language == "en"
        ? "The partner has solved it. There are tasks left to do." : "De ketenpartner heeft het opgelost. Er zijn nog taken te doen.";

    public static string PartnerWaits(string language) => language == "en"
        ? "The partner still waits for an answer." : "De ketenpartner wacht nog op antwoord.";

    public static string PartnerAsks(string language) => language == "en" ? "The partner has a question." : "De ketenpartner heeft een vraag.";

    public static string ResidentWrote(string language) => language == "en" ? "A resident has sent a message." : "Een inwoner heeft een bericht gestuurd.";

    public static string WaitIsOver(string language) => language == "en"
        ? "The time to wait is over: the clock runs again." : "De wachttijd is voorbij: de termijn loopt weer.";

    public static string Taken(Outcome outcome, string text, string language) => (outcome, language) switch
    {
        (Outcome.Forwarded, "en") => $"Whoever took this wanted to forward it to {text}. That has not happened: it may be a formal paper.",
        (Outcome.Forwarded, _) => $"Wie dit aannam, wilde het doorsturen naar {text}. Dat is niet gebeurd: dit lijkt op een formeel stuk.",
        (_, "en") => $"Answered when it was taken: {text}",
        _ => $"Bij het aannemen beantwoord: {text}",
    };

    public static string ACase(string reference, string language) => language == "en" ? $"case {reference}" : $"zaak {reference}";

    public static string ASecretCase(string language) => language == "en" ? "a secret case" : "een afgeschermde zaak";

    public static string AnAddress(string language) => language == "en" ? "a secret address" : "een geheim adres";

    public static string AColleague(string language) => language == "en" ? "A colleague" : "Een collega";

    public static string Danger(string language) => language == "en" ? "Danger has been reported." : "Er is gevaar gemeld.";
}

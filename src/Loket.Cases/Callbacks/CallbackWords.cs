using System.Globalization;
using Loket.Kernel;
using Loket.Messages;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Callback requests as they stand in messages, in the reader's language.</summary>
internal static class CallbackWords
{
    /// <summary>"maandag 30 november tussen 10.00 en 12.00 uur".</summary>
    public static string When(CallWindow window, Instant now, DateTimeZone zone, string language)
    {
        var (from, until, day) = (window.From.InZone(zone).TimeOfDay, window.Until.InZone(zone).TimeOfDay, MessageWords.Day(window.From, now, language));
        return language == "en"
            ? string.Create(CultureInfo.InvariantCulture, $"{day} between {from.Hour:00}:{from.Minute:00} and {until.Hour:00}:{until.Minute:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{day} tussen {from.Hour:00}.{from.Minute:00} en {until.Hour:00}.{until.Minute:00} uur");
    }

    /// <summary>Why a colleague is told, in one plain sentence.</summary>
    public static string Reason(CallbackStep step, string language) => (step, language) switch
    {
        (CallbackStep.Ahead, "en") => "It is almost time to call.",
        (CallbackStep.Ahead, _) => "Het is bijna tijd om te bellen.",
        (CallbackStep.Reminder, "en") => "It is time to call.",
        (CallbackStep.Reminder, _) => "Het is tijd om te bellen.",
        (CallbackStep.Late, "en") => "The promised time has passed and nobody has called.",
        (CallbackStep.Late, _) => "De beloofde tijd is voorbij en er is nog niet gebeld.",
        (_, "en") => "This resident still waits to be called. The promised time has long passed.",
        _ => "Deze inwoner wacht nog steeds op een telefoontje. De beloofde tijd is al lang voorbij.",
    };

    public static string New(string language) => language == "en" ? "Somebody asks to be called back." : "Iemand wil graag teruggebeld worden.";

    public static string HandedOn(string language) => language == "en" ? "This callback request is now with you." : "Dit terugbelverzoek is nu bij u.";

    public static string Raised(string language) => language == "en" ? "The resident has called again." : "De inwoner heeft opnieuw gebeld.";

    /// <summary>Another time, by whoever chose it.</summary>
    public static string Moved(WhoKind by, string language) => (by, language) switch
    {
        (WhoKind.Resident, "en") => "The resident chose another time.",
        (WhoKind.Resident, _) => "De inwoner koos een andere tijd.",
        (_, "en") => "A colleague promised the resident another time.",
        _ => "Een collega heeft de inwoner een andere tijd beloofd.",
    };

    /// <summary>How it ended, for who made it or was to call.</summary>
    public static string Ended(CallbackOutcome outcome, string language) => (outcome, language) switch
    {
        (CallbackOutcome.Spoken, "en") => "The resident has been spoken to.",
        (CallbackOutcome.Spoken, _) => "De inwoner is gesproken.",
        (CallbackOutcome.Unreachable, "en") => "The resident could not be reached.",
        (CallbackOutcome.Unreachable, _) => "De inwoner was niet te bereiken.",
        (CallbackOutcome.Withdrawn, "en") => "The resident no longer needs to be called.",
        (CallbackOutcome.Withdrawn, _) => "De inwoner hoeft niet meer gebeld te worden.",
        (CallbackOutcome.Undone, "en") => "This callback request was a mistake. Nobody needs to call.",
        (CallbackOutcome.Undone, _) => "Dit terugbelverzoek was een vergissing. Niemand hoeft te bellen.",
        (CallbackOutcome.Died, "en") => "The resident has died. Please do not call any more.",
        (CallbackOutcome.Died, _) => "De inwoner is overleden. Bel niet meer.",
        (_, "en") => "It was settled in another way.",
        _ => "Het is op een andere manier opgelost.",
    };
}

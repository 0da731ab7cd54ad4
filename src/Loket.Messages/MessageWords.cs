using System.Globalization;
using NodaTime;

namespace Loket.Messages;

/// <summary>Dates and times as they stand in messages: in words, in the reader's language.</summary>
public static class MessageWords
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>"donderdag 26 november", with the year where it is not the year of <paramref name="today"/>.</summary>
    public static string Day(LocalDate day, LocalDate today, string language) =>
        day.ToString(day.Year == today.Year ? "dddd d MMMM" : "dddd d MMMM uuuu", Culture(language));

    /// <summary>The day of an instant in the Netherlands.</summary>
    public static string Day(Instant at, Instant now, string language) => Day(at.InZone(Zone).Date, now.InZone(Zone).Date, language);

    /// <summary>"donderdag 26 november om 14.30 uur", "Thursday 26 November at 14:30".</summary>
    public static string DayAndTime(Instant at, Instant now, string language)
    {
        var time = at.InZone(Zone).TimeOfDay;
        var day = Day(at, now, language);
        return language == "en"
            ? string.Create(CultureInfo.InvariantCulture, $"{day} at {time.Hour:00}:{time.Minute:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{day} om {time.Hour:00}.{time.Minute:00} uur");
    }

    /// <summary>What waits to be read because it is too long for a text message: "ons antwoord", "a question of ours".</summary>
    public static string Waiting(MessageKind kind, string language) => (kind, language) switch
    {
        (MessageKind.Answer, "en") => "our answer",
        (MessageKind.Answer, _) => "ons antwoord",
        (MessageKind.Question, "en") => "a question of ours",
        (MessageKind.Question, _) => "een vraag van ons",
        (_, "en") => "news",
        _ => "nieuws",
    };

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "nl-NL");
}

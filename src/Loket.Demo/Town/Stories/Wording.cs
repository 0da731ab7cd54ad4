using System.Globalization;
using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Demo.Town;

/// <summary>Puts a contact into words: as a resident writes it, or as an agent notes it.</summary>
internal static class Wording
{
    /// <summary>What one contact tells. In English only if the matter has English words.</summary>
    /// <param name="Village">Name, for the text.</param>
    internal sealed record Told(Phrases Phrases, Matter Matter, string Language, StoryPlace? Place, string Village, bool IsDanger);

    private static readonly string[] HowLong = ["drie dagen", "een week", "anderhalve week", "twee weken", "drie weken", "een maand", "zeker een maand", "een paar dagen"];
    private static readonly string[] When = ["maandag", "dinsdag", "gisteren", "gisteravond", "eergisteren", "afgelopen weekend", "vorige week", "zaterdag"];
    private static readonly string[] Asks = ["Kunt u hier iets aan doen?", "Kunt u mij laten weten wanneer dit wordt opgelost?", "Ik hoor graag van u.", "Alvast bedankt.", "Graag een reactie.", "Kan er iemand komen kijken?", "Fijn als u dit kunt oppakken."];
    private static readonly string[] QuestionAsks = ["Ik hoor graag van u.", "Alvast bedankt.", "Graag een reactie.", "Kunt u mij hierover bellen of mailen?", "Alvast dank voor uw hulp."];
    private static readonly string[] Notes = ["Hoeft niet teruggebeld te worden.", "Vriendelijk gesprek.", "Bereikbaar na 16 uur."];
    private static readonly string[] ReportNotes = ["Wil graag bericht als het klaar is.", "Heeft al eerder gebeld, zegt ze zelf.", "Uitgelegd wat we gaan doen en wanneer.", "Wil het alleen even doorgeven."];
    private static readonly string[] Repeats = ["Hoe staat het met mijn melding?", "Nog niets gehoord", "Nog steeds niet opgelost", "Vraag over mijn eerdere melding", "Tweede keer"];
    private static readonly string[] RepeatTexts = ["Er is nog niets gebeurd sinds de vorige melding.", "Tot nu toe is er niemand geweest.", "Het is nog precies hetzelfde.", "Wanneer komt er iemand?", "Vorige keer is beloofd dat het deze week zou gebeuren."];

    /// <summary>Subject and text of a first contact, or of another resident about the same matter.</summary>
    public static (string Subject, string Text) First(Told told, Channel channel, Customer? by, Instant at, Dice dice)
    {
        if (told.Language == "en") return English(told, by, dice);

        var subject = Fill(dice.Pick(told.Matter.Subjects), told, dice);
        var text = Fill(dice.Pick(told.Matter.Texts), told, dice);
        var isQuestion = text.EndsWith('?');
        var details = told.Phrases.Details.Count + told.Matter.Details.Count;
        if (details > 0 && dice.Percent(62))
        {
            var detail = dice.Below(details);
            text += " " + Fill(detail < told.Matter.Details.Count ? told.Matter.Details[detail] : told.Phrases.Details[detail - told.Matter.Details.Count], told, dice);
        }

        if (told.IsDanger) text += " " + told.Phrases.Danger;
        if (told.Place is not null && !isQuestion) text += " " + Location(told.Place, told.Village, dice);
        text = Dress(text, channel, by, at, told.Place is not null && !isQuestion, dice);
        if (channel is Channel.Web or Channel.Email && dice.Percent(12)) text = Slips.Make(text, dice);
        return (subject, text);
    }

    /// <summary>The same person once more.</summary>
    public static (string Subject, string Text) Again(Channel channel, Customer by, Instant at, Dice dice) => by.Language == "en" && IsWritten(channel)
        ? ("Any news?", "I have not heard anything since my first message. Could you let me know when this will be done?\n\nKind regards,\n" + by.Name.Full)
        : (dice.Pick(Repeats), Dress(dice.Pick(RepeatTexts), channel, by, at, isReport: true, dice));

    public static bool IsWritten(Channel channel) => channel is Channel.Web or Channel.Email or Channel.Letter;

    public static string Dress(string text, Channel channel, Customer? by, Instant at, bool isReport, Dice dice)
    {
        var ask = dice.Pick(isReport ? Asks : QuestionAsks);
        var name = by?.Name.Full ?? "Een bewoner";
        switch (channel)
        {
            case Channel.Phone:
                var caller = by is null ? "Beller wil anoniem blijven. " : dice.Percent(60) ? $"{Capital(by.Name.Addressed)} belt. " : "";
                return caller + text + (dice.Percent(38) ? " " + NoteFor(by, isReport, dice) : "");
            case Channel.Desk:
                return (dice.Percent(50) ? "Aan de balie. " : "") + text + (dice.Percent(30) ? " " + NoteFor(by, isReport, dice) : "");
            case Channel.Email:
                return $"{Greeting(at, dice)}\n\n{text}{(dice.Percent(70) ? " " + ask : "")}\n\n{(dice.Percent(65) ? "Met vriendelijke groet" : "Groeten")},\n{name}";
            case Channel.Letter:
                return $"Geachte heer, mevrouw,\n\n{text} {ask}\n\nHoogachtend,\n{name}{(by is null ? "" : "\n" + by.Home.Written)}";
            default:
                return text + (dice.Percent(35) ? " " + ask : "");
        }
    }

    private static string NoteFor(Customer? by, bool isReport, Dice dice)
    {
        var note = dice.Pick(isReport && dice.Percent(50) ? ReportNotes : Notes);
        return by is { Name.IsWoman: false } ? note.Replace("zegt ze zelf", "zegt hij zelf", StringComparison.Ordinal) : note;
    }

    private static (string Subject, string Text) English(Told told, Customer? by, Dice dice)
    {
        var (subject, text) = dice.Pick(told.Matter.English);
        var where = told.Place switch
        {
            null => "",
            { Told: PlaceTold.AssetNumber, Asset: { } asset } => $" The number on it is {asset.Number}.",
            { Told: PlaceTold.Street } => $" It is in {told.Place.Street.Name}, {told.Village}.",
            _ => $" It is near {told.Place.Near.Street.Name} {told.Place.Near.HouseNumber} in {told.Village}.",
        };
        return (subject, $"{text}{where}\n\nKind regards,\n{by?.Name.Full ?? "A resident"}");
    }

    private static string Location(StoryPlace place, string village, Dice dice) => place switch
    {
        { Told: PlaceTold.AssetNumber, Asset: { } asset } => dice.Below(3) switch
        {
            0 => $"Het nummer is {asset.Number}.",
            1 => $"Er staat nummer {asset.Number} op.",
            _ => $"Nummer {asset.Number}, {place.Street.Name} in {village}.",
        },
        { Told: PlaceTold.Street } => $"Het gaat om de straat {place.Street.Name} in {village}.",
        _ => dice.Below(3) switch
        {
            0 => $"Het is bij {place.Near.Street.Name} {place.Near.HouseNumber} in {village}.",
            1 => $"Ter hoogte van {place.Near.Street.Name} {place.Near.HouseNumber}, {village}.",
            _ => $"Adres: {place.Near.Street.Name} {place.Near.HouseNumber}, {village}.",
        },
    };

    private static string Fill(string text, Told told, Dice dice)
    {
        if (!text.Contains('{')) return text;
        return text.Replace("{dorp}", told.Village, StringComparison.Ordinal)
            .Replace("{straat}", told.Place?.Near.Street.Name, StringComparison.Ordinal)
            .Replace("{nr}", told.Place?.Near.HouseNumber.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{tijd}", dice.Pick(HowLong), StringComparison.Ordinal)
            .Replace("{dag}", dice.Pick(When), StringComparison.Ordinal);
    }

    private static string Greeting(Instant at, Dice dice) => dice.Below(4) switch
    {
        0 => "Geachte gemeente,",
        1 => "Beste gemeente,",
        2 => "Hallo,",
        _ => at.InZone(MunicipalCalendar.Amsterdam).Hour switch { < 12 => "Goedemorgen,", < 18 => "Goedemiddag,", _ => "Goedenavond," },
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

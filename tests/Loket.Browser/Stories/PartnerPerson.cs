using System.Globalization;
using Loket.Browser.Windows;
using NodaTime;

namespace Loket.Browser.Stories;

/// <summary>What somebody of a partner does, with nothing but the link in a mail.</summary>
internal static class PartnerPerson
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Takes it on, with the day on which it will be done.</summary>
    public static async Task Accepts(this Window partner, string jobNumber, LocalDate? planned)
    {
        await partner.Fill("Uw opdrachtnummer", jobNumber);
        if (planned is { } day) await partner.FillDay(day);
        await partner.Press("Ja, wij nemen dit aan");
        await partner.Says("U hebt dit aangenomen.");
    }

    /// <summary>Tells news, and another day where there is one.</summary>
    public static async Task TellsNews(this Window partner, string text, LocalDate? planned)
    {
        await partner.Unfold("Voortgang of een andere datum");
        if (planned is { } day) await partner.FillDay(day);
        await partner.Fill("Wat is het nieuws?", text);
        await partner.Press("Verstuur");
        await partner.Says("Uw bericht is verwerkt.");
    }

    /// <summary>Has done its part.</summary>
    public static async Task Finishes(this Window partner, string report, bool solved)
    {
        await partner.Fill("Wat hebt u gedaan?", report);
        await partner.Choose(solved ? "Ja" : "Nee");
        await partner.Press("Meld dat het klaar is");
        await partner.Says("U hebt gemeld dat het klaar is.");
    }

    /// <summary>Fills in a day, as they say it.</summary>
    public static async Task FillDay(this Window partner, LocalDate day)
    {
        await partner.Fill("Dag", day.Day.ToString(Dutch));
        await partner.Fill("Maand", day.ToString("MMMM", Dutch));
        await partner.Fill("Jaar", day.Year.ToString(Dutch));
    }
}

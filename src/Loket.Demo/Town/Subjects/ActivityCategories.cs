using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>Activities, services and seniors.</summary>
internal static class ActivityCategories
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new("activities", MainGroup.Activities,
            new("Activiteiten en dorpshuis", "Activities and village hall"),
            new("Wat er te doen is in het dorp, meehelpen als vrijwilliger of een ruimte huren in het dorpshuis.", "What is on in the village, volunteering or renting a room in the village hall."),
            Norm.WorkingDays(3), TeamKeys.Welfare, Portfolio.Villages, Confidentiality.Normal),
        new("seniors", MainGroup.Activities,
            new("Senioren", "Seniors"),
            new("Maaltijden, inloop, computerhulp en ontmoeting voor ouderen.", "Meals, drop-in, computer help and company for older people."),
            Norm.WorkingDays(3), TeamKeys.Welfare, Portfolio.Care, Confidentiality.Normal),
        new("special-transport", MainGroup.Activities,
            new("Meertaxi en vervoer op maat", "Taxi and transport on demand"),
            new("Vervoer voor wie niet met bus of auto kan, of een rit die te laat was.", "Transport for who cannot take a bus or car, or a ride that was late."),
            Norm.WorkingDays(3), TeamKeys.SocialDomain, Portfolio.Care, Confidentiality.Sensitive)
        { DangerWords = ["staat buiten in de kou", "niet thuisgebracht"] },
        new("event", MainGroup.Activities,
            new("Evenement of straatfeest", "Event or street party"),
            new("Een evenement, markt of straatfeest melden of er iets over vragen.", "Notifying an event, market or street party, or asking about one."),
            Norm.WorkingDays(5), TeamKeys.Permits, Portfolio.Villages, Confidentiality.Normal),
        new("sports", MainGroup.Activities,
            new("Sport en verenigingen", "Sports and clubs"),
            new("Een vraag over een sportzaal, een veld, een vereniging of een sportpas.", "A question about a sports hall, a field, a club or a sports pass."),
            Norm.WorkingDays(5), TeamKeys.Welfare, Portfolio.Youth, Confidentiality.Normal),
    ];
}

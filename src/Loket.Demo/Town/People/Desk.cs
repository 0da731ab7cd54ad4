using NodaTime;

namespace Loket.Demo.Town;

/// <summary>A place where people walk in.</summary>
/// <param name="Team">Key of its team.</param>
/// <param name="Street">A street of the plan; the house number is as in reality for the town hall, invented elsewhere.</param>
/// <param name="Evenings">Weekdays on which it opens again from 18:00 to 21:00.</param>
public sealed record Desk(string Key, Words Name, string Team, string Village, string Street, int HouseNumber, Spot Place, int Counters, IReadOnlyList<IsoDayOfWeek> Evenings, Words Accessibility)
{
    /// <summary>Monday to Friday from nine to five, and the evenings (the Loket-1 plan).</summary>
    public IEnumerable<(IsoDayOfWeek Day, LocalTime From, LocalTime Until)> Hours =>
        from day in new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday }
        from part in Evenings.Contains(day) ? [(new(9, 0), new(17, 0)), (new(18, 0), new(21, 0))] : new (LocalTime From, LocalTime Until)[] { (new(9, 0), new(17, 0)) }
        select (day, part.From, part.Until);

    /// <summary>The four desks; the town hall first.</summary>
    public static IReadOnlyList<Desk> All { get; } =
    [
        new("hoofddorp", new("Raadhuis Hoofddorp", "Town hall Hoofddorp"), TeamKeys.DeskHoofddorp, "hoofddorp", "Raadhuisplein", 1, new(52.3043, 4.6903), 8, [IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday],
            new("Zonder drempel, met lift, toilet voor rolstoelen en ringleiding.", "No threshold; lift, wheelchair toilet and hearing loop.")),
        new("nieuw-vennep", new("Servicepunt Nieuw-Vennep", "Service point Nieuw-Vennep"), TeamKeys.DeskNieuwVennep, "nieuw-vennep", "Harmonieplein", 2, new(52.2645, 4.6318), 3, [IsoDayOfWeek.Tuesday],
            new("Zonder drempel, toilet voor rolstoelen.", "No threshold; wheelchair toilet.")),
        new("zwanenburg", new("Servicepunt Zwanenburg", "Service point Zwanenburg"), TeamKeys.DeskZwanenburg, "zwanenburg", "Dennenlaan", 84, new(52.3801, 4.7465), 2, [IsoDayOfWeek.Wednesday],
            new("Zonder drempel, bushalte voor de deur.", "No threshold; bus stop at the door.")),
        new("badhoevedorp", new("Loket-1 Badhoevedorp", "Loket-1 Badhoevedorp"), TeamKeys.DeskBadhoevedorp, "badhoevedorp", "Pa Verkuyllaan", 45, new(52.3365, 4.7861), 2, [IsoDayOfWeek.Thursday],
            new("Zonder drempel, in het dorpshuis, met leestafel.", "No threshold; in the village hall, with a reading table.")),
    ];
}

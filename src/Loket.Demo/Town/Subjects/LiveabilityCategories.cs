using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>Living together and politics.</summary>
internal static class LiveabilityCategories
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new("vermin", MainGroup.Liveability,
            new("Ratten en andere plaagdieren", "Rats and other vermin"),
            new("Er zijn ratten, wespen of eikenprocessierupsen op straat of in het groen.", "There are rats, wasps or oak processionary caterpillars in the street or green."),
            Norm.WorkingDays(5), TeamKeys.PublicSpace, Portfolio.PublicSpace, Confidentiality.Low)
        { IsReport = true, RepeatRadiusMetres = 75, Inspiration = "overlast-van-dieren/ratten" },
        new("noise", MainGroup.Liveability,
            new("Geluidsoverlast", "Noise"),
            new("Horeca, een bedrijf, bouwwerk of een feest maakt te veel lawaai.", "A bar, company, building site or party makes too much noise."),
            Norm.WorkingDays(5), TeamKeys.Enforcement, Portfolio.Safety, Confidentiality.Normal)
        { IsReport = true, RepeatRadiusMetres = 75, Inspiration = "overlast-bedrijven-en-horeca/geluidsoverlast-muziek" },
        new("aircraft-noise", MainGroup.Liveability,
            new("Vliegtuiggeluid", "Aircraft noise"),
            new("Last van laag vliegende of nachtelijke vliegtuigen; de gemeente geeft dit door aan het meldpunt vliegverkeer.", "Nuisance of low or nightly aircraft; the municipality passes it on to the air traffic reporting desk."),
            Norm.WorkingDays(2), PartnerKeys.AirTraffic, Portfolio.Sustainability, Confidentiality.Low),
        new("neighbours", MainGroup.Liveability,
            new("Overlast van buren", "Trouble with neighbours"),
            new("Ruzie of overlast tussen buren, waarbij bemiddeling kan helpen.", "A quarrel or nuisance between neighbours where mediation may help."),
            Norm.WorkingDays(5), TeamKeys.Welfare, Portfolio.Safety, Confidentiality.Normal)
        { DangerWords = ["bedreigt", "bedreigd", "mes", "geslagen", "threatens", "knife"] },
        new("rental-home", MainGroup.Liveability,
            new("Onderhoud van een huurwoning", "Repair of a rented home"),
            new("Lekkage, schimmel of een kapotte lift in een woning van de woningcorporatie.", "A leak, mould or a broken lift in a home of the housing corporation."),
            Norm.WorkingDays(5), PartnerKeys.HousingCorporation, Portfolio.Housing, Confidentiality.Normal)
        { DangerWords = ["gaslucht", "koolmonoxide", "opgesloten in de lift", "vast in de lift", "carbon monoxide", "stuck in the lift"] },
        new("idea", MainGroup.Liveability,
            new("Idee voor het dorp", "Idea for the village"),
            new("Een voorstel om het dorp mooier, veiliger of gezelliger te maken.", "A proposal to make the village finer, safer or more sociable."),
            Norm.WorkingDays(10), TeamKeys.Communication, Portfolio.Villages, Confidentiality.Low)
        { RepeatRadiusMetres = 250 },
        new("politics", MainGroup.Liveability,
            new("Vraag aan raad of wethouder", "Question to council or alderman"),
            new("Een vraag of mening voor de gemeenteraad, een partij of een wethouder.", "A question or opinion for the council, a party or an alderman."),
            Norm.WorkingDays(10), TeamKeys.Council, Portfolio.Villages, Confidentiality.Normal),
        new("building-plan", MainGroup.Liveability,
            new("Bouwplan in de buurt", "Building plan nearby"),
            new("Een vraag of zorg over een bouwplan, sloop of inspraak in de buurt.", "A question or worry about a building plan, demolition or consultation nearby."),
            Norm.WorkingDays(5), TeamKeys.Permits, Portfolio.Housing, Confidentiality.Low)
        { RepeatRadiusMetres = 250 },
        new("red-tape", MainGroup.Liveability,
            new("Dit kan makkelijker", "This could be easier"),
            new("Een regel, formulier of werkwijze van de gemeente is onnodig lastig.", "A rule, form or way of working of the municipality is needlessly hard."),
            Norm.WorkingDays(10), TeamKeys.Management, Portfolio.Villages, Confidentiality.Normal),
        new("unclear-letter", MainGroup.Liveability,
            new("Onduidelijke brief", "Unclear letter"),
            new("Iemand begrijpt een brief of e-mail van de gemeente niet.", "Somebody does not understand a letter or e-mail of the municipality."),
            Norm.WorkingDays(3), TeamKeys.Communication, Portfolio.Villages, Confidentiality.Normal),
    ];
}

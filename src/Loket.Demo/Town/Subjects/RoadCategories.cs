using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>Roads, pavements, traffic and transport.</summary>
internal static class RoadCategories
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new("road-surface", MainGroup.Traffic,
            new("Gat of kuil in de weg", "Hole in the road"),
            new("Het wegdek of fietspad is kapot, verzakt of heeft een gat.", "The surface of a road or cycle path is broken, sunken or has a hole."),
            Norm.WorkingDays(5), TeamKeys.PublicSpace, Portfolio.Mobility, Confidentiality.Low)
        { IsReport = true, DangerWords = ["gevallen", "gewond", "injured", "fell off", "fell over"], Inspiration = "wegen-verkeer-straatmeubilair/onderhoud-fietspad" },
        new("pavement", MainGroup.Traffic,
            new("Losse stoeptegel", "Loose paving stone"),
            new("Een stoep ligt scheef, los of open, zodat iemand kan struikelen.", "A pavement is uneven, loose or open, so that somebody can trip."),
            Norm.WorkingDays(5), TeamKeys.PublicSpace, Portfolio.Mobility, Confidentiality.Low)
        { IsReport = true, DangerWords = ["gevallen", "gebroken heup", "gebroken pols", "ambulance", "fell over", "has fallen", "broken wrist", "broken hip"], Inspiration = "wegen-verkeer-straatmeubilair/onderhoud-stoep-straat-en-fietspad" },
        new("traffic-sign", MainGroup.Traffic,
            new("Verkeersbord of paaltje", "Traffic sign or bollard"),
            new("Een verkeersbord, straatnaambord of paaltje is weg, scheef of niet te lezen.", "A traffic sign, street name or bollard is gone, bent or unreadable."),
            Norm.WorkingDays(5), TeamKeys.PublicSpace, Portfolio.Mobility, Confidentiality.Low)
        { IsReport = true, Inspiration = "wegen-verkeer-straatmeubilair/verkeersbord-verkeersafzetting" },
        new("traffic-light", MainGroup.Traffic,
            new("Verkeerslicht", "Traffic light"),
            new("Een verkeerslicht doet het niet, staat scheef of heeft een te korte groentijd.", "A traffic light is out, bent or green for too short a time."),
            Norm.WorkingDays(1), TeamKeys.Traffic, Portfolio.Mobility, Confidentiality.Low)
        { IsReport = true, DangerWords = ["bijna aangereden", "alle lichten groen", "nearly hit"], RepeatRadiusMetres = 60, Inspiration = "wegen-verkeer-straatmeubilair/verkeerslicht" },
        new("traffic-safety", MainGroup.Traffic,
            new("Onveilig verkeer", "Unsafe traffic"),
            new("Er wordt te hard gereden of een kruising, school of oversteek voelt onveilig.", "People drive too fast, or a junction, school or crossing feels unsafe."),
            Norm.WorkingDays(15), TeamKeys.Traffic, Portfolio.Mobility, Confidentiality.Low)
        { IsReport = true, RepeatRadiusMetres = 100, Inspiration = "wegen-verkeer-straatmeubilair/verkeerssituaties" },
        new("parking", MainGroup.Traffic,
            new("Parkeren en parkeeroverlast", "Parking and parking nuisance"),
            new("Auto's, bussen of aanhangers staan waar dat niet mag, of er is te weinig plek.", "Cars, vans or trailers stand where they may not, or there is too little room."),
            Norm.WorkingDays(5), TeamKeys.Enforcement, Portfolio.Mobility, Confidentiality.Low)
        { IsReport = true, DangerWords = ["ambulance kan er niet door", "brandweer kan er niet door"], Inspiration = "overlast-in-de-openbare-ruimte/parkeeroverlast" },
        new("public-transport", MainGroup.Traffic,
            new("Bus, halte en buurtbus", "Bus, stop and neighbourhood bus"),
            new("Een vraag of klacht over een buslijn, de buurtbus, een halte of een abri.", "A question or complaint about a bus line, the neighbourhood bus, a stop or a shelter."),
            Norm.WorkingDays(10), PartnerKeys.BusCompany, Portfolio.Mobility, Confidentiality.Low)
        { IsReport = true },
        new("other-road", MainGroup.Traffic,
            new("Weg van provincie of Rijk", "Provincial or national road"),
            new("Een melding over een N-weg of snelweg; de gemeente geeft die door.", "A report about an N road or motorway; the municipality passes it on."),
            Norm.WorkingDays(2), PartnerKeys.Province, Portfolio.Mobility, Confidentiality.Low)
        { IsReport = true, RepeatRadiusMetres = 100, DangerWords = ["spookrijder", "ligt op de rijbaan", "loopt op de rijbaan"] },
    ];
}

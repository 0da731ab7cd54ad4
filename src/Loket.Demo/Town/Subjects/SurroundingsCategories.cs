using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>Green, water and waste: the rest of area management.</summary>
internal static class SurroundingsCategories
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new("acute-danger", MainGroup.Traffic,
            new("Acuut gevaar buiten", "Acute danger outside"),
            new("Iets op straat is nu gevaarlijk: een open put, losse draden, een tak boven het fietspad.", "Something in the street is dangerous now: an open manhole, loose wires, a branch over the cycle path."),
            Norm.WorkingHours(2), TeamKeys.PublicSpace, Portfolio.PublicSpace, Confidentiality.Low)
        { IsReport = true, IsDanger = true },
        new("drain", MainGroup.Traffic,
            new("Verstopte put of riool", "Blocked drain or sewer"),
            new("Regenwater loopt niet weg of een put op straat is verstopt of kapot.", "Rain water does not drain or a street drain is blocked or broken."),
            Norm.WorkingDays(3), TeamKeys.PublicSpace, Portfolio.PublicSpace, Confidentiality.Low)
        { IsReport = true, DangerWords = ["open put", "deksel weg", "water in huis", "open manhole", "cover is gone"], Inspiration = "schoon/putrioleringverstopt" },
        new("water", MainGroup.Traffic,
            new("Sloot, oever en waterpeil", "Ditch, bank and water level"),
            new("Een sloot stinkt, staat te hoog of te laag, of een oever of duiker is kapot.", "A ditch smells, is too high or too low, or a bank or culvert is broken."),
            Norm.WorkingDays(5), PartnerKeys.WaterBoard, Portfolio.Sustainability, Confidentiality.Low)
        { IsReport = true, RepeatRadiusMetres = 100, DangerWords = ["olie", "dijk verzakt", "door het ijs", "in het water gevallen"], Inspiration = "civiele-constructies/watergangen" },
        new("waste-container", MainGroup.Traffic,
            new("Container vol of kapot", "Container full or broken"),
            new("Een container voor restafval, papier, glas, plastic of textiel is vol, kapot of gaat niet open.", "A container for residual waste, paper, glass, plastic or textiles is full, broken or does not open."),
            Norm.WorkingDays(3), TeamKeys.Waste, Portfolio.Sustainability, Confidentiality.Low)
        { IsReport = true, Object = AssetKind.Container, RepeatRadiusMetres = 15, DangerWords = ["in brand", "brandje", "vuur", "rook uit", "komt rook", "on fire", "smoke coming"], Inspiration = "afval/container-is-vol" },
        new("waste-collection", MainGroup.Traffic,
            new("Afval niet opgehaald", "Waste not collected"),
            new("Een kliko of grof vuil is niet opgehaald op de dag van de afvalkalender.", "A wheelie bin or bulky waste was not collected on the day of the waste calendar."),
            Norm.WorkingDays(2), PartnerKeys.WasteCollector, Portfolio.Sustainability, Confidentiality.Low)
        { IsReport = true, RepeatRadiusMetres = 100, Inspiration = "afval/grofvuil" },
        new("litter", MainGroup.Traffic,
            new("Zwerfafval en volle afvalbakken", "Litter and full bins"),
            new("Er ligt afval op straat, naast een container of in het groen, of een afvalbak is vol.", "There is waste in the street, beside a container or in the green, or a litter bin is full."),
            Norm.WorkingDays(3), TeamKeys.PublicSpace, Portfolio.PublicSpace, Confidentiality.Low)
        { IsReport = true, DangerWords = ["asbest", "naalden", "spuiten", "chemisch", "asbestos", "needles"], Inspiration = "schoon/veegzwerfvuil" },
        new("tree", MainGroup.Traffic,
            new("Boom", "Tree"),
            new("Een boom is ziek, dood of beschadigd, of geeft last van takken of wortels.", "A tree is ill, dead or damaged, or its branches or roots are a nuisance."),
            Norm.WorkingDays(10), TeamKeys.Green, Portfolio.PublicSpace, Confidentiality.Low)
        { IsReport = true, Object = AssetKind.Tree, RepeatRadiusMetres = 15, DangerWords = ["omgewaaid", "tak hangt los", "op de auto", "over de weg", "fallen tree"], Inspiration = "openbaar-groen-en-water/boom" },
        new("green", MainGroup.Traffic,
            new("Gras, onkruid en snoeien", "Grass, weeds and pruning"),
            new("Gras of onkruid is te hoog, of struiken hangen over de stoep of voor een raam.", "Grass or weeds are too high, or bushes hang over the pavement or before a window."),
            Norm.WorkingDays(15), TeamKeys.Green, Portfolio.PublicSpace, Confidentiality.Low)
        { IsReport = true, Inspiration = "openbaar-groen-en-water/maaien-snoeien" },
        new("playground", MainGroup.Traffic,
            new("Speelplek of bankje", "Playground or bench"),
            new("Een speeltoestel, sportplek of bankje is kapot, vies of onveilig.", "Play or sports equipment or a bench is broken, dirty or unsafe."),
            Norm.WorkingDays(5), TeamKeys.PublicSpace, Portfolio.Youth, Confidentiality.Low)
        { IsReport = true, RepeatRadiusMetres = 50, DangerWords = ["gewond", "scherp", "glas in het zand", "glas op de speelplaats", "injured", "sharp"], Inspiration = "wegen-verkeer-straatmeubilair/speelplaats" },
        new("bicycle-wreck", MainGroup.Traffic,
            new("Fietswrak of autowrak", "Abandoned bicycle or car"),
            new("Een fiets, scooter, auto of aanhanger staat al lang op dezelfde plek en wordt niet gebruikt.", "A bicycle, scooter, car or trailer has stood in the same place for long and is not used."),
            Norm.WorkingDays(15), TeamKeys.Enforcement, Portfolio.PublicSpace, Confidentiality.Low)
        { IsReport = true, Inspiration = "overlast-in-de-openbare-ruimte/fietswrak" },
    ];
}

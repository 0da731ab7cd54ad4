using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>Care, money and trust: all sensitive, so invisible to who has no right.</summary>
internal static class SocialCategories
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new("care-at-home", MainGroup.Liveability,
            new("Hulp en zorg thuis (Wmo)", "Help and care at home"),
            new("Een vraag om hulp in huis, een traplift, een rolstoel of dagbesteding.", "A request for help in the home, a stair lift, a wheelchair or day care."),
            Norm.WorkingDays(5), TeamKeys.SocialDomain, Portfolio.Care, Confidentiality.Sensitive)
        { DangerWords = ["gevallen en ligt", "eet niet meer", "alleen en ziek", "has fallen"] },
        new("debt", MainGroup.Liveability,
            new("Geldzorgen en schulden", "Money worries and debt"),
            new("Iemand kan rekeningen niet betalen en vraagt om hulp.", "Somebody cannot pay the bills and asks for help."),
            Norm.WorkingDays(3), TeamKeys.IncomeAndDebt, Portfolio.Care, Confidentiality.Sensitive)
        { DangerWords = ["uit huis gezet", "ontruiming", "geen eten", "stroom afgesloten", "gas afgesloten", "water afgesloten", "eviction"] },
        new("benefits", MainGroup.Liveability,
            new("Uitkering en bijstand", "Benefits"),
            new("Een vraag over het aanvragen, de betaling of een wijziging van een uitkering.", "A question about applying for, payment of or change in a benefit."),
            Norm.WorkingDays(5), TeamKeys.IncomeAndDebt, Portfolio.Care, Confidentiality.Sensitive)
        { DangerWords = ["geen eten", "no food"] },
        new("counsellors", MainGroup.Liveability,
            new("Sociaal raadslieden", "Social-legal counsellors"),
            new("Gratis uitleg en hulp bij brieven, toeslagen, belasting, huur en werk.", "Free explanation and help with letters, allowances, tax, rent and work."),
            Norm.WorkingDays(3), PartnerKeys.SocialCounsellors, Portfolio.Care, Confidentiality.Sensitive),
        new("fraud", MainGroup.Liveability,
            new("Vermoeden van fraude", "Suspicion of fraud"),
            new("Iemand vermoedt fraude met een uitkering, adres, zorggeld of subsidie.", "Somebody suspects fraud with a benefit, address, care money or grant."),
            Norm.WorkingDays(10), TeamKeys.Integrity, Portfolio.Safety, Confidentiality.Sensitive)
        { Inspiration = "wonen/woningdelen-spookburgers" },
        new("domestic-violence", MainGroup.Liveability,
            new("Zorgen om iemand", "Worries about somebody"),
            new("Iemand maakt zich zorgen over eenzaamheid, verwaarlozing of geweld in een huis.", "Somebody worries about loneliness, neglect or violence in a home."),
            Norm.WorkingDays(1), TeamKeys.SocialDomain, Portfolio.Care, Confidentiality.Sensitive)
        { DangerWords = ["slaat haar", "slaat hem", "slaat de kinderen", "geslagen", "geschreeuw", "bedreigt", "wapen", "blauwe plekken", "hits her", "hits him", "weapon"] },
    ];
}

using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>Youth information and help.</summary>
internal static class YouthCategories
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new("youth-information", MainGroup.Youth,
            new("Jongeren Informatie Punt (JIP)", "Youth information point"),
            new("Jongeren vragen naar school, werk, geld, wonen of rechten.", "Young people ask about school, work, money, housing or rights."),
            Norm.WorkingDays(3), PartnerKeys.YouthInformation, Portfolio.Youth, Confidentiality.Sensitive),
        new("youth-talk", MainGroup.Youth,
            new("Praten met iemand", "Talking to somebody"),
            new("Een jongere wil met iemand praten over thuis, school, pesten of gevoelens.", "A young person wants to talk about home, school, bullying or feelings."),
            Norm.WorkingDays(1), PartnerKeys.YouthInformation, Portfolio.Youth, Confidentiality.Sensitive)
        { DangerWords = ["wil dood", "dood wil", "niet meer leven", "zelfmoord", "weggelopen", "slaat mij", "word geslagen", "suicide", "ran away"] },
        new("youth-help", MainGroup.Youth,
            new("Hulp bij opvoeden", "Help with raising children"),
            new("Ouders vragen om hulp bij opvoeden of om jeugdhulp voor hun kind.", "Parents ask for help with raising or youth care for their child."),
            Norm.WorkingDays(3), TeamKeys.Youth, Portfolio.Youth, Confidentiality.Sensitive)
        { DangerWords = ["geslagen", "slaat haar kind", "slaat zijn kind", "weggelopen", "niet veilig", "ran away", "not safe"] },
        new("school-transport", MainGroup.Youth,
            new("Leerlingenvervoer", "School transport"),
            new("Vervoer van een kind naar speciaal onderwijs aanvragen of er iets over melden.", "Applying for or reporting on transport of a child to special education."),
            Norm.WorkingDays(5), TeamKeys.Youth, Portfolio.Youth, Confidentiality.Sensitive)
        { DangerWords = ["kind niet thuis", "child not home"] },
        new("youth-nuisance", MainGroup.Youth,
            new("Overlast van jongeren", "Nuisance by young people"),
            new("Een groep jongeren geeft overlast door lawaai, rommel, scooters of vuurwerk.", "A group of young people is a nuisance with noise, rubbish, scooters or fireworks."),
            Norm.WorkingDays(5), TeamKeys.Enforcement, Portfolio.Safety, Confidentiality.Normal)
        { IsReport = true, RepeatRadiusMetres = 100, DangerWords = ["mes", "brandstichting", "vechten", "knife", "arson"], Inspiration = "overlast-van-en-door-personen-of-groepen/jongerenoverlast" },
    ];
}

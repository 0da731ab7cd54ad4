namespace Loket.Demo.Town;

/// <summary>What is written about streets and what stands in them.</summary>
internal static class StreetTexts
{
    private static readonly string[] AreaTeams = [TeamKeys.AreaNorth, TeamKeys.AreaMiddle, TeamKeys.AreaSouth];

    public static IReadOnlyList<TeamText> All { get; } =
    [
        new("langs", "Ik kom langs",
            new("Ik kom kijken in de {{straat}}. Daarna hoort u wat wij doen.\n{{mijn naam}}", "I will come and look in {{street}}. Then you will hear what we do.\n{{my name}}"), AreaTeams),
        new("buurt", "Wij praten met de buurt",
            new("Wij praten hierover met uw buurt. Wilt u meepraten? Laat het ons weten.", "We are talking about this with your neighbourhood. Would you like to join? Let us know."), AreaTeams),
        new("dorpsraad", "Wij vragen de dorpsraad",
            new("Wij vragen de dorpsraad wat die ervan vindt. U hoort wat eruit komt.", "We are asking the village council what it thinks. You will hear what comes of it."), AreaTeams),

        new("kijken", "Wij komen kijken",
            new("Een collega komt kijken in de {{straat}}. Daarna maken wij een plan voor het werk.", "A colleague will come and look in {{street}}. Then we plan the work."), [TeamKeys.PublicSpace]),
        new("gepland", "Het werk staat gepland",
            new("Het werk staat gepland. Wij zijn uiterlijk {{uiterlijk}} klaar.", "The work is planned. We will be ready by {{deadline}}."), [TeamKeys.PublicSpace]),
        new("veilig", "Eerst veilig, later heel",
            new("Wij hebben de plek veilig gemaakt. Later komen wij terug om het goed te maken.", "We made the spot safe. We will come back later to repair it."), [TeamKeys.PublicSpace]),
        new("niet-van-ons", "Dit is niet van de gemeente",
            new("Dit is niet van de gemeente. Daarom mogen wij het niet maken. De eigenaar is [[vul in: eigenaar]].",
                "This does not belong to the municipality. So we may not repair it. It belongs to [[fill in: owner]]."), [TeamKeys.PublicSpace]),

        new("lamp", "De aannemer maakt de lamp",
            new("De aannemer maakt de lamp in de {{straat}}. Die is uiterlijk {{uiterlijk}} klaar.", "The contractor will repair the light in {{street}}. It will be done by {{deadline}}."), [TeamKeys.Lighting]),
        new("kabel", "De kabel is kapot",
            new("De lamp brandt niet, omdat de kabel in de grond kapot is. De netbeheerder maakt de kabel. Dat duurt langer dan een nieuwe lamp.",
                "The light is out because the cable in the ground is broken. The grid operator repairs the cable. That takes longer than a new lamp."), [TeamKeys.Lighting]),
        new("nummer", "Het nummer op de paal",
            new("Op de paal staat een nummer. Kunt u ons dat geven? Dan vinden wij de goede lamp.", "There is a number on the post. Could you give it to us? Then we find the right light."), [TeamKeys.Lighting]),

        new("broeden", "Er broeden vogels",
            new("Er broeden nu vogels. Daarom snoeien wij hier nog niet. Wij komen als de vogels weg zijn.", "Birds are nesting now. So we do not prune here yet. We will come when they have left."), [TeamKeys.Green]),
        new("boom", "Een kenner bekijkt de boom",
            new("Iemand die veel van bomen weet, bekijkt de boom. Daarna beslissen wij of hij blijft staan.", "Somebody who knows a lot about trees will look at the tree. Then we decide whether it stays."), [TeamKeys.Green]),
        new("maaien", "Wij maaien hier minder",
            new("Wij maaien hier twee keer in een jaar. Dat is goed voor bloemen en bijen. Langs de weg maaien wij vaker, zodat u goed kunt zien.",
                "We mow here twice a year. That is good for flowers and bees. Along the road we mow more often, so that you can see well."), [TeamKeys.Green]),

        new("vol", "De container wordt geleegd",
            new("Wij legen de container zo snel als wij kunnen. Zet uw afval er niet naast.", "We will empty the container as soon as we can. Please do not put your waste beside it."), [TeamKeys.Waste]),
        new("vergeten", "Uw bak is niet geleegd",
            new("Uw bak is niet geleegd. Dat spijt ons. Zet hem nog een keer buiten. Wij komen uiterlijk {{uiterlijk}}.",
                "Your bin was not emptied. We are sorry about that. Please put it out once more. We will come by {{deadline}}."), [TeamKeys.Waste]),
        new("grofvuil", "Grof afval laten halen",
            new("Grof afval halen wij op als u een afspraak maakt. U kunt het ook zelf naar de milieustraat brengen.",
                "We collect bulky waste when you make an appointment. You can also take it to the recycling centre."), [TeamKeys.Waste]),

        new("tellen", "Wij tellen het verkeer",
            new("Wij tellen eerst hoeveel auto's er rijden en hoe hard. Daarna kiezen wij wat nodig is.", "First we count how many cars there are and how fast they go. Then we choose what is needed."), [TeamKeys.Traffic]),
        new("bord", "Er komt een nieuw bord",
            new("Het bord in de {{straat}} is kapot of weg. Wij zetten uiterlijk {{uiterlijk}} een nieuw bord neer.", "The sign in {{street}} is broken or gone. We will put up a new one by {{deadline}}."), [TeamKeys.Traffic]),
        new("besluit", "Hiervoor is een besluit nodig",
            new("Dit mag alleen na een besluit van de gemeente. Dat besluit maken wij bekend. Wie het er niet mee eens is, kan dan bezwaar maken.",
                "This is only allowed after a decision of the municipality. We will publish that decision. Who disagrees can then object."), [TeamKeys.Traffic]),

        new("controle", "Wij controleren",
            new("Wij controleren de komende weken vaker in de {{straat}}. Wij kunnen niet zeggen op welke dag.", "In the coming weeks we will check more often in {{street}}. We cannot say on which day."), [TeamKeys.Enforcement]),
        new("naam", "Wij noemen uw naam niet",
            new("Wij vertellen aan niemand wie dit heeft gemeld.", "We tell nobody who reported this."), [TeamKeys.Enforcement]),
        new("gevaar", "Bel bij gevaar de politie",
            new("Is er gevaar? Bel dan 112. Is er geen haast? Bel de politie: 0900 8844.", "Is there danger? Then call 112. Is there no hurry? Call the police: 0900 8844."), [TeamKeys.Enforcement]),
    ];
}

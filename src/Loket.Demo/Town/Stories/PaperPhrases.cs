namespace Loket.Demo.Town;

/// <summary>What a formal paper says; each text holds a word that it is known by.</summary>
internal sealed record PaperPhrases(string Paper, int Cases, string[] Subjects, string[] Texts, string[] Granted, string[] Refused)
{
    public static IReadOnlyList<PaperPhrases> All { get; } =
    [
        new("objection", 30,
            ["Bezwaar tegen besluit", "Bezwaarschrift", "Niet eens met het besluit"],
            [
                "Hierbij maak ik bezwaar tegen uw besluit over mijn parkeervergunning. Ik woon hier al twaalf jaar en heb geen eigen oprit.",
                "Ik ben het niet eens met het besluit over mijn aanvraag voor hulp in de huishouding. Na mijn operatie kan ik dit echt niet zelf.",
                "Met dit bezwaarschrift vraag ik u opnieuw te kijken naar de vergunning voor de dakopbouw van mijn buren. Mijn tuin krijgt geen zon meer.",
                "Ik maak bezwaar tegen de boete voor het te vroeg buiten zetten van mijn afval. Het was al zeven uur geweest.",
            ],
            ["Het bezwaar is gegrond. Er is een nieuw besluit genomen."], ["Het bezwaar is ongegrond. In de brief staat hoe u naar de rechter kunt."]),
        new("complaint", 8,
            ["Klacht over behandeling", "Klacht", "Onbeleefd te woord gestaan"],
            [
                "Ik heb een klacht over de manier waarop ik aan de telefoon te woord ben gestaan. Er werd halverwege opgehangen.",
                "Bij de balie werd ik onbeleefd behandeld toen ik vroeg of ik hulp kon krijgen met het formulier.",
                "Mijn klacht over een medewerker: hij zei dat ik dan maar Nederlands moest leren. Dat vond ik heel vervelend.",
            ],
            ["Er is een gesprek geweest en er zijn excuses gemaakt."], ["De klacht is ongegrond verklaard. In de brief staat hoe u naar de ombudsman kunt."]),
        new("information-request", 8,
            ["Woo-verzoek", "Verzoek om documenten", "Verzoek Wet open overheid"],
            [
                "Op grond van de Wet open overheid verzoek ik u om alle stukken over de sluiting van het dorpshuis sinds 1 januari van dit jaar.",
                "Dit is een Woo-verzoek. Ik ontvang graag de onderzoeken naar het verkeer op de dijk van de laatste vijf jaar.",
                "Wilt u de afspraken met de netbeheerder over storingen in de straatverlichting openbaar maken?",
            ],
            ["De documenten zijn openbaar gemaakt. Namen zijn weggelakt."], ["Een deel van de documenten blijft geheim. In het besluit staat waarom."]),
        new("privacy-request", 6,
            ["Welke gegevens heeft u van mij?", "Verzoek AVG", "Gegevens laten verwijderen"],
            [
                "Op grond van de AVG wil ik weten welke gegevens u van mij heeft en met wie u die deelt.",
                "Ik beroep mij op mijn recht op inzage. Stuurt u mij een overzicht van alle meldingen die op mijn naam staan?",
                "Wilt u mijn gegevens verwijderen uit de nieuwsbrief van het dorp? Ik beroep mij op de AVG.",
            ],
            ["Aan het verzoek is voldaan. De brief is veilig toegestuurd."], ["De gegevens moeten volgens de wet nog vijf jaar bewaard blijven."]),
        new("notice-of-default", 5,
            ["Ingebrekestelling", "U bent te laat met beslissen"],
            [
                "U heeft niet op tijd beslist op mijn aanvraag. Met deze brief stel ik u in gebreke. Als u niet binnen twee weken beslist, vraag ik om een dwangsom.",
                "Ingebrekestelling: de termijn voor een besluit op mijn bezwaar is op de eerste van deze maand verlopen.",
            ],
            ["Het besluit is binnen twee weken genomen. Er is geen dwangsom nodig."], ["Het besluit kwam te laat. De dwangsom is betaald."]),
        new("damage-claim", 14,
            ["Schade door gat in de weg", "Schadeclaim", "Wie betaalt mijn schade?", "U bent aansprakelijk"],
            [
                "Door een gat in de weg is de band van mijn auto gesprongen. Ik stel u aansprakelijk voor de schade van 240 euro.",
                "Een tak van een boom van de gemeente is op mijn auto gevallen. Graag ontvang ik schadevergoeding. De offerte gaat mee.",
                "Ik ben gevallen over een losse tegel en mijn bril is kapot. Ik stel u aansprakelijk voor de kosten.",
            ],
            ["De verzekeraar heeft de schade betaald."], ["De gemeente is niet aansprakelijk. In de brief staat waarom."]),
        new("enforcement-request", 4,
            ["Verzoek om handhaving", "Handhavingsverzoek"],
            [
                "Dit is een verzoek om handhaving. Het terras bij mij onder is twee keer zo groot als de vergunning toestaat.",
                "Met dit handhavingsverzoek vraag ik u op te treden tegen het bedrijf dat zonder vergunning auto's sloopt achter mijn huis.",
            ],
            ["Er is opgetreden. De overtreding is voorbij."], ["Er is geen overtreding gevonden. In het besluit staat hoe u bezwaar maakt."]),
        new("view", 5,
            ["Zienswijze bouwplan", "Zienswijze op ontwerpbesluit"],
            [
                "Hierbij mijn zienswijze op het plan voor 80 woningen aan de rand van het dorp. Het verkeer past niet op onze weg.",
                "Ik geef mijn zienswijze op het ontwerpbesluit over de windmolen. Mijn slaapkamer ligt er recht tegenover.",
            ],
            ["De zienswijze is verwerkt en het plan is op een punt aangepast."], ["De zienswijze is beantwoord in de nota. Het plan is niet aangepast."]),
    ];
}

namespace Loket.Demo.Town;

/// <summary>What everybody writes, and who speaks to residents first.</summary>
internal static class CommonTexts
{
    private static readonly string[] Desks = [TeamKeys.DeskHoofddorp, TeamKeys.DeskNieuwVennep, TeamKeys.DeskZwanenburg, TeamKeys.DeskBadhoevedorp];

    public static IReadOnlyList<TeamText> All { get; } =
    [
        new("dank", "Dank voor uw bericht",
            new("Dank u wel voor uw bericht. Uw kenmerk is {{kenmerk}}. Noem dat als u ons belt of schrijft.",
                "Thank you for your message. Your reference is {{reference}}. Please give it when you call or write to us."), []),
        new("later", "Het duurt langer",
            new("Het duurt langer dan wij dachten. Dat spijt ons. U hoort uiterlijk {{uiterlijk}} van ons.",
                "It takes longer than we thought. We are sorry about that. You will hear from us by {{deadline}}."), []),
        new("vraag", "Wij willen nog iets weten",
            new("Wij willen u graag helpen. Daarvoor moeten wij nog iets weten: [[vul in: vraag]]\nWilt u ons dat laten weten?",
                "We would like to help you. For that we need to know one more thing: [[fill in: question]]\nCould you tell us?"), []),
        new("foto", "Stuur een foto",
            new("Kunt u ons een foto sturen? Dan zien wij sneller wat er nodig is. Zorg dat er geen mensen op de foto staan.",
                "Could you send us a photo? Then we see sooner what is needed. Please make sure that there are no people in it."), []),
        new("klaar", "Het is klaar",
            new("Het is klaar. Is het volgens u nog niet goed? Laat het ons weten en noem {{kenmerk}}.",
                "It is done. Do you think that it is not right yet? Let us know, and give {{reference}}."), []),

        new("collega", "Een collega weet meer",
            new("Ik heb uw vraag aan een collega gegeven die er meer van weet. U hoort uiterlijk {{uiterlijk}} van ons.\n{{mijn naam}}",
                "I gave your question to a colleague who knows more about it. You will hear from us by {{deadline}}.\n{{my name}}"), [TeamKeys.ContactCentre]),
        new("niet-bereikt", "Gebeld, niemand nam op",
            new("Ik heb gebeld, maar niemand nam op. Ik bel nog een keer.", "I called, but nobody answered. I will call once more."), [TeamKeys.ContactCentre]),
        new("bel-ons", "Bel ons gerust",
            new("Hebt u nog een vraag? Bel ons gerust: 0900 1852. Houd uw kenmerk bij de hand: {{kenmerk}}.",
                "Do you have another question? Feel free to call us: 0900 1852. Please have your reference ready: {{reference}}."), [TeamKeys.ContactCentre]),

        new("waar", "Waar is het precies?",
            new("Waar is het precies? Noem de straat en een huisnummer, of iets wat er in de buurt staat.",
                "Where is it exactly? Tell us the street and a house number, or something that is near it."), [TeamKeys.Triage]),
        new("welk-team", "Ik vraag welk team dit doet",
            new("Het is nog niet duidelijk welk team dit doet. Ik vraag het na. Daarna krijgt dat team de zaak.",
                "It is not clear yet which team does this. I am asking. Then that team gets the case."), [TeamKeys.Triage]),

        new("afspraak", "Maak eerst een afspraak",
            new("Maak eerst een afspraak. Dat kan op onze website, of bel 0900 1852.", "Please make an appointment first. You can do so on our website, or call 0900 1852."), Desks),
        new("meenemen", "Neem dit mee",
            new("Neem een paspoort of identiteitskaart mee die nog geldig is. Anders kunnen wij u niet helpen.",
                "Bring a passport or identity card that is still valid. Otherwise we cannot help you."), Desks),
        new("ophalen", "Het ligt klaar",
            new("Het ligt voor u klaar aan de balie. Kom het zelf halen en neem uw identiteitsbewijs mee.",
                "It is ready for you at the counter. Please collect it yourself and bring proof of identity."), Desks),
    ];
}

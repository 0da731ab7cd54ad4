namespace Loket.Demo.Town;

/// <summary>What is written about papers and decisions, and by who works for the whole municipality.</summary>
internal static class OfficeTexts
{
    public static IReadOnlyList<TeamText> All { get; } =
    [
        new("bezwaar", "Wij hebben uw bezwaar",
            new("Wij hebben uw bezwaar. U hoort uiterlijk {{uiterlijk}} wat wij besluiten.", "We have your objection. You will hear by {{deadline}} what we decide."), [TeamKeys.LegalAffairs]),
        new("schade", "Wat wij bij schade nodig hebben",
            new("Stuur ons foto's van de schade en de rekening of een offerte. Schrijf erbij waar en wanneer het gebeurde.",
                "Send us photos of the damage and the bill or an estimate. Tell us where and when it happened."), [TeamKeys.LegalAffairs]),
        new("hoorzitting", "U mag het komen vertellen",
            new("U mag uw verhaal komen vertellen. Wilt u dat? Laat het ons weten. Dan krijgt u een uitnodiging.", "You may come and tell your story. Would you like to? Let us know. Then you will get an invitation."), [TeamKeys.LegalAffairs]),

        new("woo", "Wij zoeken de documenten",
            new("Wij zoeken de documenten waar u om vraagt. U hoort uiterlijk {{uiterlijk}} van ons.", "We are looking for the documents that you ask for. You will hear from us by {{deadline}}."), [TeamKeys.InformationAndPrivacy]),
        new("precies", "Welke documenten bedoelt u?",
            new("U vraagt om veel documenten. Kunt u zeggen waarover het gaat en uit welk jaar? Dan hebt u sneller antwoord.",
                "You ask for many documents. Could you say what they are about and from which year? Then you will have an answer sooner."), [TeamKeys.InformationAndPrivacy]),
        new("bent-u-het", "Laat zien wie u bent",
            new("Het gaat om uw eigen gegevens. Wij moeten zeker weten dat u het bent. Kom langs bij een loket en neem uw identiteitsbewijs mee. Stuur geen kopie.",
                "This is about your own data. We must be sure that it is you. Come to one of our desks and bring proof of identity. Do not send a copy."), [TeamKeys.InformationAndPrivacy]),

        new("klacht", "Wij nemen uw klacht serieus",
            new("Wij nemen uw klacht serieus. Wij praten met u en met onze collega. Daarna hoort u wat wij ervan vinden.",
                "We take your complaint seriously. We talk with you and with our colleague. Then you will hear what we think of it."), [TeamKeys.Integrity]),
        new("geheim", "Wie dit weet",
            new("Alleen de mensen die uw melding onderzoeken, weten ervan.", "Only the people who look into your report know of it."), [TeamKeys.Integrity]),

        new("mag-dat", "Hebt u een vergunning nodig?",
            new("Op omgevingsloket.nl ziet u of u een vergunning nodig hebt. Komt u er niet uit? Bel ons: 0900 1852.",
                "On omgevingsloket.nl you can see whether you need a permit. Can't you work it out? Call us: 0900 1852."), [TeamKeys.Permits]),
        new("tekening", "Wij missen een tekening",
            new("Bij uw aanvraag mist een tekening. Wilt u die sturen? Daarna gaan wij verder.", "A drawing is missing from your application. Could you send it? Then we go on."), [TeamKeys.Permits]),
        new("buren", "Praat eerst met uw buren",
            new("Vertel uw buren op tijd wat u wilt doen. Dat voorkomt veel problemen.", "Tell your neighbours in time what you want to do. That prevents a lot of problems."), [TeamKeys.Permits]),

        new("inspreken", "Praten in de raad",
            new("U mag de raad vertellen wat u vindt. Meld u daarvoor een dag eerder bij ons aan.", "You may tell the council what you think. Please register with us a day before."), [TeamKeys.Council]),
        new("raadsbrief", "De raad heeft uw brief",
            new("De raad heeft uw brief gekregen. Alle raadsleden kunnen hem lezen.", "The council has received your letter. All councillors can read it."), [TeamKeys.Council]),

        new("idee", "Dank voor uw idee",
            new("Dank u wel voor uw idee. Wij bespreken het met het team dat erover gaat. U hoort uiterlijk {{uiterlijk}} wat wij ermee doen.",
                "Thank you for your idea. We will discuss it with the team concerned. You will hear by {{deadline}} what we do with it."), [TeamKeys.Communication]),
        new("website", "De website is aangepast",
            new("U had gelijk: de tekst op onze website klopte niet. Wij hebben hem aangepast.", "You were right: the text on our website was wrong. We have corrected it."), [TeamKeys.Communication]),

        new("wethouder", "De wethouder heeft uw brief",
            new("De wethouder heeft uw brief gelezen. Een collega zoekt het uit. U hoort uiterlijk {{uiterlijk}} van ons.",
                "The alderman has read your letter. A colleague is looking into it. You will hear from us by {{deadline}}."), [TeamKeys.Management]),
        new("uitnodiging", "Dank voor de uitnodiging",
            new("Dank u wel voor de uitnodiging. U hoort snel of er iemand kan komen.", "Thank you for the invitation. You will soon hear whether somebody can come."), [TeamKeys.Management]),

        new("storing", "Er is een storing",
            new("Er is een storing. Wij werken eraan. Schrijf intussen op wat u doet, dan gaat niets verloren.", "There is a fault. We are working on it. Meanwhile write down what you do, so that nothing is lost."), [TeamKeys.FunctionalManagement]),
        new("rechten", "Uw rechten zijn aangepast",
            new("Uw rechten zijn aangepast. Log uit en log weer in. Dan ziet u het.", "Your rights have been changed. Sign out and sign in again. Then you will see it."), [TeamKeys.FunctionalManagement]),
    ];
}

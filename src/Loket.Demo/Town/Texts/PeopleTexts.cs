namespace Loket.Demo.Town;

/// <summary>What is written to people about their own lives.</summary>
internal static class PeopleTexts
{
    public static IReadOnlyList<TeamText> All { get; } =
    [
        new("papieren", "Wij missen nog papieren",
            new("Wij missen nog: [[vul in: papieren]]\nStuur ze op of breng ze langs. Daarna gaan wij verder.", "We still need: [[fill in: papers]]\nSend them or bring them. Then we go on."), [TeamKeys.CivilAffairs]),
        new("verhuizing", "Uw verhuizing is verwerkt",
            new("Wij hebben uw nieuwe adres opgeschreven. U hoeft niets meer te doen.", "We have recorded your new address. You need not do anything else."), [TeamKeys.CivilAffairs]),
        new("verloren", "Uw paspoort is weg",
            new("Is uw paspoort of identiteitskaart weg? Meld dat bij ons aan de balie. Dan kan niemand anders het gebruiken.",
                "Is your passport or identity card lost? Report it at our counter. Then nobody else can use it."), [TeamKeys.CivilAffairs]),

        new("gesprek", "Wij willen met u praten",
            new("Wij willen graag met u praten over wat u nodig hebt. U mag iemand meenemen. Ik bel u om een dag af te spreken.\n{{mijn naam}}",
                "We would like to talk with you about what you need. You may bring somebody. I will call you to agree on a day.\n{{my name}}"), [TeamKeys.SocialDomain]),
        new("steun", "Iemand die met u meedenkt",
            new("U mag iemand vragen die met u meedenkt. Dat kost u niets. Wij zeggen u graag wie dat kan doen.",
                "You may ask somebody to think along with you. It costs you nothing. We are happy to tell you who can."), [TeamKeys.SocialDomain]),
        new("besluit", "U krijgt een brief",
            new("U krijgt uiterlijk {{uiterlijk}} een brief. Daarin staat wat wij besluiten en waarom.", "You will get a letter by {{deadline}}. It says what we decide and why."), [TeamKeys.SocialDomain]),

        new("samen", "Wij kijken samen wat helpt",
            new("Wij praten met u en met uw kind. Samen kijken wij wat helpt.", "We will talk with you and with your child. Together we look at what helps."), [TeamKeys.Youth]),
        new("toestemming", "Wij vragen eerst of het mag",
            new("Wij willen ook met de school praten. Dat doen wij alleen als u het goed vindt. Laat u ons dat weten?",
                "We would also like to talk with the school. We only do so if you agree. Will you let us know?"), [TeamKeys.Youth]),
        new("vast", "Eén vast gezicht",
            new("Ik blijf degene met wie u praat. Hebt u een vraag? Bel mij gerust.\n{{mijn naam}}", "I stay the person whom you talk to. Do you have a question? Feel free to call me.\n{{my name}}"), [TeamKeys.Youth]),

        new("schulden", "Hulp bij schulden",
            new("Het is goed dat u om hulp vraagt. Wij praten eerst met u. Daarna maken wij samen een plan.", "It is good that you ask for help. First we talk with you. Then we make a plan together."), [TeamKeys.IncomeAndDebt]),
        new("post", "Neem uw post mee",
            new("Neem al uw post over geld mee, ook als die nog dicht is. Wij zoeken het samen uit.", "Bring all your post about money, even if it is still closed. We sort it out together."), [TeamKeys.IncomeAndDebt]),
        new("geld", "Wanneer u het geld krijgt",
            new("U hoort uiterlijk {{uiterlijk}} of u het geld krijgt, en hoeveel. Kunt u niet zo lang wachten? Bel ons dan.",
                "You will hear by {{deadline}} whether you get the money, and how much. Can't you wait that long? Then call us."), [TeamKeys.IncomeAndDebt]),

        new("zaal", "De zaal is vrij",
            new("De zaal is vrij op de dag die u vroeg. Wij houden hem een week voor u vast.", "The hall is free on the day that you asked for. We keep it for you for a week."), [TeamKeys.Welfare]),
        new("vrijwilliger", "Helpen als vrijwilliger",
            new("Wat fijn dat u wilt helpen. Wij bellen u om te horen wat u graag doet.", "How nice that you want to help. We will call you to hear what you like to do."), [TeamKeys.Welfare]),
        new("subsidie", "Geld voor uw club",
            new("Uw club kan geld aanvragen. Op onze website staat hoe dat moet en tot wanneer het kan.", "Your club can apply for money. Our website says how, and until when."), [TeamKeys.Welfare]),
    ];
}

namespace Loket.Demo.Town;

/// <summary>Invents names: common given and family names, put together at random, as they are found in a Dutch municipality near an airport.</summary>
internal static class Names
{
    private static readonly NameOrigin[] Origins =
    [
        new(34,   // older Dutch
            "Joke, Ria, Corrie, Truus, Annie, Willy, Greet, Tiny, Marijke, Wil, Ans, Nel, Riet, Gerda, Ineke, Hennie, Bep, Toos, Sjaan, Elly, Thea, Anneke, Coby, Lies, Dineke, Margriet, Hanneke, Tineke, Loes, Marga",
            "Jan, Piet, Cor, Henk, Kees, Wim, Gerrit, Arie, Nico, Dirk, Theo, Joop, Ben, Klaas, Simon, Jaap, Hans, Ton, Siem, Aad, Leen, Rob, Frans, Hennie, Bram, Harm, Ger, Sjaak, Maarten, Wouter",
            "de Vries, van Dijk, Bakker, Visser, Smit, Meijer, de Boer, Mulder, de Groot, Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits, de Graaf, van der Meer, van der Linden, Kok, Jacobs, de Haan, Vermeulen, van den Heuvel, van der Veen, Schouten, van Beek, Willems, van Vliet, van de Ven, Hoekstra, Maas, Verhoeven, Koster, van Dam, van der Wal, Prins, Blom, Huisman, Kuipers, van Es, Post, Kuiper, Veenstra, Kramer, van den Brink, Scholten, van Wijk, Postma, Martens, Bosman, Langerak, Groeneveld, Roodenburg, Biesheuvel, Buijs, Rietveld, Tol, Verkaik, Straathof, Zuidgeest, Poldervaart, Ringers, Lagerweij"),
        new(28,   // younger Dutch
            "Sanne, Lisa, Anouk, Kim, Iris, Femke, Eva, Sophie, Lotte, Emma, Julia, Noa, Fleur, Merel, Naomi, Esther, Marloes, Linda, Petra, Monique, Wendy, Mirjam, Sandra, Debby, Nienke, Roos, Maud, Tessa, Floor, Jessica",
            "Daan, Tim, Bas, Niels, Jeroen, Martijn, Sander, Thijs, Lars, Ruben, Luuk, Stijn, Sven, Mark, Dennis, Jasper, Joris, Patrick, Erik, Marco, Richard, Michel, Vincent, Koen, Rick, Jesse, Milan, Finn, Olaf, Pim",
            "de Jong, Jansen, van den Berg, Janssen, van der Heijden, Kuijpers, Koning, Wolters, Evers, Timmermans, Schipper, Groen, Hermans, de Bruin, van Veen, Driessen, Molenaar, Sanders, Jonker, Zijlstra, van der Horst, Bosch, Gerritsen, Mol, Kooijman, van Rijn, Doorn, Tuinman, Hogervorst, Bakkum, Warmerdam, Pijpers, van Kampen, Ruiter, Ter Haar, Slootweg, Vijfwinkel, Spierenburg, Akerboom, Kraan"),
        new(7,
            "Fatima, Samira, Naima, Hanan, Khadija, Ikram, Salma, Nadia, Souad, Yasmina",
            "Mohamed, Youssef, Karim, Rachid, Hamza, Bilal, Said, Anas, Ismail, Abdel",
            "El Amrani, Bouzidi, Azzouzi, El Idrissi, Benali, Chaoui, Ouali, Bakkali, Tahiri, El Khattabi"),
        new(7,
            "Elif, Zeynep, Ayşe, Emine, Merve, Hatice, Derya, Sibel, Esra, Gül",
            "Mehmet, Emre, Murat, Mustafa, Burak, Kemal, Serkan, Hakan, Yusuf, Can",
            "Yılmaz, Kaya, Demir, Çelik, Şahin, Öztürk, Aydın, Arslan, Koç, Doğan"),
        new(6,
            "Chantal, Priya, Sharmila, Anita, Shanti, Jennifer, Melissa, Rosita, Gwendolyn, Indra",
            "Ricardo, Dennis, Ashwin, Clyde, Rakesh, Steven, Orlando, Winston, Soeresh, Virgil",
            "Ramdin, Kartodikromo, Pinas, Jagroep, Soekhoe, Blinker, Vreden, Hardjo, Mahabier, Tjon"),
        new(5,
            "Agnieszka, Katarzyna, Magda, Ewa, Joanna, Monika, Beata, Dorota",
            "Piotr, Tomasz, Krzysztof, Marek, Paweł, Adam, Jakub, Łukasz",
            "Nowak, Kowalski, Wójcik, Kamiński, Zieliński, Mazur, Krawczyk, Dudek") { PercentInEnglish = 35 },
        new(4,
            "Ananya, Kavya, Deepa, Sunita, Meera, Pooja, Divya, Lakshmi",
            "Rahul, Vikram, Arjun, Sanjay, Amit, Karthik, Rohan, Suresh",
            "Sharma, Iyer, Patel, Reddy, Nair, Gupta, Menon, Rao") { PercentInEnglish = 70 },
        new(3,
            "Rania, Lina, Dima, Hiba, Oksana, Iryna, Natalia, Mariam",
            "Omar, Khaled, Firas, Anas, Oleksandr, Andriy, Tesfay, Yonas",
            "Haddad, Khoury, Al Masri, Shevchenko, Kovalenko, Bondar, Tekle, Haile") { PercentInEnglish = 45 },
        new(3,
            "Mei, Li, Xiu, Dewi, Siti, Thuy, Maria, Ana",
            "Wei, Jun, Agus, Budi, Minh, João, Carlos, Paulo",
            "Chen, Wang, Santoso, Wijaya, Nguyen, Silva, Ferreira, Tan") { PercentInEnglish = 40 },
        new(3,
            "Emily, Laura, Charlotte, Chiara, Sofia, Anna, Hannah, Claire",
            "James, Oliver, Thomas, Luca, Marco, Andreas, Patrick, Antoine",
            "Smith, Murphy, Taylor, Rossi, Bianchi, Schneider, Weber, Martin") { PercentInEnglish = 80 },
    ];

    // So many of a hundred people have a given name of one origin and a family name of another.
    private const int MixedPercent = 9;

    public static PersonName Invent(Dice dice) => Invent(Origin(dice), dice);

    /// <summary>With the language that they would rather be answered in.</summary>
    public static (PersonName Name, string Language) InventResident(Dice dice)
    {
        var origin = Origin(dice);
        return (Invent(origin, dice), dice.Percent(origin.PercentInEnglish) ? "en" : "nl");
    }

    private static PersonName Invent(NameOrigin origin, Dice dice)
    {
        var isWoman = dice.Percent(51);
        var given = dice.Pick(isWoman ? origin.WomenList : origin.MenList);
        var (prefix, family) = Split(dice.Pick((dice.Percent(MixedPercent) ? Origin(dice) : origin).FamilyList));
        return new(given, prefix, family, isWoman);
    }

    private static NameOrigin Origin(Dice dice)
    {
        var throwOf100 = dice.Below(100);
        foreach (var origin in Origins)
        {
            throwOf100 -= origin.Percent;
            if (throwOf100 < 0) return origin;
        }

        return Origins[0];
    }

    // Dutch prefixes are lower case and stand apart; "El" and "Al" belong to the name.
    private static (string Prefix, string Family) Split(string name)
    {
        var at = 0;
        while (at < name.Length && char.IsLower(name[at])) at = name.IndexOf(' ', at) + 1;
        return at == 0 ? ("", name) : (name[..(at - 1)], name[at..]);
    }
}

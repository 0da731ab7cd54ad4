using static NodaTime.IsoDayOfWeek;

namespace Loket.Demo.Town;

/// <summary>At the desk round the corner: answers on the spot, help that is nobody else's business, and an alderman who answers.</summary>
internal static class DeskStories
{
    public static IEnumerable<Story> All(StoryBook book) => [HomeVisit(book), FromAbroad(book), Debt(book), YoungPerson(book), Alderman(book), UnclearLetter(book)];

    private static Story HomeVisit(StoryBook book)
    {
        var bep = book.Resident(80, new("Bep", "", "Ringers", true), "Keizersweg", "badhoevedorp", ReplyBy.Phone, phone: "020 0800001");
        return book.Tell("home-visit", "passport")
            .Contact(book.At(10, Tuesday, 10, 40), Channel.Phone, bep, "Identiteitskaart, kan niet naar het loket", "Mevrouw Ringers (88) belt. Haar kaart verloopt en zij kan niet meer naar het loket. Er is niemand die haar kan brengen.")
            .AnsweredDirectly(book.At(10, Tuesday, 10, 49), "Huisbezoek gepland. Een collega komt met het koffertje en maakt ook de foto.");
    }

    private static Story FromAbroad(StoryBook book)
    {
        var ana = book.Resident(81, new("Ana", "", "Ferreira", true), "Skagerrak", "hoofddorp", ReplyBy.Email, email: "ana.ferreira@mail.example", language: "en");
        return book.Tell("from-abroad", "from-abroad")
            .Contact(book.At(10, Wednesday, 21, 10), Channel.Web, ana, "Registering our family", "We moved here from Lisbon with two children. I start at the airport on the first of next month. What should we bring to register?\n\nKind regards,\nAna Ferreira")
            .Then(book.At(10, Thursday, 9, 0), StoryEventKind.Placed, TeamKeys.CivilAffairs)
            .Then(book.At(10, Thursday, 11, 30), StoryEventKind.Answered, text: "Please bring passports, birth certificates and your rental contract. We made an appointment for the four of you on Tuesday at 18:00.")
            .Closed(book.At(11, Tuesday, 18, 40), "Your family is registered. You received your citizen service numbers at the desk.")
            .End();
    }

    private static Story Debt(StoryBook book)
    {
        var rachid = book.Resident(82, new("Rachid", "", "Benali", false), "Havikstraat", "badhoevedorp", ReplyBy.Phone, phone: "06 80820001");
        return book.Tell("money-worries", "debt")
            .Contact(book.At(9, Thursday, 18, 35), Channel.Desk, rachid, "Rekeningen", "Meneer Benali komt op de avond binnen met een tas ongeopende post. Sinds zijn ontslag betaalt hij niet meer alles. Rustig gepraat, post samen gesorteerd. Wil gebeld worden, geen brieven.")
            .Then(book.At(9, Thursday, 18, 50), StoryEventKind.Placed, TeamKeys.IncomeAndDebt)
            .Then(book.At(9, Friday, 10, 0), StoryEventKind.Progress, TeamKeys.IncomeAndDebt, "Gebeld. Eerste gesprek aan het loket in zijn eigen dorp.", book.Day(10, Thursday))
            .Then(book.At(10, Thursday, 19, 30), StoryEventKind.Progress, TeamKeys.IncomeAndDebt, "Overzicht gemaakt. De energie wordt niet afgesloten.")
            .End();
    }

    private static Story YoungPerson(StoryBook book) => book.Tell("talking-to-somebody", "youth-talk")
        .Contact(book.At(11, Wednesday, 22, 20), Channel.Web, null, "even praten", "hoi, het gaat thuis niet zo lekker en ik slaap slecht. kan ik met iemand praten zonder dat mijn ouders het horen? appen is het fijnst")
        .Then(book.At(11, Wednesday, 22, 20), StoryEventKind.HandedOver, PartnerKeys.YouthInformation)
        .Then(book.At(11, Thursday, 9, 5), StoryEventKind.Accepted, PartnerKeys.YouthInformation)
        .Then(book.At(11, Thursday, 15, 10), StoryEventKind.Progress, PartnerKeys.YouthInformation, "Gesproken. Volgende week weer.")
        .End();

    private static Story Alderman(StoryBook book)
    {
        var wil = book.Resident(83, new("Wil", "", "Roodenburg", true), "Sloterweg", "badhoevedorp", ReplyBy.Letter, phone: "020 0830001");
        return book.Tell("question-to-alderman", "politics")
            .Contact(book.At(5, Tuesday, 10, 20), Channel.Letter, wil, "Waarom geen loket in elk dorp?", "Geachte wethouder,\n\nIk ben 78 en woon al vijftig jaar in Badhoevedorp. Mijn vriendin in Abbenes moet voor alles naar Hoofddorp, met twee bussen. Mensen zoeken om de hoek, niet in een ander dorp. Waarom krijgt het ene dorp een loket en het andere niet?\n\nHoogachtend,\nWil Roodenburg")
            .Then(book.At(5, Tuesday, 11, 0), StoryEventKind.Placed, TeamKeys.Council)
            .Then(book.At(6, Friday, 15, 0), StoryEventKind.Progress, TeamKeys.Council, "De wethouder heeft gebeld en komt langs.")
            .Closed(book.At(7, Wednesday, 16, 0), "De wethouder heeft u geschreven. Voor Abbenes, Buitenkaag en Lisserbroek komt een loket op wielen. De eerste keer is in het dorpshuis; u en uw vriendin zijn welkom.")
            .End();
    }

    private static Story UnclearLetter(StoryBook book)
    {
        var emine = book.Resident(84, new("Emine", "", "Arslan", true), "Bornholm", "hoofddorp", ReplyBy.Sms, phone: "06 80840001");
        return book.Tell("unclear-letter", "unclear-letter")
            .Contact(book.At(8, Tuesday, 14, 25), Channel.Desk, emine, "Brief over de afvalpas", "Mevrouw Arslan begrijpt de brief over de afvalpas niet. Er staat 'nalatig' in en zij is geschrokken. Zij hoeft alleen haar oude pas in te leveren.")
            .Then(book.At(8, Tuesday, 14, 40), StoryEventKind.Placed, TeamKeys.Communication)
            .Closed(book.At(9, Monday, 11, 0), "U had gelijk: de brief was niet duidelijk. Wij hebben hem herschreven. De nieuwe brief is half zo lang.")
            .End();
    }
}

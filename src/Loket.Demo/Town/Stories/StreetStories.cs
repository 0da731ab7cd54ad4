using static NodaTime.IsoDayOfWeek;

namespace Loket.Demo.Town;

/// <summary>Outside: a container that is always full, an idea that many share, a drain that was not solved, a tree that is nobody's.</summary>
internal static class StreetStories
{
    public static IEnumerable<Story> All(StoryBook book) => [Container(book), Bench(book), Drain(book), Tree(book), Flood(book)];

    private static Story Container(StoryBook book)
    {
        const string Street = "Dennenlaan";
        var container = book.Town.Plan.Assets.First(asset => asset is { Kind: AssetKind.Container, Street: { Name: Street, Village: "zwanenburg" } });
        var place = book.Places.On(container, PlaceTold.AssetNumber);
        Customer Shopper(int n, string given, string family, bool isWoman) =>
            book.Resident(30 + n, new(given, "", family, isWoman), Street, "zwanenburg", ReplyBy.Email, phone: $"06 8030000{n}", email: $"{PlainText.Dotted($"{given} {family}")}@post.example");
        return book.Tell("full-container", "waste-container")
            .Contact(book.At(6, Monday, 9, 30), Channel.Desk, Shopper(1, "Corrie", "Huisman", true), "Container bij de winkels vol", $"Aan de balie. De container {container.Number} bij de winkels zit vol, zoals elke maandag.", place)
            .Then(book.At(6, Monday, 9, 31), StoryEventKind.Placed, TeamKeys.Waste)
            .Then(book.At(6, Tuesday, 11, 0), StoryEventKind.Progress, TeamKeys.Waste, "Geleegd.")
            .Contact(book.At(7, Monday, 12, 10), Channel.Web, Shopper(2, "Rahul", "Gupta", false), "Container weer vol", "De container is alweer vol. Mensen zetten hun zakken ernaast.", place)
            .Contact(book.At(7, Monday, 16, 45), Channel.Phone, Shopper(3, "Nel", "Lagerweij", true), "Zakken naast de container", "Mevrouw Lagerweij belt. Het waait door de hele Dennenlaan.", place)
            .Then(book.At(7, Monday, 16, 46), StoryEventKind.Escalated, TeamKeys.Waste, "Derde contact over deze zaak.")
            .Contact(book.At(7, Sunday, 17, 0), Channel.Web, Shopper(4, "Jasper", "Mol", false), "Rommel bij de container", "Na elk weekend is het hier een bende.", place)
            .Then(book.At(8, Wednesday, 10, 0), StoryEventKind.Progress, TeamKeys.Waste, "De sensor stond verkeerd. Daardoor dacht de wagen dat er nog plaats was.")
            .Contact(book.At(9, Monday, 10, 20), Channel.Desk, Shopper(1, "Corrie", "Huisman", true), "Hoe staat het met de container?", "Aan de balie. Mevrouw Huisman ziet dat hij nu leeg is. Zij wacht af of het zo blijft.", place)
            .Closed(book.At(9, Friday, 14, 0), "De sensor is hersteld. De container wordt nu op maandag en op vrijdag geleegd.")
            .End();
    }

    private static Story Bench(StoryBook book)
    {
        const string Street = "IJdijk";
        var place = book.By(book.AddressIn(Street, "spaarndam", 3), PlaceTold.Street);
        Customer Villager(int n, string given, string prefix, string family, bool isWoman, ReplyBy reply) => book.Resident(
            40 + n, new(given, prefix, family, isWoman), Street, "spaarndam", reply, phone: $"023 004000{n}", email: reply is ReplyBy.Email ? $"{PlainText.Dotted($"{given} {prefix} {family}")}@thuis.example" : null);
        return book.Tell("bench-by-the-water", "idea")
            .Contact(book.At(3, Tuesday, 10, 30), Channel.Letter, Villager(1, "Aad", "", "Zuidgeest", false, ReplyBy.Letter), "Een bankje aan het water", "Geachte heer, mevrouw,\n\nSinds mijn heupoperatie loop ik elke dag een stukje langs het water. Halverwege zou ik graag even zitten, en ik ben de enige niet. Is daar een bankje mogelijk?\n\nHoogachtend,\nAad Zuidgeest", place)
            .Then(book.At(3, Tuesday, 11, 0), StoryEventKind.Placed, TeamKeys.Communication)
            .Then(book.At(3, Thursday, 9, 30), StoryEventKind.HandedOver, PartnerKeys.VillageCouncil("spaarndam"), "Wat vindt het dorp van dit idee, en welke plek is de beste?")
            .Then(book.At(4, Wednesday, 20, 0), StoryEventKind.Accepted, PartnerKeys.VillageCouncil("spaarndam"), planned: book.Day(6, Friday))
            .Contact(book.At(4, Thursday, 19, 10), Channel.Web, Villager(2, "Iris", "", "Warmerdam", true, ReplyBy.Email), "Ook voor het bankje", "Ik lees over het idee van een bankje. Daar teken ik voor, ik help graag mee met schilderen.", place)
            .Contact(book.At(4, Friday, 11, 20), Channel.Desk, Villager(3, "Siem", "", "Verkaik", false, ReplyBy.Desk), "Bankje langs het water", "Aan de balie. Meneer Verkaik heeft nog eikenhouten balken staan.", place)
            .Contact(book.At(4, Sunday, 20, 30), Channel.Web, Villager(4, "Naomi", "van der", "Horst", true, ReplyBy.Email), "Steun voor het bankje", "Goed idee! Graag met een afvalbak erbij.", place)
            .Contact(book.At(5, Monday, 14, 0), Channel.Phone, Villager(5, "Greet", "", "Blom", true, ReplyBy.Phone), "Bankje", "Mevrouw Blom belt namens de koffieochtend. Twaalf mensen zijn voor.", place)
            .Then(book.At(6, Thursday, 21, 0), StoryEventKind.ReportedDone, PartnerKeys.VillageCouncil("spaarndam"), "De dorpsraad is unaniem voor. De beste plek is bij de oude sluis.")
            .Closed(book.At(7, Monday, 10, 0), "Het bankje komt er, bij de oude sluis. Het wordt betaald uit het dorpsbudget. Over een maand plaatsen wij het samen met het dorp.")
            .End();
    }

    private static Story Drain(StoryBook book)
    {
        const string Street = "Turfspoor";
        var place = book.By(book.AddressIn(Street, "lisserbroek", 2));
        var nienke = book.Resident(50, new("Nienke", "", "Koning", true), Street, "lisserbroek", ReplyBy.Email, phone: "06 80500001", email: "nienke.koning@mail.example");
        var piet = book.Resident(51, new("Piet", "", "Langerak", false), Street, "lisserbroek", ReplyBy.Phone, phone: "0252 050001");
        return book.Tell("reopened-drain", "drain")
            .Contact(book.At(9, Tuesday, 8, 20), Channel.Web, nienke, "Straat onder water", "Bij elke bui staat de straat blank. De put voor ons huis loopt niet door.", place)
            .Then(book.At(9, Tuesday, 8, 20), StoryEventKind.Placed, TeamKeys.PublicSpace)
            .Closed(book.At(9, Thursday, 13, 0), "De put is leeggezogen en loopt weer door.")
            .Contact(book.At(11, Monday, 9, 5), Channel.Phone, piet, "Put loopt weer niet door", "Meneer Langerak belt. Na de bui van gisteren stond het water weer tot aan zijn deur. De put is pas nog schoongemaakt.", place)
            .Then(book.At(11, Monday, 9, 5), StoryEventKind.Reopened)
            .Then(book.At(11, Wednesday, 10, 40), StoryEventKind.Progress, TeamKeys.PublicSpace, "Camera in het riool: er zit een wortel in de leiding. De aannemer moet graven.", book.Day(12, Friday))
            .Contact(book.At(12, Tuesday, 19, 45), Channel.Web, nienke, "Nog steeds water", "Ik zag een wagen met een camera. Hoe gaat het nu verder?", place)
            .Then(book.At(12, Tuesday, 19, 46), StoryEventKind.Escalated, TeamKeys.PublicSpace, "Derde contact over deze zaak.")
            .End();
    }

    private static Story Tree(StoryBook book)
    {
        const string Street = "Cruquiusdijk";
        var place = book.By(book.AddressIn(Street, "cruquius", 4));
        var dirk = book.Resident(60, new("Dirk", "van", "Vliet", false), Street, "cruquius", ReplyBy.Letter, phone: "023 0600001");
        return book.Tell("tree-of-nobody", "tree")
            .Contact(book.At(8, Monday, 10, 15), Channel.Phone, dirk, "Dode populier op de dijk", "Meneer Van Vliet belt. Een dode populier op de dijk, vlak bij de provinciale weg. Bij wind vallen er takken.", place)
            .Then(book.At(8, Monday, 10, 16), StoryEventKind.Placed, TeamKeys.Green)
            .Then(book.At(8, Tuesday, 9, 0), StoryEventKind.HandedOver, PartnerKeys.WaterBoard, "De boom staat op de dijk. Is hij van u?")
            .Then(book.At(8, Thursday, 15, 30), StoryEventKind.Refused, PartnerKeys.WaterBoard, "De boom staat net buiten onze grond.")
            .Then(book.At(8, Friday, 9, 20), StoryEventKind.HandedOver, PartnerKeys.Province, "De boom staat naast uw weg. Is hij van u?")
            .Then(book.At(9, Wednesday, 11, 0), StoryEventKind.Refused, PartnerKeys.Province, "Onze berm houdt twee meter eerder op.")
            .Then(book.At(9, Wednesday, 11, 1), StoryEventKind.Placed, TeamKeys.Triage, "Twee keer geweigerd.")
            .Then(book.At(9, Thursday, 9, 45), StoryEventKind.Placed, TeamKeys.Green, "Wij wachten niet op de grens: de boom gaat om.")
            .Closed(book.At(10, Tuesday, 12, 0), "De dode boom is weggehaald. Wij zoeken nog uit van wie de grond is, maar daar hoeft u niet op te wachten.")
            .End();
    }

    private static Story Flood(StoryBook book)
    {
        const string Street = "Hillegommerdijk";
        var place = book.By(book.AddressIn(Street, "beinsdorp", 1), PlaceTold.Street);
        var lars = book.Resident(70, new("Lars", "", "Akerboom", false), Street, "beinsdorp", ReplyBy.Sms, phone: "06 80700001");
        return book.Tell("oil-on-the-water", "water").Danger()
            .Contact(book.At(12, Saturday, 21, 15), Channel.Phone, lars, "Olie op de ringvaart", "Meneer Akerboom belt. Er drijft olie op het water en er zitten eenden in.", place)
            .Then(book.At(12, Saturday, 21, 16), StoryEventKind.Paged, book.Staff.OnCall(2))
            .Then(book.At(12, Saturday, 21, 19), StoryEventKind.Acknowledged, book.Staff.OnCall(2))
            .Then(book.At(12, Saturday, 21, 25), StoryEventKind.HandedOver, PartnerKeys.WaterBoard, "Er ligt olie op de ringvaart. Kunt u nu komen?")
            .Then(book.At(12, Saturday, 21, 40), StoryEventKind.Accepted, PartnerKeys.WaterBoard)
            .Then(book.At(12, Saturday, 23, 30), StoryEventKind.Progress, PartnerKeys.WaterBoard, "Er ligt een drijvend scherm. Maandag zuigen wij de olie op.")
            .End();
    }
}

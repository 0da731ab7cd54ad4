using static NodaTime.IsoDayOfWeek;

namespace Loket.Demo.Town;

/// <summary>Lamp 118-042 on the Nieuwemeerdijk: eleven contacts in eight weeks (the Loket-1 plan), what is not the same, and a grid fault that nobody has noticed yet.</summary>
internal static class LampStories
{
    private const string Dike = "Nieuwemeerdijk";
    private const string Village = "badhoevedorp";

    public static IEnumerable<Story> All(StoryBook book) => [LampPost(book), NextLamp(book), OpenHatch(book), .. GridFault(book)];

    private static Story LampPost(StoryBook book)
    {
        var joop = book.Resident(1, new("Joop", "", "Straathof", false), Dike, Village, ReplyBy.Phone, phone: "020 0118042");
        var lotte = book.Resident(2, new("Lotte", "van", "Veen", true), Dike, Village, ReplyBy.Email, email: "lotte.vanveen@mail.example");
        var riet = book.Resident(3, new("Riet", "", "Poldervaart", true), Dike, Village, ReplyBy.Letter, phone: "020 0118043");
        var karim = book.Resident(4, new("Karim", "", "Ouali", false), Dike, Village, ReplyBy.Sms, phone: "06 80118044", email: "karim.ouali@post.example");
        var sven = book.Resident(5, new("Sven", "", "Kooijman", false), Dike, Village, ReplyBy.Email, email: "sven.kooijman@thuis.example");
        var divya = book.Resident(6, new("Divya", "", "Nair", true), Dike, Village, ReplyBy.Sms, phone: "06 80118046");
        var elly = book.Resident(7, new("Elly", "", "Tol", true), Dike, Village, ReplyBy.Email, phone: "020 0118047", email: "elly.tol@mail.example");
        var bram = book.Resident(8, new("Bram", "de", "Wit", false), Dike, Village, ReplyBy.Phone, phone: "06 80118048");
        var mei = book.Resident(9, new("Mei", "", "Chen", true), Dike, Village, ReplyBy.Desk, phone: "06 80118049");
        var lamp = book.Lamp(KnownLamps.Broken, PlaceTold.AssetNumber);
        var byStreet = book.Lamp(KnownLamps.Broken, PlaceTold.Street);
        var byHouse = book.Lamp(KnownLamps.Broken, PlaceTold.Address);

        return book.Tell("lamp-post", "street-light")
            .Contact(book.At(0, Monday, 16, 40), Channel.Phone, joop, "Lantaarnpaal 118-042 brandt niet", "Meneer Straathof belt. Lantaarnpaal 118-042 op de Nieuwemeerdijk is uit. Het is er aardedonker en er is geen stoep.", lamp)
            .Then(book.At(0, Monday, 16, 41), StoryEventKind.HandedOver, PartnerKeys.StreetLightContractor)
            .Then(book.At(0, Tuesday, 9, 30), StoryEventKind.Accepted, PartnerKeys.StreetLightContractor, planned: book.Day(0, Thursday))
            .Then(book.At(0, Thursday, 14, 5), StoryEventKind.Progress, PartnerKeys.StreetLightContractor, "Zekering vervangen. De lamp ging even aan. Wij komen terug om de kabel te meten.", book.Day(1, Friday))
            .Contact(book.At(0, Friday, 20, 15), Channel.Web, lotte, "Lamp op de dijk uit", "Lantaarnpaal 118-042 brandt niet meer. Mijn kinderen fietsen hier 's ochtends in het donker naar school.", lamp)
            .Contact(book.At(1, Tuesday, 10, 5), Channel.Phone, riet, "Lamp op de Nieuwemeerdijk kapot", "Mevrouw Poldervaart belt. De lamp schuin voor haar huis is al een week uit. Op de paal staat 118-042.", lamp)
            .Then(book.At(1, Tuesday, 10, 6), StoryEventKind.Escalated, TeamKeys.Lighting, "Derde contact over deze zaak.")
            .Contact(book.At(1, Wednesday, 21, 30), Channel.Web, karim, "Straatlamp kapot Nieuwemeerdijk", "Op de Nieuwemeerdijk is een straatlamp kapot, in de bocht. Je ziet geen hand voor ogen.", byStreet)
            .Then(book.At(1, Friday, 11, 0), StoryEventKind.Progress, PartnerKeys.StreetLightContractor, "De lamp en de mast zijn goed. De oorzaak zit in de kabel. Die is van de netbeheerder.")
            .Then(book.At(1, Friday, 11, 20), StoryEventKind.HandedOver, PartnerKeys.GridOperator, "Kunt u de kabel bij lantaarnpaal 118-042 onderzoeken? De aannemer mat geen spanning.")
            .Contact(book.At(2, Tuesday, 9, 20), Channel.Phone, joop, "Weer over lantaarnpaal 118-042", "Meneer Straathof belt opnieuw. Hij wil weten hoe het staat. Verteld dat de zaak bij de netbeheerder ligt.", lamp)
            .Then(book.At(2, Tuesday, 17, 0), StoryEventKind.Chased, PartnerKeys.GridOperator, "De netbeheerder heeft niet op tijd geantwoord.")
            .Then(book.At(2, Thursday, 10, 0), StoryEventKind.Accepted, PartnerKeys.GridOperator, "Er moet gegraven worden. Wij maken een nieuwe aansluiting.", book.Day(7, Thursday))
            .Then(book.At(2, Thursday, 10, 15), StoryEventKind.Answered, text: $"De oorzaak zit in de kabel van de netbeheerder. De netbeheerder herstelt die uiterlijk {book.Date(7, Thursday)}. Wij houden het in de gaten.")
            .Contact(book.At(3, Monday, 13, 0), Channel.Email, sven, "Kapotte lantaarnpaal dijk", "Goedemiddag,\n\nDe lantaarnpaal bij ons op de dijk (118-042) is nu al drie weken uit. Ik las dat de netbeheerder komt. Klopt dat?\n\nGroeten,\nSven Kooijman", lamp)
            .Contact(book.At(3, Thursday, 15, 35), Channel.Phone, divya, "Lamp uit bij de bocht", "Mevrouw Nair belt. De lamp in de bocht bij haar huis is uit. Verteld dat het bekend is en wanneer hij gemaakt wordt.", byHouse)
            .Contact(book.At(4, Tuesday, 9, 10), Channel.Phone, joop, "Derde keer over 118-042", $"Meneer Straathof belt. Hij vraagt of {book.Date(7, Thursday)} nog klopt. Dat klopt.", lamp)
            .Contact(book.At(5, Wednesday, 18, 0), Channel.Web, elly, "Lantaarnpaal 118-042", "De lamp doet het nog steeds niet. Ik val 's avonds bijna over de drempel bij de oprit.", lamp)
            .Contact(book.At(6, Monday, 11, 45), Channel.Phone, bram, "Donker op de dijk", "Meneer De Wit belt. Hij wandelt hier met de hond en ziet niets. Verteld dat volgende week wordt gegraven.", byHouse)
            .Contact(book.At(7, Tuesday, 14, 20), Channel.Phone, mei, "Wordt de lamp deze week gemaakt?", "Mevrouw Chen belt. Er staan hekken bij lamp 118-042. Verteld dat de netbeheerder donderdag klaar is.", lamp)
            .Then(book.At(7, Thursday, 15, 0), StoryEventKind.ReportedDone, PartnerKeys.GridOperator, "Nieuwe aansluiting gemaakt. De lamp brandt.")
            .Closed(book.At(7, Thursday, 15, 30), "De netbeheerder heeft de kabel hersteld. Lantaarnpaal 118-042 brandt weer. Dank dat u dit heeft gemeld.")
            .End();
    }

    private static Story NextLamp(StoryBook book)
    {
        var ans = book.Resident(10, new("Ans", "", "Buijs", true), Dike, Village, ReplyBy.Email, email: "ans.buijs@mail.example");
        return book.Tell("next-lamp", "street-light")
            .Contact(book.At(2, Wednesday, 19, 40), Channel.Web, ans, "Lamp 118-043 knippert", "Lamp 118-043 knippert de hele avond. Dit is de lamp naast die andere die uit is.", book.Lamp(KnownLamps.Next, PlaceTold.AssetNumber))
            .Then(book.At(2, Wednesday, 19, 40), StoryEventKind.HandedOver, PartnerKeys.StreetLightContractor)
            .Then(book.At(2, Thursday, 9, 15), StoryEventKind.Accepted, PartnerKeys.StreetLightContractor, planned: book.Day(2, Friday))
            .Then(book.At(2, Friday, 11, 30), StoryEventKind.ReportedDone, PartnerKeys.StreetLightContractor)
            .Closed(book.At(2, Friday, 11, 45), "De lamp is vervangen en knippert niet meer.")
            .End();
    }

    private static Story OpenHatch(StoryBook book) => book.Tell("open-hatch", "street-light-danger")
        .Contact(book.At(4, Thursday, 20, 40), Channel.Phone, null, "Luik open, losse draden", "Beller wil anoniem blijven. Het luik van lantaarnpaal 118-042 staat open en er hangen losse draden uit. Er spelen kinderen.", book.Lamp(KnownLamps.Broken, PlaceTold.AssetNumber))
        .Then(book.At(4, Thursday, 20, 41), StoryEventKind.Paged, book.Staff.OnCall(0))
        .Then(book.At(4, Thursday, 20, 51), StoryEventKind.Paged, book.Staff.OnCall(1), "De eerste nam niet op.")
        .Then(book.At(4, Thursday, 20, 53), StoryEventKind.Acknowledged, book.Staff.OnCall(1))
        .Then(book.At(4, Thursday, 20, 56), StoryEventKind.HandedOver, PartnerKeys.StreetLightContractor)
        .Then(book.At(4, Thursday, 21, 0), StoryEventKind.Accepted, PartnerKeys.StreetLightContractor)
        .Then(book.At(4, Thursday, 21, 50), StoryEventKind.ReportedDone, PartnerKeys.StreetLightContractor)
        .Closed(book.At(4, Thursday, 22, 0), "De draden zijn afgeschermd en er zit een nieuw luik op.")
        .End();

    // Four lamps on one cable, reported one by one in nine days, each with the contractor: who looks at the map sees the grid fault.
    private static IEnumerable<Story> GridFault(StoryBook book)
    {
        var feeder = book.Town.Plan.Feeders.First(each => each.CableOwner == PartnerKeys.GridOperator && each.Lamps.Count == 12
            && book.Town.Plan.AssetNumbered(each.Lamps[0])! is { Street.Village: "nieuw-vennep", Owner: Asset.Municipality });
        var street = book.Town.Plan.AssetNumbered(feeder.Lamps[0])!.Street;
        (int Lamp, NodaTime.Instant At, PersonName Name, string Text)[] reports =
        [
            (2, book.At(11, Thursday, 20, 10), new("Marco", "van", "Rijn", false), "De lamp bij ons voor de deur is sinds gisteravond uit."),
            (3, book.At(11, Saturday, 19, 25), new("Hanan", "", "Bakkali", true), "Lantaarnpaal doet het niet meer."),
            (5, book.At(12, Monday, 9, 50), new("Wim", "", "Schouten", false), "Meneer Schouten belt. De lamp op de hoek is uit. Verderop zijn er volgens hem ook een paar uit."),
            (6, book.At(12, Wednesday, 21, 5), new("Tessa", "", "Evers", true), "Weer een lamp uit in onze straat! Nu die bij de speelplek."),
        ];
        return reports.Select((report, i) => book.Tell($"grid-fault-{i + 1}", "street-light")
            .Contact(report.At, i == 2 ? Channel.Phone : Channel.Web,
                book.Resident(20 + i, report.Name, street.Name, street.Village, ReplyBy.Email, phone: $"06 8020000{i}", email: $"{PlainText.Dotted(report.Name.Full)}@mail.example"),
                i == 3 ? "Weer een lamp uit" : "Lantaarnpaal brandt niet", report.Text, book.Lamp(feeder.Lamps[report.Lamp], PlaceTold.AssetNumber))
            .Then(report.At, StoryEventKind.HandedOver, PartnerKeys.StreetLightContractor)
            .End());
    }
}

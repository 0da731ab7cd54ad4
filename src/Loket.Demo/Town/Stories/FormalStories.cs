using static NodaTime.IsoDayOfWeek;

namespace Loket.Demo.Town;

/// <summary>Papers with a clock by law: a fall that becomes a claim, a journalist, a complaint, and a decision that is late.</summary>
internal static class FormalStories
{
    public static IEnumerable<Story> All(StoryBook book) => [Fall(book), Claim(book), InformationRequest(book), Objection(book), NoticeOfDefault(book), Complaint(book)];

    private static Customer Marga(StoryBook book) =>
        book.Resident(90, new("Marga", "van den", "Brink", true), "Schoolstraat", "nieuw-vennep", ReplyBy.Email, phone: "0252 090001", email: "marga.vandenbrink@mail.example");

    private static Customer Arjun(StoryBook book) =>
        book.Resident(91, new("Arjun", "", "Menon", false), "Corsicalaan", "hoofddorp", ReplyBy.Email, phone: "06 80910001", email: "arjun.menon@post.example");

    private static Story Fall(StoryBook book) => book.Tell("fall-on-the-square", "pavement").Danger()
        .Contact(book.At(6, Wednesday, 10, 35), Channel.Phone, Marga(book), "Gevallen over losse tegel", "Mevrouw Van den Brink belt. Zij is op het Harmonieplein gevallen over een losse tegel. Haar pols is gebroken.", book.By(book.AddressIn("Harmonieplein", "nieuw-vennep", 1)))
        .Then(book.At(6, Wednesday, 10, 36), StoryEventKind.Placed, TeamKeys.PublicSpace)
        .Closed(book.At(6, Wednesday, 11, 50), "De plek is afgezet en de tegels zijn vastgelegd. Wij wensen u beterschap.")
        .End();

    private static Story Claim(StoryBook book) => book.TellPaper("claim-after-the-fall", "damage-claim")
        .Contact(book.At(8, Monday, 10, 10), Channel.Email, Marga(book), "Kosten na mijn val", "Goedemorgen,\n\nOp het Harmonieplein ben ik gevallen over een losse tegel. Ik stel u aansprakelijk voor de kosten: eigen risico, taxi en een nieuwe bril. De bonnetjes gaan mee.\n\nMet vriendelijke groet,\nMarga van den Brink")
        .Then(book.At(8, Monday, 11, 0), StoryEventKind.Placed, TeamKeys.LegalAffairs)
        .Then(book.At(8, Monday, 14, 0), StoryEventKind.Answered, text: "Wij hebben uw schadeclaim ontvangen. U hoort binnen acht weken van ons.")
        .Then(book.At(10, Thursday, 9, 30), StoryEventKind.Progress, TeamKeys.LegalAffairs, "De verzekeraar heeft om de foto's van die dag gevraagd.")
        .End();

    private static Story InformationRequest(StoryBook book)
    {
        var olaf = book.Resident(92, new("Olaf", "", "Spierenburg", false), "Kruisweg", "hoofddorp", ReplyBy.Email, email: "olaf.spierenburg@krant.example");
        return book.TellPaper("journalist", "information-request")
            .Contact(book.At(10, Monday, 11, 15), Channel.Email, olaf, "Woo-verzoek storingen straatverlichting", "Geachte gemeente,\n\nOp grond van de Wet open overheid vraag ik u om alle meldingen en afspraken over storingen in de straatverlichting van de laatste twee jaar.\n\nOlaf Spierenburg, De Polderkrant")
            .Then(book.At(10, Monday, 13, 0), StoryEventKind.Placed, TeamKeys.InformationAndPrivacy)
            .Then(book.At(10, Tuesday, 9, 0), StoryEventKind.Answered, text: "Wij hebben uw verzoek ontvangen. U krijgt binnen vier weken een besluit.")
            .Then(book.At(11, Thursday, 15, 0), StoryEventKind.Progress, TeamKeys.InformationAndPrivacy, "212 documenten gevonden. Namen en adressen worden weggelakt.")
            .End();
    }

    private static Story Objection(StoryBook book) => book.TellPaper("objection", "objection")
        .Contact(book.At(1, Thursday, 10, 5), Channel.Letter, Arjun(book), "Bezwaar parkeervergunning", "Geachte heer, mevrouw,\n\nHierbij maak ik bezwaar tegen uw besluit over mijn parkeervergunning. Op mijn adres is geen oprit, zoals u schrijft.\n\nHoogachtend,\nArjun Menon")
        .Then(book.At(1, Thursday, 13, 30), StoryEventKind.Placed, TeamKeys.LegalAffairs)
        .Then(book.At(1, Friday, 10, 0), StoryEventKind.Answered, text: "Wij hebben uw bezwaar ontvangen. U krijgt binnen zes weken een besluit.")
        .Then(book.At(7, Friday, 9, 0), StoryEventKind.Escalated, TeamKeys.LegalAffairs, "De wettelijke termijn is voorbij.")
        .End();

    // The objection above is late; now two weeks are left before a penalty runs.
    private static Story NoticeOfDefault(StoryBook book) => book.TellPaper("notice-of-default", "notice-of-default")
        .Contact(book.At(12, Tuesday, 10, 10), Channel.Letter, Arjun(book), "Ingebrekestelling", "Geachte heer, mevrouw,\n\nU heeft niet op tijd beslist op mijn bezwaar over de parkeervergunning. Ik stel u in gebreke. Beslist u niet binnen twee weken, dan vraag ik om een dwangsom.\n\nHoogachtend,\nArjun Menon")
        .Then(book.At(12, Tuesday, 10, 40), StoryEventKind.Placed, TeamKeys.LegalAffairs)
        .Then(book.At(12, Tuesday, 15, 0), StoryEventKind.Answered, text: "Wij hebben uw brief ontvangen. U heeft gelijk: wij zijn te laat. U krijgt binnen twee weken een besluit.")
        .End();

    private static Story Complaint(StoryBook book)
    {
        var magda = book.Resident(93, new("Magda", "", "Nowak", true), "Hoofdweg", "abbenes", ReplyBy.Phone, phone: "06 80930001");
        return book.TellPaper("complaint", "complaint")
            .Contact(book.At(7, Tuesday, 11, 30), Channel.Desk, magda, "Klacht over een gesprek", "Mevrouw Nowak heeft een klacht over een medewerker aan de telefoon. Hij hing op toen zij vroeg of het langzamer kon. Zij wil graag een gesprek.")
            .Then(book.At(7, Tuesday, 13, 0), StoryEventKind.Placed, TeamKeys.Integrity)
            .Then(book.At(7, Wednesday, 9, 0), StoryEventKind.Answered, text: "Wij hebben uw klacht ontvangen en nodigen u uit voor een gesprek.")
            .Closed(book.At(9, Tuesday, 15, 0), "Het gesprek was goed. De medewerker heeft zijn excuses aangeboden. U wilt geen verdere stappen.")
            .End();
    }
}

using Loket.Contacts;
using Loket.Places;

namespace Loket.Cases.Telling;

/// <summary>Formal papers in the words of a letter, with the article that sets the term.</summary>
public static class PaperNames
{
    /// <summary>What the paper is called.</summary>
    public static string Of(FormalPaper paper, string language) => (paper, language) switch
    {
        (FormalPaper.Objection, "en") => "objection",
        (FormalPaper.Objection, _) => "bezwaar",
        (FormalPaper.Complaint, "en") => "complaint",
        (FormalPaper.Complaint, _) => "klacht",
        (FormalPaper.InformationRequest, "en") => "request for public information",
        (FormalPaper.InformationRequest, _) => "Woo-verzoek",
        (FormalPaper.PrivacyRequest, "en") => "privacy request",
        (FormalPaper.PrivacyRequest, _) => "privacyverzoek",
        (FormalPaper.NoticeOfDefault, "en") => "notice of default",
        (FormalPaper.NoticeOfDefault, _) => "ingebrekestelling",
        (_, "en") => "claim for damage",
        _ => "schadeclaim",
    };

    /// <summary>The article that sets the term; null where the municipality set it itself.</summary>
    public static string? LawOf(FormalPaper paper, string language) => (paper, language) switch
    {
        (FormalPaper.Objection, "en") => "article 7:10 of the General Administrative Law Act",
        (FormalPaper.Objection, _) => "artikel 7:10 van de Algemene wet bestuursrecht",
        (FormalPaper.Complaint, "en") => "article 9:11 of the General Administrative Law Act",
        (FormalPaper.Complaint, _) => "artikel 9:11 van de Algemene wet bestuursrecht",
        (FormalPaper.InformationRequest, "en") => "article 4.4 of the Open Government Act",
        (FormalPaper.InformationRequest, _) => "artikel 4.4 van de Wet open overheid",
        (FormalPaper.PrivacyRequest, "en") => "article 12 of the General Data Protection Regulation",
        (FormalPaper.PrivacyRequest, _) => "artikel 12 van de Algemene verordening gegevensbescherming",
        (FormalPaper.NoticeOfDefault, "en") => "article 4:17 of the General Administrative Law Act",
        (FormalPaper.NoticeOfDefault, _) => "artikel 4:17 van de Algemene wet bestuursrecht",
        _ => null,
    };
}

/// <summary>What a case is called towards residents.</summary>
public static class MatterNames
{
    internal static string Of(Case found, string language) => Of(found.Place, language);

    /// <summary>A report has a place; the rest is a question.</summary>
    public static string Of(Place place, string language) =>
        place == Place.Unknown ? language == "en" ? "question" : "vraag" : language == "en" ? "report" : "melding";
}

/// <summary>A place in words.</summary>
public static class PlaceWords
{
    /// <summary>The address or description, with the object; null when nothing is known.</summary>
    public static string? Of(Place place)
    {
        var where = place.Address ?? place.Text ?? place.Area;
        return place.Asset is { } asset ? where is null ? asset : $"{where} ({asset})" : where;
    }
}

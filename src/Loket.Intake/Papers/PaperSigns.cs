using Loket.Contacts;
using Loket.Kernel.Text;

namespace Loket.Intake.Papers;

/// <summary>The words that people use for each formal paper, in both languages; see <see cref="WordSigns"/> for how they are found. Of several the first counts.</summary>
internal static class PaperSigns
{
    public static IReadOnlyList<(FormalPaper Paper, WordSigns Signs)> All { get; } =
    [
        (FormalPaper.NoticeOfDefault, WordSigns.Of(
        [
            "ingebrekestelling", "in gebreke", "dwangsom", "te laat … beslist", "te laat … beslissen", "te laat … besloten", "op tijd beslist", "op tijd besloten",
            "beslistermijn … verlopen", "beslistermijn … verstreken", "notice of default", "penalty for late decision", "not decided in time",
        ])),
        (FormalPaper.Objection, WordSigns.Of(
        [
            "bezwaarschrift", "maak bezwaar", "maken bezwaar", "bezwaar maken", "bezwaar tegen", "in bezwaar", "bezwaar aantekenen", "teken bezwaar", "bezwaar … besluit", "bezwaar … beslissing",
            .. Disagreeing("besluit", "beslissing", "beschikking", "aanslag", "afwijzing", "boete"),
            "objection to", "notice of objection", "object … decision", "object … refusal", "object … fine", "disagree … decision", "do not agree … decision", "appeal … decision",
        ])),
        (FormalPaper.InformationRequest, WordSigns.Of(
        [
            "woo", "wob", "wooverzoek", "wet open overheid", "openbaarmaking", "openbaar maken", "openbaar gemaakt", "freedom of information", "open government act", "make public … documents",
        ])),
        (FormalPaper.PrivacyRequest, WordSigns.Of(
        [
            "avg", "privacyverzoek", "mijn persoonsgegevens", "inzage … gegevens", "gegevens inzien", "gegevens verwijderen", "gegevens wissen", "welke gegevens … mij", "recht op inzage",
            "recht op vergetelheid", "gdpr", "my personal data", "personal data … delete", "data … about me", "right of access", "right to be forgotten",
        ])),
        (FormalPaper.DamageClaim, WordSigns.Of(
        [
            "schadeclaim", "schadevergoeding", "schade vergoeden", "schade vergoed", "schade vergoedt", "schade betaalt", "schade betalen", "schade verhalen", "aansprakelijk", "aansprakelijkheid",
            "claim … damage", "claim damages", "compensation … damage", "pay … damage", "liable",
        ])),
        (FormalPaper.Complaint, WordSigns.Of(
        [
            .. Complaining("medewerker", "medewerkster", "ambtenaar", "baliemedewerker", "collega van u", "behandeling", "bejegening", "wethouder", "handhaver"),
            "klacht over de manier", "klachtbrief", "formele klacht", "dien … klacht", "klacht indienen", "onheus bejegend", "onbeleefd behandeld", "onbeschoft behandeld", "onbeleefd … woord gestaan",
            "onbeleefd geholpen", "medewerker … onbeleefd", "medewerker … onbeschoft", "medewerker … grof", "ambtenaar … onbeleefd", "ambtenaar … onbeschoft", "balie … onbeschoft", "balie … onbeleefd",
            .. Rude("employee", "staff", "officer", "civil servant", "colleague"), "formal complaint", "treated rudely", "treated badly",
        ])),
    ];

    private static IEnumerable<string> Disagreeing(params string[] with) => with.SelectMany(what => new[] { $"niet eens … {what}", $"niet mee eens … {what}", $"oneens … {what}" });

    private static IEnumerable<string> Complaining(params string[] about) => about.Select(whom => $"klacht … {whom}");

    private static IEnumerable<string> Rude(params string[] who) => who.SelectMany(whom => new[] { $"complaint … {whom}", $"complain … {whom}", $"{whom} … rude" });
}

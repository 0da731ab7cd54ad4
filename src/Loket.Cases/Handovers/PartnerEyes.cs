using System.Globalization;
using Loket.Cases.Reading;
using Loket.Cases.Telling;
using Loket.Documents;
using Loket.Organisation.Partners;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Handovers;

/// <summary>What a partner reads of a case: never a national number; the words of residents where its rule gives names, else the name of the subject, and the
/// object, street and area; of a sensitive case neither what it is about nor where.</summary>
internal static class PartnerEyes
{
    /// <summary>What it is about; null where that is not for partners.</summary>
    public static string? SubjectOf(string subject, string name, string? sensitiveGroup, PartnerCard partner) =>
        sensitiveGroup is not null ? null : CaseNames.MayRead(partner) ? NationalNumbers.Hide(subject) : name;

    /// <inheritdoc cref="SubjectOf(string, string, string?, PartnerCard)" />
    public static async Task<string?> SubjectOf(LoketDb db, Case found, PartnerCard partner, string language, CancellationToken cancel) =>
        SubjectOf(found.Subject, await CaseNames.Of(db, found, language, cancel), found.SensitiveGroup, partner);

    /// <summary>The place; unknown where it is not for partners.</summary>
    public static Place PlaceOf(Place place, string? sensitiveGroup, PartnerCard partner, AreaMap areas)
    {
        if (sensitiveGroup is not null) return Place.Unknown;
        var seen = CaseNames.MayRead(partner) ? place : place.ForOthers(areas);
        return seen with { Text = NationalNumbers.Hide(seen.Text), Address = NationalNumbers.Hide(seen.Address) };
    }

    /// <inheritdoc cref="PlaceOf(Place, string?, PartnerCard, AreaMap)" />
    public static Place PlaceOf(Case found, PartnerCard partner, AreaMap areas) => PlaceOf(found.Place, found.SensitiveGroup, partner, areas);

    /// <summary>What a file is called: as its sender called it where the rule gives names, else what it is.</summary>
    public static string NameOf(DocumentView file, int number, PartnerCard partner, string language)
    {
        if (CaseNames.MayRead(partner)) return NationalNumbers.Hide(file.Name)!;
        var kind = !file.Kind.IsPicture() ? "document" : language == "en" ? "photo" : "foto";
        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}{file.Kind.Extension()}");
    }

    /// <summary>Something that happened to a sensitive case, without what it is about.</summary>
    public static IJournalEvent? WithoutSubject(IJournalEvent? happened) => happened switch
    {
        CaseOpened opened => opened with { Type = "", Category = null },
        CaseClosed closed => closed with { Result = "" },
        CaseStatusSet set => set with { Status = "", Nl = "", En = "", ResidentsNl = "", ResidentsEn = "" },
        _ => happened,
    };

    /// <summary>What it is called; of what is sensitive not even that it has a place.</summary>
    public static string MatterOf(Place place, string? sensitiveGroup, string language) => MatterNames.Of(sensitiveGroup is null ? place : Place.Unknown, language);
}

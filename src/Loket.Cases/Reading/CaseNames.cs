using System.Globalization;
using Loket.Cases.Types;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Reading;

/// <summary>What a case is called for who may not read what a resident or colleague typed: a subject line is free text, and may hold a name.</summary>
internal static class CaseNames
{
    /// <summary>The language of the request.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Whether a reader may read what was typed.</summary>
    public static bool MayRead(Actor by) => by.IsSystem || by.May(Right.SeePersonalData);

    /// <summary>Whether a partner may: where its rule gives names.</summary>
    public static bool MayRead(PartnerCard partner) => partner.Sharing == Sharing.NameAndContact;

    /// <summary>The name of its subject, else of its type.</summary>
    public static async Task<string> Of(LoketDb db, string? category, string type, string language, CancellationToken cancel)
    {
        var (dutch, english) = await db.CategoryOf(category, cancel) is { } known
            ? (known.NameNl, known.NameEn)
            : await db.TypeOf(type, cancel) is { } kind ? (kind.NameNl, kind.NameEn) : ("", "");
        return language == "en" ? english : dutch;
    }

    /// <inheritdoc cref="Of(LoketDb, string?, string, string, CancellationToken)" />
    public static Task<string> Of(LoketDb db, Case found, string language, CancellationToken cancel) => Of(db, found.Category, found.Type, language, cancel);
}

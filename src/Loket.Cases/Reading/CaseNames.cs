using System.Globalization;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>What a case is called for who may not read what a resident or colleague typed: a subject line is free text, and may hold a name.</summary>
internal sealed class CaseNames
{
    private readonly Dictionary<string, (string Nl, string En)> categories;
    private readonly Dictionary<string, (string Nl, string En)> types;

    private CaseNames(Dictionary<string, (string, string)> categories, Dictionary<string, (string, string)> types) => (this.categories, this.types) = (categories, types);

    /// <summary>The language of the request.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The names of subjects and types.</summary>
    public static async Task<CaseNames> Load(LoketDb db, CancellationToken cancel) => new(
        await db.Categories.AsNoTracking().ToDictionaryAsync(one => one.Key, one => (one.NameNl, one.NameEn), cancel),
        await db.CaseTypes.AsNoTracking().ToDictionaryAsync(one => one.Key, one => (one.NameNl, one.NameEn), cancel));

    /// <summary>Whether a reader may read what was typed.</summary>
    public static bool MayRead(Actor by) => by.IsSystem || by.May(Right.SeePersonalData);

    /// <summary>Whether a partner may: where its rule gives names.</summary>
    public static bool MayRead(PartnerCard partner) => partner.Sharing == Sharing.NameAndContact;

    /// <summary>The name of the subject, else of the type.</summary>
    public string Of(string? category, string type, string language)
    {
        var (dutch, english) = category is not null && categories.TryGetValue(category, out var known) ? known : types[type];
        return language == "en" ? english : dutch;
    }

    /// <inheritdoc cref="Of(string?, string, string)" />
    public string Of(Case found, string language) => Of(found.Category, found.Type, language);
}

using Loket.Kernel;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages.Templates;

/// <summary>Finds and fills in the text for a key: one that was given for what it is about, the municipality's own, else the standard one; the reader's language, else Dutch.</summary>
public sealed class TemplateShelf
{
    private const string Fallback = "nl";

    private static readonly Kept<IReadOnlyDictionary<(string, string), TemplateText>> Own = new(async (db, cancel) =>
        await db.MessageTemplates.AsNoTracking().ToDictionaryAsync(template => (template.Key, template.Language), template => template.Text, cancel));

    internal async Task<Result<TemplateText.Filled>> Fill(
        LoketDb db, string key, string language, IReadOnlyDictionary<string, string> values, CancellationToken cancel, TemplateText? special = null)
    {
        var own = await Own.Of(db, cancel);
        Failure? first = null;
        foreach (var (text, tongue) in Candidates(special, own, key, language))
        {
            var filled = text.Fill(values, StandardTemplates.FrameOf(key, tongue));
            if (filled.Succeeded) return filled;
            // An own text that can no longer be filled in must not keep the news from anyone: the standard text is tried.
            first ??= filled.Failure;
        }

        return first ?? MessageFailures.TemplateUnknown.With(key);
    }

    internal async Task<MunicipalName> Name(LoketDb db, Tenant tenant, CancellationToken cancel) => MunicipalName.Of(await Profiles.Current(db, cancel), tenant);

    private static IEnumerable<(TemplateText Text, string Language)> Candidates(
        TemplateText? special, IReadOnlyDictionary<(string, string), TemplateText> own, string key, string language)
    {
        if (special is not null) yield return (special, language);
        foreach (var tongue in (string[])[language, Fallback])
        {
            if (own.TryGetValue((key, tongue), out var mine)) yield return (mine, tongue);
            if (StandardTemplates.Find(key, tongue) is { } standard) yield return (standard, tongue);
        }
    }
}

/// <summary>How the municipality calls itself in messages.</summary>
/// <param name="Short">Without "gemeente"; the texts write that where it belongs.</param>
/// <param name="Phone">The number for residents; empty when there is none.</param>
/// <param name="Website">The address of the site.</param>
/// <param name="Email">The address from which messages come; empty: that of the mail settings.</param>
internal sealed record MunicipalName(string Short, string Phone, string Website, string Email)
{
    private const string Prefix = "Gemeente";

    public static MunicipalName Of(Profile profile, Tenant tenant)
    {
        var name = profile.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? profile.Name[Prefix.Length..].Trim() : profile.Name;
        return new MunicipalName(name.Length > 0 ? name : tenant.Name, profile.Phone, profile.BaseAddress, profile.Email);
    }

    /// <summary>As the sender of a message in a language.</summary>
    public string In(string language) => language == "en" ? $"Municipality of {Short}" : $"Gemeente {Short}";
}

using System.Runtime.CompilerServices;
using Loket.Kernel;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages.Templates;

/// <summary>Finds and fills in the text for a key: the municipality's own, else the standard one; the reader's language, else Dutch.</summary>
/// <remarks>Every message asks for texts and name, and they change a few times a year: they are kept in memory. A change shows at once on the node
/// where it was made and within half a minute on the others.</remarks>
public sealed class TemplateShelf
{
    private const string Fallback = "nl";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConditionalWeakTable<Tenant, Copy> copies = [];

    internal async Task<Result<TemplateText.Filled>> Fill(
        Work work, string key, string language, IReadOnlyDictionary<string, string> values, CancellationToken cancel)
    {
        var own = (await Read(work, cancel)).Texts;
        Failure? first = null;
        foreach (var (text, tongue) in Candidates(own, key, language))
        {
            var filled = text.Fill(values, StandardTemplates.FrameOf(key, tongue));
            if (filled.Succeeded) return filled;
            // An own text that can no longer be filled in must not keep the news from anyone: the standard text is tried.
            first ??= filled.Failure;
        }

        return first ?? MessageFailures.TemplateUnknown.With(key);
    }

    internal async Task<MunicipalName> Name(Work work, CancellationToken cancel) => (await Read(work, cancel)).Name;

    internal void Forget(Tenant tenant) => copies.Remove(tenant);

    private async Task<Copy> Read(Work work, CancellationToken cancel)
    {
        if (copies.TryGetValue(work.Tenant, out var copy) && TimeProvider.System.GetElapsedTime(copy.ReadAt) < Fresh) return copy;
        var texts = await work.Db.MessageTemplates.AsNoTracking().ToDictionaryAsync(template => (template.Key, template.Language), template => template.Text, cancel);
        copy = new Copy(texts, MunicipalName.Of(await Profiles.Current(work.Db, cancel), work.Tenant), TimeProvider.System.GetTimestamp());
        copies.AddOrUpdate(work.Tenant, copy);
        return copy;
    }

    private static IEnumerable<(TemplateText Text, string Language)> Candidates(
        IReadOnlyDictionary<(string, string), TemplateText> own, string key, string language)
    {
        foreach (var tongue in (string[])[language, Fallback])
        {
            if (own.TryGetValue((key, tongue), out var mine)) yield return (mine, tongue);
            if (StandardTemplates.Find(key, tongue) is { } standard) yield return (standard, tongue);
        }
    }

    private sealed record Copy(IReadOnlyDictionary<(string, string), TemplateText> Texts, MunicipalName Name, long ReadAt);
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

/// <summary>A changed text or name shows at once on this node.</summary>
internal sealed class ForgetTexts(TemplateShelf shelf) : ISubscription<TemplateChanged>, ISubscription<ProfileSet>
{
    public Task Handle(TemplateChanged happened, Written entry, Work work, CancellationToken cancel) => Forget(work);

    public Task Handle(ProfileSet happened, Written entry, Work work, CancellationToken cancel) => Forget(work);

    private Task Forget(Work work)
    {
        shelf.Forget(work.Tenant);
        return Task.CompletedTask;
    }
}

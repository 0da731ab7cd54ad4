using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Modules;

/// <summary>A text module in one language, filled in for what is being written.</summary>
/// <param name="Id">Which.</param>
/// <param name="Code">Its short code, without the slash.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Language">The language of the text.</param>
/// <param name="Text">The text, with a gap where something could not be filled in.</param>
public sealed record OfferedModule(
    TextModuleId Id, [property: Personal("working together", "employment")] string Code, [property: Personal("working together", "employment")] string Name, string Language,
    [property: Personal("working together", "employment")] string Text)
{
    /// <summary>Names it in this language.</summary>
    public string Key => $"{Id.Value:N}.{Language}";
}

/// <summary>Who reads the text that is being written about a case.</summary>
public enum WrittenFor
{
    /// <summary>Colleagues.</summary>
    Colleagues,

    /// <summary>Everybody who asked.</summary>
    Residents,
}

/// <summary>Gives the text modules that somebody may put into what they are writing, filled in from what it is about; in the language of the request first.</summary>
/// <remarks>Filled in is what nobody's name is in: the reference, the street, the day, and who writes. So nothing is looked at of anybody, and a common part tells nobody who another is.</remarks>
public sealed class OfferModules(UnitOfWork unit, TenantContext tenant, ContactCards contacts)
{
    /// <summary>For a text about a case; null where there is no such case for this reader.</summary>
    /// <param name="reference">The case, by its number or a participant's reference.</param>
    /// <param name="readers">Who reads it.</param>
    /// <param name="alone">The reference of the one participant who alone reads it; null for all.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<IReadOnlyList<OfferedModule>?> ForCase(string reference, WrittenFor readers, string? alone, Actor by, CancellationToken cancel) =>
        unit.Read<IReadOnlyList<OfferedModule>?>(async db =>
        {
            if (await FindCase.Read(db, reference, by, cancel) is not { } id) return null;
            var found = await db.Cases.VisibleTo(by).Where(one => one.Id == id)
                .Select(one => new { one.Reference, one.Type, one.Place.Address, one.DeadlineAt, one.SuspendedAt, one.ClosedAt }).SingleAsync(cancel);
            var said = readers == WrittenFor.Residents ? await Said(db, id, found.Reference, alone, by, cancel) : found.Reference;
            // A promise is a day that comes, on a clock that runs.
            var day = found.SuspendedAt is null && found.ClosedAt is null ? found.DeadlineAt : null;
            return await Filled(db, found.Type, said, found.Address, day, by, cancel);
        });

    // Everybody has a reference of their own; what all read has the number of the case. Who came along with a case that is part of it may lie outside the bounds of who writes.
    private async Task<string?> Said(LoketDb db, CaseId id, string number, string? alone, Actor by, CancellationToken cancel)
    {
        var people = await db.Participants.Where(one => one.CaseId == id && one.LeftAt == null).Select(one => new { one.Reference, one.Matter }).ToListAsync(cancel);
        var known = await contacts.OfMatters(db, [.. people.Select(one => one.Matter)], by, cancel);
        if (alone is not null) return people.Find(one => one.Reference == alone && known.ContainsKey(one.Matter))?.Reference;
        return people is [var only] && known.ContainsKey(only.Matter) ? only.Reference : number;
    }

    /// <summary>For what is written about a callback request; null where there is no such request for this reader.</summary>
    public Task<IReadOnlyList<OfferedModule>?> ForCallback(string reference, Actor by, CancellationToken cancel) =>
        unit.Read<IReadOnlyList<OfferedModule>?>(async db =>
        {
            if (await Profiles.MeantBy(db, reference, cancel) is not { } meant) return null;
            var text = meant.ToString();
            var found = await db.Callbacks.VisibleTo(by).Where(one => one.Reference == text).Select(one => new { one.Reference, one.CaseId, one.UntilAt }).FirstOrDefaultAsync(cancel);
            if (found is null) return null;
            var about = found.CaseId is not { } id ? null
                : await db.Cases.VisibleTo(by).Where(one => one.Id == id).Select(one => new { one.Type, one.Place.Address }).FirstOrDefaultAsync(cancel);
            return await Filled(db, about?.Type, found.Reference, about?.Address, found.UntilAt, by, cancel);
        });

    private async Task<IReadOnlyList<OfferedModule>> Filled(LoketDb db, string? type, string? reference, string? address, Instant? day, Actor by, CancellationToken cancel)
    {
        var modules = await db.Set<TextModule>().OfReader(by).Where(module => module.CaseType == null || module.CaseType == type)
            .OrderBy(module => module.Name).ThenBy(module => module.Id).ToListAsync(cancel);
        if (modules.Count == 0) return [];
        var (now, writer) = (tenant.Tenant.Clock.Now(), by.Staff is { } me ? (await StaffDirectory.Find(db, me, cancel))?.Name : null);
        string[] languages = CaseNames.Language == "en" ? ["en", "nl"] : ["nl", "en"];
        return
        [
            .. modules.SelectMany(module => languages, (module, language) => (Module: module, Language: language, Text: language == "en" ? module.English : module.Dutch))
                .Where(one => one.Text is not null)
                .Select(one => new OfferedModule(one.Module.Id, one.Module.Code, one.Module.Name, one.Language, ModuleText.Fill(one.Text!, one.Language, Values(one.Language)))),
        ];

        Dictionary<ModuleField, string> Values(string language) => new()
        {
            [ModuleField.Reference] = reference ?? "",
            [ModuleField.Street] = Place.StreetOf(address) ?? "",
            [ModuleField.Deadline] = day is { } at && at > now ? MessageWords.Day(at, now, language) : "",
            [ModuleField.Writer] = writer ?? "",
        };
    }
}

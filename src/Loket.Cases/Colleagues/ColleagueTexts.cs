using Loket.Cases.Modules;
using Loket.Cases.Telling;
using Loket.Kernel;
using Loket.Messages;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Colleagues;

/// <summary>The texts that virtual colleagues send: text modules of everybody, in which nobody says who writes.</summary>
public sealed class ColleagueTexts(UnitOfWork unit, AnswerAddressees addressees, TenantContext tenant)
{
    private static readonly ModuleField[] Known = [ModuleField.Reference, ModuleField.Street, ModuleField.Deadline];

    /// <summary>What is wrong with a text for this; null for nothing.</summary>
    internal static async Task<Failure?> Check(LoketDb db, TextModuleId id, CancellationToken cancel)
    {
        if (await Find(db, id, cancel) is not { } module) return ColleagueFailures.MessageGone;
        return NamesWriter(module.Dutch, "nl") || NamesWriter(module.English, "en") ? ColleagueFailures.TextNamesWriter : null;
    }

    /// <summary>A text filled in for a case: in English where all who read it read that, else in Dutch.</summary>
    internal Task<Result<string>> For(CaseId id, TextModuleId text, MessageKind kind, CancellationToken cancel) => unit.Read<Result<string>>(async db =>
    {
        if (await Find(db, text, cancel) is not { } module) return ColleagueFailures.MessageGone;
        var found = await db.Cases.Include(one => one.Participants).SingleAsync(one => one.Id == id, cancel);
        var told = await addressees.Of(db, found.Participants, null, kind, cancel);
        var isEnglish = module.English is not null && told.Count > 0 && told.All(one => one.Recipient.Language == "en");
        var (language, now) = (isEnglish ? "en" : "nl", tenant.Tenant.Clock.Now());
        var day = found.SuspendedAt is null && found.DeadlineAt is { } at && at > now ? MessageWords.Day(at, now, language) : "";
        return ModuleText.Fill(isEnglish ? module.English! : module.Dutch, language, new Dictionary<ModuleField, string>
        {
            // Everybody has a reference of their own; what several read has the number of the case.
            [ModuleField.Reference] = found.Participants.FindAll(one => one.LeftAt is null) is [var only] ? only.Reference : found.Reference,
            [ModuleField.Street] = Place.StreetOf(found.Place.Address) ?? "",
            [ModuleField.Deadline] = day,
        });
    });

    private static Task<TextModule?> Find(LoketDb db, TextModuleId id, CancellationToken cancel) =>
        db.Set<TextModule>().FirstOrDefaultAsync(module => module.Id == id && module.Owner == null && module.Team == null, cancel);

    // What is filled in with something for every other field, and has a gap still.
    private static bool NamesWriter(string? text, string language) =>
        text is not null && ModuleText.Gaps(ModuleText.Fill(text, language, Known.ToDictionary(field => field, field => field.ToString()))).Count > 0;
}

using Loket.Cases.Modules;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Colleagues;

/// <summary>A status that a virtual colleague can set.</summary>
/// <param name="Type">Key of the kind of case.</param>
/// <param name="TypeNl">Its name in Dutch.</param>
/// <param name="TypeEn">Its name in English.</param>
/// <param name="Status">The status.</param>
public sealed record ColleagueStatus(string Type, string TypeNl, string TypeEn, StatusType Status);

/// <summary>A text that a virtual colleague can send.</summary>
public sealed record ColleagueText(TextModuleId Id, string Name);

/// <summary>The virtual colleagues, for who sets them up; one for a sensitive group is there for the people of that group alone.</summary>
public sealed class VirtualColleagues(UnitOfWork unit)
{
    /// <summary>All of them, by name.</summary>
    public Task<IReadOnlyList<ColleagueCard>> All(Actor by, CancellationToken cancel) => unit.Read<IReadOnlyList<ColleagueCard>>(async db => by.May(Right.Configure)
        ? [.. (await db.Colleagues(cancel)).Where(card => by.MayKnowOf(card.Details.SensitiveGroup)).OrderBy(card => card.Details.Name, StringComparer.OrdinalIgnoreCase)]
        : []);

    /// <summary>One of them; null where it is not there for this reader.</summary>
    public async Task<ColleagueCard?> Find(VirtualColleagueId id, Actor by, CancellationToken cancel) => (await All(by, cancel)).FirstOrDefault(card => card.Id == id);

    /// <summary>What is missing or gone of one; null for nothing.</summary>
    public Task<Kernel.Failure?> WrongWith(ColleagueCard card, CancellationToken cancel) => unit.Read(db => ColleagueCheck.Of(db, card.Details, cancel));

    /// <summary>The statuses that can be set, by kind of case as it is live.</summary>
    public Task<IReadOnlyList<ColleagueStatus>> Statuses(Actor by, CancellationToken cancel) => unit.Read<IReadOnlyList<ColleagueStatus>>(async db =>
    {
        if (!by.May(Right.Configure)) return [];
        var (types, versions) = (await db.CaseTypes.OrderBy(type => type.NameNl).ToListAsync(cancel), await db.TypeVersions(cancel));
        return [.. types.SelectMany(type => versions[(type.Key, type.Number)].Details.Statuses, (type, status) => new ColleagueStatus(type.Key, type.NameNl, type.NameEn, status))];
    });

    /// <summary>The texts that can be sent: the text modules of everybody.</summary>
    public Task<IReadOnlyList<ColleagueText>> Texts(Actor by, CancellationToken cancel) => unit.Read<IReadOnlyList<ColleagueText>>(async db => by.May(Right.Configure)
        ? await db.Set<TextModule>().Where(module => module.Owner == null && module.Team == null).OrderBy(module => module.Name).Select(module => new ColleagueText(module.Id, module.Name)).ToListAsync(cancel)
        : []);

    /// <summary>What they are called, for timelines.</summary>
    public static async Task<IReadOnlyDictionary<VirtualColleagueId, string>> Names(LoketDb db, CancellationToken cancel) =>
        (await db.Colleagues(cancel)).ToDictionary(card => card.Id, card => card.Details.Name);
}

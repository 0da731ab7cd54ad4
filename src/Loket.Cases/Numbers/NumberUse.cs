using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Numbers;

/// <summary>A case of somebody of a kind that needs their national number.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Ground">The legal ground, as its kind has it.</param>
/// <param name="IsOpen">Whether it runs.</param>
public sealed record NumberGround(CaseId Case, string Reference, string Ground, bool IsOpen);

/// <summary>What somebody may do with the national number of a person: read it where they may see a case that needs it, note it as long as that runs; who has the right for it always (decision 0048).</summary>
/// <param name="HasRight">Whether they have that right.</param>
/// <param name="Grounds">The cases that need it, of those that the reader may see; those that run first, then newest first.</param>
public sealed record NumberUse(bool HasRight, IReadOnlyList<NumberGround> Grounds)
{
    /// <summary>Whether they may know whether there is one, and read it.</summary>
    public bool MayRead => HasRight || Grounds.Count > 0;

    /// <summary>Whether they may note it.</summary>
    public bool MayKeep => HasRight || IsNeeded;

    /// <summary>Whether a case that runs needs it.</summary>
    public bool IsNeeded => Grounds is [{ IsOpen: true }, ..];

    internal CaseId? Case => Grounds is [var first, ..] ? first.Case : null;

    internal static async Task<NumberUse> Of(LoketDb db, IReadOnlyList<CustomerId> family, Actor by, CancellationToken cancel)
    {
        var grounds = await NumberKinds.Of(db, cancel);
        var right = by.May(Right.UseNationalNumbers);
        if (grounds.Count == 0) return new NumberUse(right, []);
        List<string> types = [.. grounds.Keys.Select(kind => kind.Type).Distinct()];
        var visible = db.Cases.VisibleTo(by).Where(one => types.Contains(one.Type));
        var found = await (
            from participant in db.Participants
            where participant.Customer != null && family.Contains(participant.Customer.Value) && participant.LeftAt == null
            join one in visible on participant.CaseId equals one.Id
            select new { one.Id, one.Reference, one.Type, one.TypeVersion, one.ClosedAt }).Distinct().ToListAsync(cancel);
        return new NumberUse(right,
        [
            .. found.Where(one => grounds.ContainsKey((one.Type, one.TypeVersion))).OrderBy(one => one.ClosedAt is not null).ThenByDescending(one => one.Id.Value)
                .Select(one => new NumberGround(one.Id, one.Reference, grounds[(one.Type, one.TypeVersion)], one.ClosedAt is null)),
        ]);
    }
}

/// <summary>Which kinds of case need the national number, by type and version.</summary>
internal static class NumberKinds
{
    /// <summary>Their legal grounds.</summary>
    public static async Task<IReadOnlyDictionary<(string Type, int Number), string>> Of(LoketDb db, CancellationToken cancel) =>
        (await db.TypeVersions(cancel)).Where(version => version.Value.Details.NumberGround is not null).ToDictionary(version => version.Key, version => version.Value.Details.NumberGround!);
}

using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>What a matter became, for who tells the resident.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Reference">What the resident says on the phone.</param>
/// <param name="Case">The case that it is on, if any.</param>
/// <param name="Danger">Whether it is open and tells of danger.</param>
public sealed record TakenMatter(MatterCard Matter, Reference Reference, CaseOfMatter? Case, bool Danger = false);

/// <summary>Reads what a matter became, for who may see it or took it.</summary>
public sealed class ReadReceipt(UnitOfWork unit, Matters matters, UndoLinks links)
{
    /// <summary>The matter with this reference; null when there is none for this reader.</summary>
    public async Task<TakenMatter?> Handle(string typed, Actor by, CancellationToken cancel)
    {
        var taken = await unit.Read(db => Read(db, typed, by, cancel));
        return taken is { Matter: { Outcome: null, Id: var open } } ? taken with { Danger = await links.TakesDangerAlong(open, cancel) } : taken;
    }

    private async Task<TakenMatter?> Read(LoketDb db, string typed, Actor by, CancellationToken cancel)
    {
        if (await Profiles.MeantBy(db, typed, cancel) is not { } reference) return null;
        return await matters.FindTaken(db, reference, by, cancel) is { } matter
            ? new TakenMatter(matter, reference, await CaseOfMatter.Find(db, matter.Id, by, cancel)) : null;
    }
}

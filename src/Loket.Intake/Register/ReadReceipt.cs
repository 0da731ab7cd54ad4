using Loket.Cases.Callbacks;
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
/// <param name="MayUndo">Whether the reader may take back how it ended.</param>
/// <param name="Said">What was answered, or to whom it was forwarded, when it ended so.</param>
/// <param name="Callback">When they are called back, when it ended so or when that was promised about its case.</param>
/// <param name="Danger">Whether it is open and tells of danger.</param>
public sealed record TakenMatter(MatterCard Matter, Reference Reference, CaseOfMatter? Case, bool MayUndo, string? Said, RegisteredCallback? Callback, bool Danger = false);

/// <summary>Reads what a matter became, for who may see it or took it.</summary>
public sealed class ReadReceipt(UnitOfWork unit, Matters matters, UndoLinks links, UndoRights undoRights)
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
        if (await matters.FindTaken(db, reference, by, cancel) is not { } matter) return null;
        var stands = await CaseOfMatter.Find(db, matter.Id, by, cancel);
        return new TakenMatter(
            matter, reference, stands, stands is null || await undoRights.Allowed(matter.Contact, stands, by, cancel),
            matter.Outcome is null ? null : await Matters.Said(db, matter.Id, by, cancel),
            // What became a case may have a promise as well; once that ended, the case is what there is to tell.
            matter.Outcome is Outcome.Callback or Outcome.NewCase ? await CallbackRegister.OfMatter(db, matter.Id, matter.Outcome == Outcome.Callback, by, cancel) : null);
    }
}

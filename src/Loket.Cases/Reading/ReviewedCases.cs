using Loket.Contacts;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Reading;

/// <summary>Which case or contact a reviewer of the journal means, of every kind: who looked at what is sensitive must show. Gives numbers and nothing of what they stand for.</summary>
public sealed class ReviewedCases(UnitOfWork unit, Matters matters, CaseNumbers numbers)
{
    /// <summary>The case with this number or reference, else the contact with it; null where there is none, or for who may not review.</summary>
    public Task<Guid?> Find(string typed, Actor by, CancellationToken cancel) => unit.Read<Guid?>(async db =>
    {
        if (!MayReview(by)) return null;
        if (await FindCase.Read(db, typed, Actor.System, cancel) is { } known) return known.Value;
        return Reference.TryParse(typed, out var reference) ? (await matters.Find(db, reference, Actor.System, cancel))?.Contact.Value : null;
    });

    /// <summary>The numbers of cases.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> Numbers(IEnumerable<Guid> cases, Actor by, CancellationToken cancel) =>
        numbers.Of(cases.Select(id => (Guid?)id), MayReview(by) ? Actor.System : by, cancel);

    private static bool MayReview(Actor by) => by.May(Right.SeeJournal) || by.May(Right.ReviewLooks);
}

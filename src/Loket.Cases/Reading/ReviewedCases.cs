using Loket.Contacts;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>What stands behind a reference, for who reviews looks at it: identities, no data.</summary>
/// <param name="Subject">The case or contact that was meant.</param>
/// <param name="Besides">The people on it, under all whom they stand, and their contacts and matters.</param>
public sealed record ReviewedSubject(Guid Subject, IReadOnlyList<Guid> Besides);

/// <summary>Which case or contact a reviewer of the journal means, of every kind: who looked at what is sensitive must show. Gives numbers and nothing of what they stand for.</summary>
public sealed class ReviewedCases(UnitOfWork unit, Matters matters, CaseNumbers numbers)
{
    /// <summary>Of how many people of one case the looks are gathered: the last to ask; who is one of more is found by their own reference.</summary>
    public const int MostPeople = 50;

    /// <summary>The case with this number or reference, else the contact with it; null where there is none, or for who may not review.</summary>
    public Task<Guid?> Find(string typed, Actor by, CancellationToken cancel) => unit.Read<Guid?>(async db =>
    {
        if (!MayReview(by)) return null;
        if (await FindCase.Read(db, typed, Actor.System, cancel) is { } known) return known.Value;
        return Reference.TryParse(typed, out var reference) ? (await matters.Find(db, reference, Actor.System, cancel))?.Contact.Value : null;
    });

    /// <summary>The same with the people behind it: by the reference of one participant that person alone, by the number of a case all who are or were on it,
    /// at most <see cref="MostPeople"/> of them; null where there is none, or for who may not review.</summary>
    public Task<ReviewedSubject?> Behind(string typed, Actor by, CancellationToken cancel) => unit.Read<ReviewedSubject?>(async db =>
    {
        if (!MayReview(by) || await Profiles.MeantBy(db, typed, cancel) is not { } meant) return null;
        var matter = await matters.Find(db, meant, Actor.System, cancel);
        var found = await FindCase.Read(db, typed, Actor.System, cancel);
        if (found is null && matter is null) return null;

        List<Person> people = matter is not null ? [new Person(matter.Contact, matter.Id, matter.Customer)] : await On(db, found!.Value, cancel);
        var besides = people.SelectMany(one => new[] { one.Contact.Value, one.Matter.Value }).ToHashSet();
        foreach (var customer in people.Select(one => one.Customer).OfType<CustomerId>().Distinct())
            besides.UnionWith((await CustomerFamily.Of(db, customer, cancel)).Select(one => one.Value));
        return new ReviewedSubject(found?.Value ?? matter!.Contact.Value, [.. besides]);
    });

    /// <summary>The numbers of cases.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> Numbers(IEnumerable<Guid> cases, Actor by, CancellationToken cancel) =>
        numbers.Of(cases.Select(id => (Guid?)id), MayReview(by) ? Actor.System : by, cancel);

    /// <summary>A reference of each of these people, by which a reviewer finds who else looked at them; nothing for who may not review.</summary>
    public Task<IReadOnlyDictionary<CustomerId, string>> References(IReadOnlyCollection<CustomerId> people, Actor by, CancellationToken cancel) =>
        unit.Read(db => matters.LastReferences(db, MayReview(by) ? people : [], cancel));

    private static Task<List<Person>> On(LoketDb db, CaseId id, CancellationToken cancel) => db.Participants.Where(one => one.CaseId == id)
        .OrderByDescending(one => one.Id).Take(MostPeople).Select(one => new Person(one.Contact, one.Matter, one.Customer)).ToListAsync(cancel);

    private static bool MayReview(Actor by) => by.May(Right.SeeJournal) || by.May(Right.ReviewLooks);

    private sealed record Person(ContactId Contact, MatterId Matter, CustomerId? Customer);
}

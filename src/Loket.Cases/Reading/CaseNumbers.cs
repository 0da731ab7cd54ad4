using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>The numbers of cases that other rooms refer to, for a link; shows nothing of them, so no look is noted.</summary>
public sealed class CaseNumbers(UnitOfWork unit)
{
    /// <summary>The numbers that the reader of a case may know: of what is shown with it, and of the others that are asked for.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Beside(CaseView view, IEnumerable<Guid> cases, Actor by, CancellationToken cancel)
    {
        var known = view.Numbers;
        var others = await Of(cases.Where(id => !known.ContainsKey(id)).Select(id => (Guid?)id), by, cancel);
        return others.Count == 0 ? known : known.Concat(others).ToDictionary();
    }

    /// <summary>The numbers of those that the reader may know of.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> Of(IEnumerable<Guid?> cases, Actor by, CancellationToken cancel) => unit.Read<IReadOnlyDictionary<Guid, string>>(async db =>
    {
        var ids = cases.OfType<Guid>().Distinct().Select(id => new CaseId(id)).ToList();
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        return (await db.Cases.VisibleTo(by).Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Reference }).ToListAsync(cancel))
            .ToDictionary(one => one.Id.Value, one => one.Reference);
    });
}

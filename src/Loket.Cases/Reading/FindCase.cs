using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>Which case a number is, for who may know of it; shows nothing of it, so no look is noted.</summary>
public sealed class FindCase(UnitOfWork unit)
{
    /// <summary>The case with this number; null where there is none for this reader.</summary>
    public Task<CaseId?> Handle(string reference, Actor by, CancellationToken cancel) => unit.Read(db =>
        db.Cases.VisibleTo(by).Where(one => one.Reference == reference).Select(one => (CaseId?)one.Id).FirstOrDefaultAsync(cancel));
}

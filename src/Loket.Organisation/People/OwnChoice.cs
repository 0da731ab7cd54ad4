using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>What somebody chooses for themselves alone.</summary>
internal static class OwnChoice
{
    /// <summary>Makes the choice; nobody makes it for another.</summary>
    public static Task<Result<Done>> Make(UnitOfWork work, RequestKey key, StaffId whose, bool wants, Actor by, Func<Staff, IJournalEvent> choose, CancellationToken cancel) =>
        work.Run<Done>(key, new { Staff = whose, Wants = wants }, async current =>
        {
            if (by.Staff != whose) return OrganisationFailures.Forbidden;
            if (await current.Db.Staff.SingleOrDefaultAsync(one => one.Id == whose, cancel) is not { } staff) return OrganisationFailures.NotFound;
            current.Journal.Write(choose(staff), by);
            return default(Done);
        }, cancel);
}

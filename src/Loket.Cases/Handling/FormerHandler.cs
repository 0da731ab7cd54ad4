using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handling;

/// <summary>A case stands again as it stood before; whoever had it then may have left meanwhile, or may not know of it any more.</summary>
internal static class FormerHandler
{
    /// <summary>Then its team has it, and where there is none a person decides.</summary>
    public static async Task Check(Work work, Case found, Who by, CancellationToken cancel)
    {
        if (found.Handler is not { } handler || await MayHave(work.Db, found.Id, handler, cancel)) return;
        found.HandBack();
        if (found is { Team: null, Partner: null }) Placing.ToTriage(work, found, TriageReason.NobodyThere, by);
    }

    /// <summary>Whether somebody works here, and may know of a case.</summary>
    public static async Task<bool> MayHave(LoketDb db, CaseId id, StaffId who, CancellationToken cancel) =>
        await Actors.Of(db, who, cancel) is { } actor && await db.Cases.VisibleTo(actor).AnyAsync(one => one.Id == id, cancel);
}

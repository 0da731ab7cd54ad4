using Loket.Kernel;
using Loket.Organisation.Teams;
using Loket.Storage;

namespace Loket.Cases.Register;

/// <summary>Makes repeats heard (row A3): the third contact about one case goes to the lead of its team, not the ninth.</summary>
public sealed class RepeatWatch
{
    /// <summary>At how many contacts a case is escalated.</summary>
    public const int Threshold = 3;

    internal async Task Look(Work work, Case found, int contacts, Who by, CancellationToken cancel)
    {
        if (contacts != Threshold) return;
        var lead = found.Team is { } team ? (await TeamDirectory.Find(work.Db, team, cancel))?.Lead : null;
        work.Journal.Write(new RepeatsEscalated(found.Id, contacts, lead ?? found.Handler, found.Team), by);
    }
}

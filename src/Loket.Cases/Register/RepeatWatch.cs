using Loket.Cases.Norms;
using Loket.Kernel;
using Loket.Storage;

namespace Loket.Cases.Register;

/// <summary>Makes repeats heard (row A3): the third contact about one case goes to the lead of its team, not the ninth.</summary>
public sealed class RepeatWatch(Addressees addressees)
{
    /// <summary>At how many contacts a case is escalated.</summary>
    public const int Threshold = 3;

    internal async Task Look(Work work, Case found, int contacts, Who by, CancellationToken cancel)
    {
        if (contacts != Threshold) return;
        var told = await addressees.Lead(work, found, cancel) ?? found.Handler;
        work.Journal.Write(new RepeatsEscalated(found.Id, contacts, told, found.Team), by);
    }
}

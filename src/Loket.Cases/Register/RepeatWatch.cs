using Loket.Cases.Norms;
using Loket.Kernel;
using Loket.Storage;

namespace Loket.Cases.Register;

/// <summary>Makes repeats heard (row A3): the third contact about one case, and every third after it, goes to the lead of its team and brings the case
/// forward on the lists. Each is told once, also when a contact is taken off and put back.</summary>
public sealed class RepeatWatch(Addressees addressees)
{
    /// <summary>How many contacts make a case one step louder.</summary>
    public const int Step = 3;

    internal async Task Look(Work work, Case found, int contacts, Who by, CancellationToken cancel)
    {
        if (!Weigh(found, contacts)) return;
        var told = await addressees.Lead(work, found, cancel) ?? found.Handler;
        work.Journal.Write(new RepeatsEscalated(found.Id, contacts, told, found.Team), by);
    }

    /// <summary>How loud a case is follows from how many contacts are on it.</summary>
    internal static bool Weigh(Case found, int contacts) => found.Weigh(contacts / Step);
}

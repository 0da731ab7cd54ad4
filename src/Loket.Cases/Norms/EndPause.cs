using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage.Jobs;

namespace Loket.Cases.Norms;

/// <summary>Let the clock of a case run again on the day that was set.</summary>
internal sealed record EndPause(CaseId Case) : IJobPayload
{
    public static string Kind => "case.end-pause";

    public static string Once(CaseId id) => $"pause:{id.Value:N}";
}

/// <summary>The time given has passed unused (Awb article 4:15): the clock runs again from the day set, also where the program was down on it.</summary>
internal sealed class EndPauseHandler(DeadlineKeeper deadlines) : IJobHandler<EndPause>
{
    public Task Run(EndPause payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            var found = await CaseChanges.Load(work, payload.Case, Actor.System, cancel);
            if (found?.Pauses.FirstOrDefault(pause => pause.Until is null) is not { } pause || pause.Ends > work.Now) return;
            found.Resume(pause.Ends);
            work.Journal.Write(new CaseResumed(found.Id, ByItself: true), Who.System);
            await deadlines.Move(work, found, Who.System, cancel);
        }, cancel);
}

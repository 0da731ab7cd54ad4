using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;

namespace Loket.Cases.Colleagues;

/// <summary>Let a virtual colleague look at a case, for one occasion.</summary>
internal sealed record RunColleague(VirtualColleagueId Colleague, CaseId Case, string Occasion) : IJobPayload
{
    public static string Kind => "case.run-colleague";

    public string Once() => $"colleague:{Colleague.Value:N}:{Case.Value:N}:{Occasion}";
}

/// <summary>Whatever happens to a case may set off virtual colleagues; what one of them did sets off none, so that they never go round.</summary>
internal sealed class PlanColleagues : ISubscription<ICaseEvent>
{
    public async Task Handle(ICaseEvent happened, Written entry, Work work, CancellationToken cancel)
    {
        if (entry.By.Kind == WhoKind.VirtualColleague || happened is CaseLookedAt) return;
        var setOff = (await work.Db.WorkingColleagues(cancel)).Where(one => ColleagueOccasions.IsSetOffBy(one.Card.Details.When, happened)).ToList();
        if (setOff.Count == 0) return;
        var found = await work.Db.CaseOf(happened.Case, cancel);
        foreach (var one in setOff.Where(one => MayBeFor(one.Card.Details, found)))
        {
            var run = new RunColleague(one.Card.Id, found.Id, ColleagueOccasions.Of(entry.Entry));
            work.Jobs.Add(run, once: run.Once());
        }
    }

    // The rest is judged after the commit: what is looked up for that keeps nobody waiting.
    private static bool MayBeFor(ColleagueDetails details, Case found) =>
        found.SensitiveGroup == details.SensitiveGroup && (details.If.Category is not { } category || category == found.Category) && (details.If.CaseType is not { } type || type == found.Type);
}

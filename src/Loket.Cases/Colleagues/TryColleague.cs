using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Colleagues;

/// <summary>A case with which a virtual colleague would have done something.</summary>
/// <param name="Reference">Its number.</param>
/// <param name="Category">Key of its subject.</param>
/// <param name="Type">Key of its type.</param>
/// <param name="Acts">What it would have done.</param>
public sealed record TriedCase(string Reference, string? Category, string Type, IReadOnlyList<ColleagueAct> Acts);

/// <summary>What a virtual colleague would have done in the last month.</summary>
/// <param name="LookedAt">At how many cases it looked.</param>
/// <param name="Fits">With how many of them it would have done something: exact up to <see cref="MostCounted"/>, one more stands for more.</param>
/// <param name="Cases">The newest of those, at most <see cref="MostShown"/>.</param>
public sealed record ColleagueTrial(int LookedAt, int Fits, IReadOnlyList<TriedCase> Cases)
{
    /// <summary>So many cases are shown.</summary>
    public const int MostShown = 200;

    /// <summary>Up to so many they are counted.</summary>
    public const int MostCounted = 1_000;

    /// <summary>With fewer cases than these nothing can be said.</summary>
    public const int FewestToJudge = 20;

    /// <summary>With more than so many in a hundred its words or conditions are likely too broad.</summary>
    public const int BroadPercent = 25;

    /// <summary>Whether it would do something with so many that its conditions are likely too broad.</summary>
    public static bool IsBroad(int lookedAt, int fits) => lookedAt >= FewestToJudge && fits * 100 > lookedAt * BroadPercent;
}

/// <summary>Tries a virtual colleague on what happened in the last month, within the rights of who tries; of no case anything changes. Then it may be switched on.</summary>
/// <remarks>It judges cases as they stand now, as if nobody had them yet and they were open: how each stood at every moment is not kept.</remarks>
public sealed class TryColleague(UnitOfWork unit, JournalReader journal, ColleagueCases cases, Looks looks, TenantContext tenant)
{
    private const string Purpose = "colleague-trial";
    private const int Batch = 500;
    private const int MostLookedAt = 20_000;
    private static readonly Duration Month = Duration.FromDays(30);

    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Colleague">Which one.</param>
    /// <param name="Seen">The version that the person had before them.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, VirtualColleagueId Colleague, int Seen, Actor By);

    /// <summary>Tries it, and notes that it was tried as it stands.</summary>
    public async Task<Result<Done>> Handle(Request request, CancellationToken cancel)
    {
        if (await Find(request.Colleague, request.By, cancel) is not { Trial: var trial }) return ColleagueFailures.NotFound;
        return await unit.Run<Done>(request.Key, new { request.Colleague, request.Seen }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            if (await SetColleague.Load(work, request.Colleague, request.By, cancel) is not { } colleague) return ColleagueFailures.NotFound;
            if (colleague.Version != request.Seen) return StorageFailures.ChangedMeanwhile;
            if (await ColleagueCheck.Of(work.Db, colleague.Details, cancel) is { } wrong) return wrong with { Field = null };
            colleague.Try(trial.LookedAt, trial.Fits, work.Now);
            work.Journal.Write(new ColleagueTried(colleague.Id, trial.LookedAt, trial.Fits), request.By);
            return default(Done);
        }, cancel);
    }

    /// <summary>What it would have done; null where it is not there for this reader. In which cases words stand tells what residents wrote: that is a look.</summary>
    public async Task<ColleagueTrial?> Look(VirtualColleagueId id, Actor by, CancellationToken cancel)
    {
        if (await Find(id, by, cancel) is not { } found) return null;
        if (found.ByWords) await looks.Write(found.Shown, seen => new CasesLookedAt(seen, Purpose), Purpose, RequestKey.None, by, cancel);
        return found.Trial;
    }

    private async Task<Found?> Find(VirtualColleagueId id, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.Configure)) return null;
        if ((await unit.Read(db => db.Colleagues(cancel))).FirstOrDefault(card => card.Id == id) is not { } found || !by.MayKnowOf(found.Details.SensitiveGroup)) return null;
        var now = tenant.Tenant.Clock.Now();
        var happened = found.Details.IsTimed ? [] : await Happened(found.Details, now - Month, cancel);
        return await unit.Read(async db => await Judge(db, found, found.Details.IsTimed ? await Timed(db, found.Details, now, by, cancel) : happened, by, cancel));
    }

    private async Task<IReadOnlyList<CaseId>> Happened(ColleagueDetails details, Instant since, CancellationToken cancel) =>
        [.. (await journal.Happened(ColleagueOccasions.KindOf(details.When), since, MostLookedAt, cancel)).Select(line => line.Happened).OfType<ICaseEvent>().Select(one => one.Case).Distinct()];

    private static async Task<IReadOnlyList<CaseId>> Timed(LoketDb db, ColleagueDetails details, Instant now, Actor by, CancellationToken cancel)
    {
        var rows = await TimedCases.Since(db, details, now - Month, now).VisibleTo(by).OrderByDescending(one => one.Id).Take(MostLookedAt)
            .Select(one => new TimedCase(one.Id, one.OpenedAt, one.DeadlineAt, one.LastContactAt)).ToListAsync(cancel);
        var times = new List<CaseId>(rows.Count);
        foreach (var batch in rows.Chunk(Batch)) times.AddRange((await TimedCases.Times(db, details, batch, now, cancel)).Keys);
        return times;
    }

    private async Task<Found> Judge(LoketDb db, ColleagueCard card, IReadOnlyList<CaseId> ids, Actor by, CancellationToken cancel)
    {
        var words = ColleagueRules.WordsOf(card.Details);
        var (lookedAt, fits, shown, which) = (0, 0, new List<TriedCase>(), new List<CaseId>());
        foreach (var batch in ids.Chunk(Batch))
        {
            // In the order in which they were found, the newest first.
            var facts = (await cases.Of(db, batch, by, cancel)).ToDictionary(one => one.Case);
            foreach (var id in batch.Where(facts.ContainsKey))
            {
                lookedAt++;
                var decision = ColleagueRules.Judge(card.Details, words, AsItMayHaveStood(card.Details, facts[id]));
                if (decision.Verdict != ColleagueVerdict.Fits) continue;
                if (++fits > ColleagueTrial.MostCounted) return Result();
                if (shown.Count == ColleagueTrial.MostShown) continue;
                shown.Add(new TriedCase(facts[id].Reference, facts[id].Category, facts[id].Type, decision.Acts));
                which.Add(id);
            }
        }

        return Result();

        Found Result() => new(new ColleagueTrial(lookedAt, fits, shown), which, words is not null);
    }

    // Somebody may have taken it since, or ended it; only what looks at the time is judged by how a case stands, where it stands so still.
    private static ColleagueFacts AsItMayHaveStood(ColleagueDetails details, ColleagueFacts facts) =>
        facts with { IsClosed = false, HasHandler = false, WithPartner = false, Stage = details.IsTimed && !facts.IsClosed ? facts.Stage : null };

    private sealed record Found(ColleagueTrial Trial, IReadOnlyList<CaseId> Shown, bool ByWords);
}

using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Colleagues;

/// <summary>A virtual colleague is made or changed. From then on it does nothing, until it was tried and is switched on.</summary>
public sealed class SaveColleague(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Colleague">Which one; null for a new one.</param>
    /// <param name="Seen">The version that the person had before them.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, VirtualColleagueId? Colleague, int Seen, ColleagueDetails Details, Actor By);

    /// <summary>Saves it.</summary>
    public Task<Result<VirtualColleagueId>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<VirtualColleagueId>(request.Key, new { request.Colleague, request.Seen, request.Details }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var colleague = request.Colleague is { } id ? await SetColleague.Load(work, id, request.By, cancel) : null;
            if (request.Colleague is not null && colleague is null) return ColleagueFailures.NotFound;
            if (colleague is not null && colleague.Version != request.Seen) return StorageFailures.ChangedMeanwhile;
            // What a group alone may know of is set up by somebody of it.
            if (!request.By.MayKnowOf(request.Details.SensitiveGroup)) return ColleagueFailures.NotYourGroup;
            if (await ColleagueCheck.Of(work.Db, request.Details, cancel) is { } wrong) return wrong;

            var (made, details) = (colleague is null, ColleagueCheck.Clean(request.Details));
            if (colleague is null) work.Db.Add(colleague = new VirtualColleague { Id = Ids.New<VirtualColleagueId>(), Details = details });
            colleague.Change(details);
            work.Journal.Write(new ColleagueSaved(colleague.Id, made, details), request.By);
            return colleague.Id;
        }, cancel);
}

/// <summary>A virtual colleague is switched on, once it was tried as it stands; or off.</summary>
public sealed class SwitchColleague(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Colleague">Which one.</param>
    /// <param name="Seen">The version that the person had before them.</param>
    /// <param name="On">Whether it is to work.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, VirtualColleagueId Colleague, int Seen, bool On, Actor By);

    /// <summary>Switches it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Colleague, request.Seen, request.On }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            if (await SetColleague.Load(work, request.Colleague, request.By, cancel) is not { } colleague) return ColleagueFailures.NotFound;
            if (colleague.Version != request.Seen) return StorageFailures.ChangedMeanwhile;
            if (request.On == (colleague.State == ColleagueState.On)) return default(Done);
            if (request.On && await Hindered(work, colleague, cancel) is { } failure) return failure;
            if (request.On) colleague.SwitchOn(work.Now);
            else colleague.SwitchOff();
            work.Journal.Write(new ColleagueSwitched(colleague.Id, request.On), request.By);
            return default(Done);
        }, cancel);

    private static async Task<Failure?> Hindered(Work work, VirtualColleague colleague, CancellationToken cancel)
    {
        if (colleague.TriedAt is null) return ColleagueFailures.NotTried;
        // It is said on top of the page, which has no fields.
        if (await ColleagueCheck.Of(work.Db, colleague.Details, cancel) is { } wrong) return wrong with { Field = null };
        var others = (await work.Db.WorkingColleagues(cancel)).Select(other => other.Card.Details).ToList();
        return ColleagueLoops.Around(colleague.Details, others) is { Count: > 0 } around
            ? ColleagueFailures.LoopsAround.With(string.Join(", ", around.Select(other => other.Name))) : null;
    }
}

/// <summary>What setting one up begins with.</summary>
internal static class SetColleague
{
    /// <summary>One that is there for this reader.</summary>
    public static async Task<VirtualColleague?> Load(Work work, VirtualColleagueId id, Actor by, CancellationToken cancel) =>
        await work.Db.Set<VirtualColleague>().FirstOrDefaultAsync(one => one.Id == id, cancel) is { } found && by.MayKnowOf(found.Details.SensitiveGroup) ? found : null;
}

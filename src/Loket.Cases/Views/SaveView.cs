using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Views;

/// <summary>A list as somebody looks at it is kept under a name; under a name that is there already it takes the place of that one.</summary>
public sealed class SaveView(UnitOfWork unit)
{
    /// <summary>The longest name, which stands in a row of tabs.</summary>
    public const int LongestName = 40;

    /// <summary>The most that somebody keeps, or a team: more than anybody finds back.</summary>
    public const int Most = 50;

    /// <summary>What is kept.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Team">For this team, by who leads it; null for oneself.</param>
    /// <param name="Query">What it shows.</param>
    /// <param name="By">Who keeps it.</param>
    public sealed record Request(RequestKey Key, string? Name, TeamId? Team, WorklistQuery Query, Actor By);

    /// <summary>Keeps it.</summary>
    public Task<Result<SavedViewId>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<SavedViewId>(request.Key, new { request.Name, request.Team, request.Query }, async work =>
        {
            if (!request.By.May(Right.SeeCases) || request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (request.Team is { } its && !ViewRules.MayKeepFor(request.By, its)) return ViewFailures.NotYourTeam;
            var name = CleanText.Line(request.Name, LongestName);
            if (!name.Succeeded) return name.Failure.At("Name");
            if (name.Value.Length == 0) return ViewFailures.NameMissing;

            var (team, line) = (request.Team, name.Value);
            StaffId? owner = team is null ? staff : null;
            var view = await work.Db.Set<SavedView>().FirstOrDefaultAsync(one => one.Owner == owner && one.Team == team && one.Name == line, cancel);
            if (view is null && await work.Db.Set<SavedView>().CountAsync(one => one.Owner == owner && one.Team == team, cancel) >= Most) return ViewFailures.TooMany.With(Most);
            if (view is null) work.Db.Add(view = new SavedView { Id = Ids.New<SavedViewId>(), Owner = owner, Team = team, Name = line });
            view.Show(request.Query);
            work.Journal.Write(new ViewSaved(view.Id, team), request.By);
            return view.Id;
        }, cancel);
}

/// <summary>A view is no longer needed.</summary>
public sealed class RemoveView(UnitOfWork unit)
{
    /// <summary>Which, and by whom.</summary>
    public sealed record Request(RequestKey Key, SavedViewId View, Actor By);

    /// <summary>Removes it: the own one, or one of a team by who leads it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, request.View, async work =>
        {
            if (await work.Db.Set<SavedView>().OfReader(request.By).FirstOrDefaultAsync(one => one.Id == request.View, cancel) is not { } view) return ViewFailures.NotFound;
            if (view.Team is { } team && !ViewRules.MayKeepFor(request.By, team)) return OrganisationFailures.Forbidden;
            work.Db.Remove(view);
            work.Journal.Write(new ViewRemoved(view.Id, view.Team), request.By);
            return default(Done);
        }, cancel);
}

/// <summary>Who may make views for others.</summary>
public static class ViewRules
{
    /// <summary>Whether somebody makes and removes the views of a team.</summary>
    public static bool MayKeepFor(Actor by, TeamId team) => by.May(Right.LeadTeam) && by.Teams.Contains(team);
}

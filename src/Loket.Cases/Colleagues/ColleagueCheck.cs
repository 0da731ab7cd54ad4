using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Colleagues;

/// <summary>What is wrong with a virtual colleague as it is set up: what is missing, what can't be, and what it names that is gone. The same when it is saved, switched on and works.</summary>
internal static class ColleagueCheck
{
    private const int ShortestWord = 3;

    /// <summary>The first that is wrong; null for nothing.</summary>
    public static async Task<Failure?> Of(LoketDb db, ColleagueDetails details, CancellationToken cancel) =>
        Said(details) ?? await About(db, details, cancel) ?? await Acts(db, details, cancel) ?? await Texts(db, details, cancel);

    /// <summary>As it is kept, once nothing is wrong with it.</summary>
    public static ColleagueDetails Clean(ColleagueDetails details) => details with
    {
        Name = Line(details.Name),
        If = details.If with { Words = [.. details.If.Words.Select(Line)] },
        Then = details.Then with { Task = details.Then.Task is { } task ? task with { Nl = Line(task.Nl), En = Line(task.En) } : null },
    };

    private static string Line(string text) => CleanText.Line(text, int.MaxValue).Value;

    private static Failure? Said(ColleagueDetails details)
    {
        var name = CleanText.Line(details.Name, ColleagueDetails.LongestName);
        if (!name.Succeeded) return name.Failure.At(nameof(details.Name));
        if (name.Value.Length == 0) return ColleagueFailures.NameMissing;
        if (!Enum.IsDefined(details.When)) return ColleagueFailures.WhenMissing;
        if (details.IsTimed && details.Days is < 1 or > ColleagueDetails.MostDays) return ColleagueFailures.NoDays;
        if (details.PerHour is < 1 or > ColleagueDetails.MostPerHour) return ColleagueFailures.NoLimit;
        if (details.If.FewestAsking is < 0 or > ColleagueDetails.MostAsking) return ColleagueFailures.NoAsking;
        if (details.Then.Acts().Count == 0) return ColleagueFailures.NothingToDo;
        return ColleagueLoops.IsOwn(details) ? ColleagueFailures.Loops : Words(details.If.Words);
    }

    private static Failure? Words(IReadOnlyList<string> words)
    {
        if (words.Count > ColleagueDetails.MostWords) return ColleagueFailures.TooManyWords;
        foreach (var word in words)
        {
            var clean = CleanText.Line(word, ColleagueDetails.LongestWords);
            if (!clean.Succeeded) return clean.Failure.At(nameof(ColleagueIf.Words));
            if (clean.Value.Count(char.IsLetterOrDigit) < ShortestWord) return ColleagueFailures.WordTooShort.With(clean.Value);
        }

        return null;
    }

    private static async Task<Failure?> About(LoketDb db, ColleagueDetails details, CancellationToken cancel)
    {
        var of = details.If;
        if (of.Category is { } category && await db.CategoryOf(category, cancel) is not { Active: true }) return ColleagueFailures.AboutGone;
        if (of.Group is { } group && !await db.Categories.AnyAsync(known => known.Group == group, cancel)) return ColleagueFailures.AboutGone;
        if (of.CaseType is { } type && await db.TypeOf(type, cancel) is null) return ColleagueFailures.AboutGone;
        if (of.AssetOwner is { } owner && owner != RoutingSubject.Municipality && await PartnerDirectory.Find(db, owner, cancel) is null) return ColleagueFailures.OwnerGone;
        return of.Area is { } area && (await new AreaTree().AndAbove(db, area, cancel)).Count == 0 ? ColleagueFailures.AreaGone : null;
    }

    private static async Task<Failure?> Acts(LoketDb db, ColleagueDetails details, CancellationToken cancel)
    {
        var then = details.Then;
        if (then.Subject is { } subject)
        {
            if (await db.CategoryOf(subject, cancel) is not { Active: true } chosen || await db.TypeOf(chosen.CaseType, cancel) is not { } type) return ColleagueFailures.SubjectGone;
            if (type.FormalPaper is not null || type.Group != details.SensitiveGroup) return ColleagueFailures.SubjectDecides;
        }

        if (then.Team is { } team && await Lacks(db, team, details, cancel)) return ColleagueFailures.TeamGone;
        if (then.Status is { } status && await Status(db, details.If, status, cancel) is { } wrong) return wrong;
        if (then.Task is { } task)
        {
            if (string.IsNullOrWhiteSpace(task.Nl) || string.IsNullOrWhiteSpace(task.En)) return ColleagueFailures.TaskMissing;
            if (CleanText.Line(task.Nl, ColleagueDetails.LongestName).Failure is { } nl) return nl.At("TaskNl");
            if (CleanText.Line(task.En, ColleagueDetails.LongestName).Failure is { } en) return en.At("TaskEn");
            if (task.Team is { } its && await Lacks(db, its, details, cancel)) return ColleagueFailures.TaskTeamGone;
        }

        return then.Chat is { } chat && (await TeamDirectory.Find(db, chat, cancel) is not { ChatWebhook.Length: > 0 } || await Lacks(db, chat, details, cancel)) ? ColleagueFailures.ChatGone : null;
    }

    private static async Task<bool> Lacks(LoketDb db, TeamId team, ColleagueDetails details, CancellationToken cancel) =>
        (await TeamDirectory.Find(db, team, cancel))?.MayKnowOf(details.SensitiveGroup) != true;

    private static async Task<Failure?> Status(LoketDb db, ColleagueIf of, string status, CancellationToken cancel)
    {
        if ((of.CaseType ?? (await db.CategoryOf(of.Category, cancel))?.CaseType) is not { } type) return ColleagueFailures.StatusNeedsType;
        return (await db.LiveVersion(type, cancel))?.Details.Statuses.Any(one => one.Key == status) == true ? null : ColleagueFailures.StatusGone;
    }

    private static async Task<Failure?> Texts(LoketDb db, ColleagueDetails details, CancellationToken cancel)
    {
        if (details.Then.Message is { } message && await ColleagueTexts.Check(db, message, cancel) is { } wrong) return wrong;
        return details.Then.Ask is { } ask && await ColleagueTexts.Check(db, ask, cancel) is { } wrongToo
            ? wrongToo == ColleagueFailures.MessageGone ? ColleagueFailures.AskGone : wrongToo.At(nameof(details.Then.Ask)) : null;
    }
}

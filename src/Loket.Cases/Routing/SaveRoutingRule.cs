using Loket.Cases.Handovers;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Routing;

/// <summary>A rule is made, changed, or switched off or on (row B2). A new one is tried last.</summary>
public sealed class SaveRoutingRule(UnitOfWork unit, AreaTree areas)
{
    /// <summary>How far apart rules are numbered.</summary>
    internal const int Step = 10;

    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Rule">Which rule; null for a new one.</param>
    /// <param name="Seen">The version that the person had before them.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="Active">Whether it counts.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, RoutingRuleId? Rule, int Seen, RuleDetails Details, bool Active, Actor By);

    /// <summary>Saves it.</summary>
    public Task<Result<RoutingRuleId>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<RoutingRuleId>(request.Key, new { request.Rule, request.Seen, request.Details, request.Active }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var rule = request.Rule is { } id ? await work.Db.RoutingRules.FirstOrDefaultAsync(one => one.Id == id, cancel) : null;
            if (request.Rule is not null && rule is null) return RoutingFailures.NotFound;
            if (rule is not null && rule.Version != request.Seen) return StorageFailures.ChangedMeanwhile;
            // A rule whose target takes no cases any more can always be switched off.
            var isSwitchedOff = !request.Active && rule?.View.Details == request.Details;
            if (!isSwitchedOff && await Check(work.Db, request.Details, cancel) is { } failure) return failure;

            var made = rule is null;
            if (rule is null)
            {
                var last = await work.Db.RoutingRules.MaxAsync(one => (int?)one.Ordinal, cancel) ?? 0;
                work.Db.Add(rule = new RoutingRule { Id = Ids.New<RoutingRuleId>(), Ordinal = last + Step });
            }

            rule.Take(request.Details, request.Active);
            work.Journal.Write(new RoutingRuleSaved(rule.Id, made, rule.Active, request.Details), request.By);
            return rule.Id;
        }, cancel);

    private async Task<Failure?> Check(LoketDb db, RuleDetails details, CancellationToken cancel)
    {
        var (team, staff, partner) = details.Target;
        if (team is null && staff is null && partner is null) return RoutingFailures.TargetMissing;
        var ours = team is { } one ? await TeamDirectory.Find(db, one, cancel) : null;
        if (team is not null && ours is null) return RoutingFailures.UnknownTarget;
        if (staff is { } person && await StaffDirectory.Find(db, person, cancel) is not { ClosedAt: null }) return RoutingFailures.UnknownTarget;
        if (partner is { } outside && await PartnerDirectory.Find(db, outside, cancel) is not { IsClosed: false }) return RoutingFailures.UnknownTarget;
        // The words of a resident are no question to a partner: they may tell who it is.
        if (partner is not null && string.IsNullOrWhiteSpace(details.Question)) return HandoverFailures.QuestionMissing;
        if (CleanText.Lines(details.Question, PartnerText.Longest).Failure is { } tooLong) return tooLong.At(nameof(details.Question));
        if (details.Category is { } category && !await db.Categories.AnyAsync(known => known.Key == category, cancel)) return CaseFailures.UnknownCategory;
        if (details.Group is { } group && !await db.Categories.AnyAsync(known => known.Group == group, cancel)) return RoutingFailures.UnknownGroup;
        if (details.CaseType is { } type && !await db.CaseTypes.AnyAsync(known => known.Key == type, cancel)) return CaseFailures.UnknownType;
        var secret = await GroupOf(db, details, cancel);
        if (ours?.MayKnowOf(secret) == false || (staff is { } reader && !await Absence.MayKnow(db, reader, secret, cancel))) return RoutingFailures.TargetMayNotKnow;
        if (details.Area is { } area && (await areas.AndAbove(db, area, cancel)).Count == 0) return RoutingFailures.UnknownArea;
        return details.AssetOwner is { } owner && owner != RoutingSubject.Municipality && await PartnerDirectory.Find(db, owner, cancel) is null
            ? RoutingFailures.UnknownOwner : null;
    }

    private static async Task<string?> GroupOf(LoketDb db, RuleDetails details, CancellationToken cancel) =>
        (details.CaseType ?? (await db.CategoryOf(details.Category, cancel))?.CaseType) is { } type ? (await db.TypeOf(type, cancel))?.Group : null;
}

/// <summary>A rule is tried earlier or later: it changes places with its neighbour.</summary>
public sealed class MoveRoutingRule(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Rule">Which rule.</param>
    /// <param name="Seen">The version that the person had before them.</param>
    /// <param name="Up">Whether it is to be tried earlier.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, RoutingRuleId Rule, int Seen, bool Up, Actor By);

    /// <summary>Moves it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Rule, request.Seen, request.Up }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var rules = await work.Db.RoutingRules.OrderBy(one => one.Ordinal).ThenBy(one => one.Id).ToListAsync(cancel);
            var place = rules.FindIndex(one => one.Id == request.Rule);
            if (place < 0) return RoutingFailures.NotFound;
            if (rules[place].Version != request.Seen) return StorageFailures.ChangedMeanwhile;
            var other = request.Up ? place - 1 : place + 1;
            if (other < 0 || other >= rules.Count) return RoutingFailures.CannotMove;

            (rules[place].Ordinal, rules[other].Ordinal) = (rules[other].Ordinal, rules[place].Ordinal);
            work.Journal.Write(new RoutingRuleMoved(request.Rule, request.Up, other + 1), request.By);
            return default(Done);
        }, cancel);
}

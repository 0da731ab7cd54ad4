using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Types;

/// <summary>A subject, as it is set up.</summary>
public sealed record CategoryDetails(
    string Key, string Group, string NameNl, string NameEn, string MeaningNl, string MeaningEn, string CaseType, Norm? Norm = null, string? Portfolio = null,
    int RepeatRadius = 30, bool Danger = false, IReadOnlyList<string>? DangerWords = null);

/// <summary>A routing rule, as it is set up; the order of the list is the order of the rules.</summary>
public sealed record RuleDetails(
    Target Target, string? Category = null, string? Group = null, string? Area = null, string? AssetOwner = null, bool? Danger = null,
    RuleTime Time = RuleTime.Always, string? Question = null, string? CaseType = null);

/// <summary>The case types, subjects or rules were set up.</summary>
[JournalEvent("case.types-set-up", Audience.Staff)]
public sealed record CaseTypesSetUp(Guid SetUp, int Types, int Categories, int Rules) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [SetUp];
}

/// <summary>Sets up case types, subjects and routing in one go; for a new municipality.</summary>
public sealed class SetUpCases(UnitOfWork unit)
{
    /// <summary>All that is to be there; what stands under the same key is replaced, a type by its next version, rules are replaced as a whole.</summary>
    public sealed record Request(
        IReadOnlyList<CaseTypeDetails> Types, IReadOnlyList<CategoryDetails> Categories, IReadOnlyList<RuleDetails> Rules, Actor By);

    /// <summary>Sets it up.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            // Without a group nobody would be kept out.
            if (request.Types.Any(type => type.Confidentiality == Confidentiality.Sensitive && string.IsNullOrEmpty(type.SensitiveGroup))) return CaseFailures.GroupMissing;
            var known = await TypeReferences.Of(work.Db, cancel);
            // The subjects come along with the kinds.
            known = known with { Categories = known.Categories.Union(request.Categories.Select(category => category.Key)).ToHashSet(StringComparer.Ordinal) };
            if (request.Types.Any(type => TypeGaps.Of(type, known).Count > 0)) return CaseFailures.TypeIncomplete;
            if (request.Rules.Any(rule => rule.Target.Partner is not null && string.IsNullOrWhiteSpace(rule.Question))) return Handovers.HandoverFailures.QuestionMissing;
            if (await HasUnknownPortfolio(work.Db, request.Categories, cancel)) return CaseFailures.UnknownPortfolio;
            foreach (var details in request.Types) await Put(work, details, cancel);
            await work.Db.SaveChangesAsync(cancel);
            foreach (var details in request.Categories) await Put(work.Db, details, cancel);
            await work.Db.RoutingRules.ExecuteDeleteAsync(cancel);
            work.Db.AddRange(request.Rules.Select((rule, index) => new RoutingRule
            {
                Id = Ids.New<RoutingRuleId>(), Ordinal = (index + 1) * 10, Category = rule.Category, CaseType = rule.CaseType, Group = rule.Group, Area = rule.Area,
                AssetOwner = rule.AssetOwner, Danger = rule.Danger, Time = rule.Time, Team = rule.Target.Team, Staff = rule.Target.Staff,
                Partner = rule.Target.Partner, Question = rule.Question,
            }));
            work.Journal.Write(new CaseTypesSetUp(Ids.NewValue(), request.Types.Count, request.Categories.Count, request.Rules.Count), request.By);
            return default(Done);
        }, cancel);

    internal static async Task<bool> HasUnknownPortfolio(LoketDb db, IReadOnlyList<CategoryDetails> categories, CancellationToken cancel)
    {
        if (categories.All(category => category.Portfolio is null)) return false;
        var known = (await PortfolioDirectory.All(db, cancel)).Select(portfolio => portfolio.Key).ToHashSet(StringComparer.Ordinal);
        return categories.Any(category => category.Portfolio is { } portfolio && !known.Contains(portfolio));
    }

    private static async Task Put(Work work, CaseTypeDetails details, CancellationToken cancel)
    {
        var draft = await work.Db.Set<CaseTypeDraft>().FindAsync([details.Key], cancel);
        if (draft is null) work.Db.Add(new CaseTypeDraft { Type = details.Key, Details = details });
        else draft.Details = details;
        await MakeTypeLive.GoLive(work.Db, details, work.Now, cancel);
    }

    internal static async Task Put(LoketDb db, CategoryDetails details, CancellationToken cancel)
    {
        var category = await db.Categories.FindAsync([details.Key], cancel);
        if (category is null)
        {
            db.Add(category = new Category
            {
                Key = details.Key, Group = details.Group, NameNl = details.NameNl, NameEn = details.NameEn, MeaningNl = details.MeaningNl,
                MeaningEn = details.MeaningEn, CaseType = details.CaseType,
            });
        }

        (category.Group, category.NameNl, category.NameEn, category.CaseType) = (details.Group, details.NameNl, details.NameEn, details.CaseType);
        (category.MeaningNl, category.MeaningEn, category.Portfolio) = (details.MeaningNl, details.MeaningEn, details.Portfolio);
        (category.NormKind, category.NormAmount) = (details.Norm?.Kind, details.Norm?.Amount);
        (category.RepeatRadius, category.Danger, category.Active) = (details.RepeatRadius, details.Danger, true);
        category.DangerWords = [.. details.DangerWords ?? []];
    }
}

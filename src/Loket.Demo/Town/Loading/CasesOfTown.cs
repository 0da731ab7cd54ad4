using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;

namespace Loket.Demo.Town.Loading;

/// <summary>Case types, subjects and routing of the demo town.</summary>
public static class CasesOfTown
{
    private const string Report = "report";
    private const string Request = "request";
    private const string Service = "service";

    /// <summary>All that is to be set up, for the teams and partners that stand.</summary>
    public static SetUpCases.Request Plan(OrganisationKeys keys) => new(
        [.. Types()], [.. Categories.All.Select(category => Subject(category))], [.. Rules(keys)], Actor.System);

    private static IEnumerable<CaseTypeDetails> Types()
    {
        yield return StandardTypes.General;
        yield return new(Report, "Melding openbare ruimte", "Report of public space", Cases.Types.Confidentiality.Low, Kernel.Calendars.Norm.WorkingDays(5), StandardTypes.Results);
        yield return new(Request, "Vraag of idee", "Question or idea", Cases.Types.Confidentiality.Low, Kernel.Calendars.Norm.WorkingDays(10), StandardTypes.Results);
        yield return new(Service, "Persoonlijke vraag", "Personal question", Cases.Types.Confidentiality.Normal, Kernel.Calendars.Norm.WorkingDays(5), StandardTypes.Results);
        foreach (var owner in Categories.All.Where(category => category.Confidentiality == Confidentiality.Sensitive).Select(category => category.Owner).Distinct(StringComparer.Ordinal))
        {
            yield return new(SensitiveType(owner), "Vertrouwelijke vraag", "Confidential question", Cases.Types.Confidentiality.Sensitive,
                Kernel.Calendars.Norm.WorkingDays(3), StandardTypes.Results, SensitiveGroups.Name(owner));
        }

        foreach (var paper in FormalPapers.All)
        {
            if (PaperOf(paper.Key) is not { } known) continue;
            yield return new(
                "paper-" + paper.Key, paper.Name.Dutch, paper.Name.English, (Cases.Types.Confidentiality)paper.Confidentiality,
                paper.Term, StandardTypes.Decisions, paper.Confidentiality == Confidentiality.Sensitive ? SensitiveGroups.Name(paper.Owner) : null,
                FormalPaper: known);
        }
    }

    private static CategoryDetails Subject(Category category) => new(
        category.Key, category.MainGroup, category.Name.Dutch, category.Name.English, category.Definition.Dutch, category.Definition.English,
        category.Confidentiality switch
        {
            Confidentiality.Sensitive => SensitiveType(category.Owner),
            Confidentiality.Normal => Service,
            _ => category.IsReport ? Report : Request,
        },
        category.Norm, category.Portfolio, category.RepeatRadiusMetres, category.IsDanger, category.DangerWords);

    private static IEnumerable<RuleDetails> Rules(OrganisationKeys keys)
    {
        foreach (var paper in FormalPapers.All.Where(paper => PaperOf(paper.Key) is not null))
            yield return new(To(keys, paper.Owner, paper.Owner), CaseType: "paper-" + paper.Key);

        // Who owns the object comes before what it is about: a lamp of the grid operator is the grid operator's.
        yield return new(To(keys, PartnerKeys.GridOperator, TeamKeys.Lighting), AssetOwner: PartnerKeys.GridOperator, Danger: false,
            Question: "Dit object is van u. Wilt u het herstellen en ons laten weten wanneer dat gepland is?");
        foreach (var category in Categories.All)
        {
            yield return new(To(keys, category.Owner, TeamFor(category)), category.Key,
                Question: Partners.Find(category.Owner) is null ? null : "Wilt u dit oppakken en ons laten weten wanneer dat gepland is?");
        }
    }

    private static string TeamFor(Category category) =>
        category.Object == AssetKind.Lamp ? TeamKeys.Lighting
        : category.Confidentiality == Confidentiality.Sensitive ? TeamKeys.SocialDomain
        : category.IsReport ? TeamKeys.PublicSpace : TeamKeys.ContactCentre;

    private static Target To(OrganisationKeys keys, string owner, string watchingTeam) =>
        keys.Partners.TryGetValue(owner, out var partner) ? new Target(keys.Teams[watchingTeam], null, partner) : new Target(keys.Teams[owner], null, null);

    private static string SensitiveType(string owner) => "sensitive-" + owner;

    internal static Contacts.FormalPaper? PaperOf(string key) => key switch
    {
        "objection" => Contacts.FormalPaper.Objection,
        "complaint" => Contacts.FormalPaper.Complaint,
        "information-request" => Contacts.FormalPaper.InformationRequest,
        "privacy-request" => Contacts.FormalPaper.PrivacyRequest,
        "notice-of-default" => Contacts.FormalPaper.NoticeOfDefault,
        "damage-claim" => Contacts.FormalPaper.DamageClaim,
        _ => null,
    };
}

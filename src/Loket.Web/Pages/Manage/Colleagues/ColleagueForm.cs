using Loket.Cases;
using Loket.Cases.Colleagues;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Web.Components;
using Loket.Web.Pages.Manage.CaseTypes;
using Loket.Web.Pages.Manage.Routing;

namespace Loket.Web.Pages.Manage.Colleagues;

/// <summary>A virtual colleague as it is filled in; what is empty does not matter, or is not done.</summary>
public sealed class ColleagueForm : IManageForm
{
    /// <summary>What it is called.</summary>
    public string? Name { get; set; }

    /// <summary>Name of a <see cref="ColleagueWhen"/>.</summary>
    public string? When { get; set; } = nameof(ColleagueWhen.CameIn);

    /// <summary>So many days, where it looks at the time.</summary>
    public string? Days { get; set; }

    /// <summary>A subject, main group or type of case, with its kind before it: <c>category:street-light</c>.</summary>
    public string? About { get; set; }

    /// <summary>Key of the area.</summary>
    public string? Area { get; set; }

    /// <summary>Name of a <see cref="Contacts.Channel"/>.</summary>
    public string? Channel { get; set; }

    /// <summary>Words and phrases, one on each line.</summary>
    public string? Words { get; set; }

    /// <summary>With what who asked came: name of a <see cref="ResidentKind"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>Name of a <see cref="CaseStatus"/>.</summary>
    public string? Stage { get; set; }

    /// <summary>Key of the owner of the object.</summary>
    public string? AssetOwner { get; set; }

    /// <summary>So many people ask for it, or more.</summary>
    public string? FewestAsking { get; set; }

    /// <summary><c>yes</c> for whom we know, <c>person</c> and <c>company</c> for which of both, <c>no</c> for whom we do not know, or nothing.</summary>
    public string? Customer { get; set; } = "";

    /// <summary><c>yes</c>, <c>no</c> or nothing.</summary>
    public string? Danger { get; set; } = "";

    /// <summary>Only what nobody has yet.</summary>
    public bool Unassigned { get; set; }

    /// <summary>The sensitive group whose cases it is for; empty for what is no secret.</summary>
    public string? SensitiveGroup { get; set; }

    /// <summary>Whether it confirms that something has arrived.</summary>
    public bool Acknowledge { get; set; }

    /// <summary>Key of the subject that it sets.</summary>
    public string? Subject { get; set; }

    /// <summary>The team that gets the case.</summary>
    public string? Team { get; set; }

    /// <summary>Key of the status that it sets.</summary>
    public string? Status { get; set; }

    /// <summary>The task, in Dutch.</summary>
    public string? TaskNl { get; set; }

    /// <summary>The task, in English.</summary>
    public string? TaskEn { get; set; }

    /// <summary>Within how many working days.</summary>
    public string? TaskDays { get; set; } = "5";

    /// <summary>The team that does it; empty for who has the case.</summary>
    public string? TaskTeam { get; set; }

    /// <summary>Whether it reminds who has the case.</summary>
    public bool Remind { get; set; }

    /// <summary>The text that it sends.</summary>
    public string? Message { get; set; }

    /// <summary>The text that it asks.</summary>
    public string? Ask { get; set; }

    /// <summary>The team in whose chat it posts.</summary>
    public string? Chat { get; set; }

    /// <summary>The limit per hour.</summary>
    public string? PerHour { get; set; } = "20";

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
    [
        ("Name", Name), ("When", words["When." + When]), ("Days", Days), ("About", About), ("Area", Area), ("Channel", Channel), ("Words", Words), ("Kind", Kind), ("Stage", Stage), ("AssetOwner", AssetOwner),
        ("FewestAsking", FewestAsking), ("Customer", words[CustomerLabel(Customer)]), ("Danger", words[Danger switch { "yes" => "Danger.Yes", "no" => "Danger.No", _ => "NoMatter" }]),
        ("Unassigned", words.YesNo(Unassigned)), ("SensitiveGroup", SensitiveGroup), ("Acknowledge", words.YesNo(Acknowledge)), ("Subject", Subject),
        ("Team", Team), ("Status", Status), ("TaskNl", TaskNl), ("TaskEn", TaskEn), ("TaskDays", TaskDays), ("TaskTeam", TaskTeam), ("Remind", words.YesNo(Remind)), ("Message", Message), ("Ask", Ask),
        ("Chat", Chat), ("PerHour", PerHour),
    ];

    internal static ColleagueForm Of(ColleagueCard card)
    {
        var (details, of, then) = (card.Details, card.Details.If, card.Details.Then);
        return new ColleagueForm
        {
            Name = details.Name, When = details.When.ToString(), Days = details.IsTimed ? TypeForm.Text(details.Days) : null,
            About = of.Category is { } category ? "category:" + category : of.Group is { } group ? "group:" + group : of.CaseType is { } type ? "type:" + type : null,
            Area = of.Area, Channel = of.Channel?.ToString(), Words = string.Join('\n', of.Words),
            Kind = of.Kind?.ToString(), Stage = of.Stage?.ToString(), AssetOwner = of.AssetOwner, FewestAsking = of.FewestAsking > 0 ? TypeForm.Text(of.FewestAsking) : null,
            Customer = of.CustomerKind switch { CustomerKind.Person => "person", CustomerKind.Company => "company", _ => YesNo(of.KnownCustomer) }, Danger = YesNo(of.Danger), Unassigned = of.Unassigned,
            SensitiveGroup = details.SensitiveGroup, Acknowledge = then.Acknowledge, Subject = then.Subject, Team = then.Team?.Value.ToString(), Status = then.Status,
            TaskNl = then.Task?.Nl, TaskEn = then.Task?.En, TaskDays = TypeForm.Text(then.Task?.Norm.Amount ?? 5), TaskTeam = then.Task?.Team?.Value.ToString(), Remind = then.Remind,
            Message = then.Message?.Value.ToString(), Ask = then.Ask?.Value.ToString(), Chat = then.Chat?.Value.ToString(), PerHour = TypeForm.Text(details.PerHour), Version = card.Version,
        };
    }

    internal Result<ColleagueDetails> Read()
    {
        if (!Enum.TryParse<ColleagueWhen>(When, out var when) || !Enum.IsDefined(when)) return ColleagueFailures.WhenMissing;
        if (!IsOne<Channel>(Channel, out var channel)) return OrganisationFailures.Required.At(nameof(Channel));
        if (!IsOne<ResidentKind>(Kind, out var kind)) return OrganisationFailures.Required.At(nameof(Kind));
        if (!IsOne<CaseStatus>(Stage, out var stage)) return OrganisationFailures.Required.At(nameof(Stage));
        if (!string.IsNullOrWhiteSpace(Days) && TypeForm.Number(Days) is null) return ColleagueFailures.NoDays;
        var asking = string.IsNullOrWhiteSpace(FewestAsking) ? 0 : TypeForm.Number(FewestAsking);
        if (asking is null) return ColleagueFailures.NoAsking;
        var then = Then();
        if (!then.Succeeded) return then.Failure;
        var details = new ColleagueDetails(
            Name ?? "", when, 0,
            new ColleagueIf(RuleForm.Behind("category:", About), RuleForm.Behind("group:", About), RuleForm.Behind("type:", About), RuleForm.Some(Area), channel, Bool(Customer), Bool(Danger), Unassigned)
            {
                Words = (Words ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                CustomerKind = Customer switch { "person" => CustomerKind.Person, "company" => CustomerKind.Company, _ => null },
                Kind = kind, Stage = stage, AssetOwner = RuleForm.Some(AssetOwner), FewestAsking = asking.Value,
            },
            then.Value, TypeForm.Number(PerHour) ?? 0, RuleForm.Some(SensitiveGroup?.Trim()));
        return details.IsTimed ? details with { Days = TypeForm.Number(Days) ?? 0 } : details;
    }

    private Result<ColleagueThen> Then()
    {
        ColleagueTask? task = null;
        if (!string.IsNullOrWhiteSpace(TaskNl) || !string.IsNullOrWhiteSpace(TaskEn))
        {
            if (TypeForm.Number(TaskDays) is not (>= 1 and <= Norm.MaximumAmount and var days)) return OrganisationFailures.NoNorm.At(nameof(TaskDays));
            if (IsNo(TaskTeam)) return ColleagueFailures.TaskTeamGone;
            task = new ColleagueTask(TaskNl ?? "", TaskEn ?? "", new Norm(NormKind.WorkingDays, days), TeamIn(TaskTeam));
        }

        if (IsNo(Team)) return ColleagueFailures.TeamGone;
        if (IsNo(Chat)) return ColleagueFailures.ChatGone;
        if (IsNo(Message)) return ColleagueFailures.MessageGone;
        if (IsNo(Ask)) return ColleagueFailures.AskGone;
        return new ColleagueThen(Acknowledge, RuleForm.Some(Subject), TeamIn(Team), RuleForm.Some(Status), task, Remind, TextIn(Message), TextIn(Ask), TeamIn(Chat));
    }

    private static bool IsNo(string? chosen) => !string.IsNullOrEmpty(chosen) && !Guid.TryParse(chosen, out _);

    private static TeamId? TeamIn(string? chosen) => Guid.TryParse(chosen, out var id) ? new TeamId(id) : null;

    private static TextModuleId? TextIn(string? chosen) => Guid.TryParse(chosen, out var id) ? new TextModuleId(id) : null;

    private static bool IsOne<T>(string? chosen, out T? one)
        where T : struct, Enum
    {
        one = null;
        if (string.IsNullOrEmpty(chosen)) return true;
        if (!Enum.TryParse<T>(chosen, out var named) || !Enum.IsDefined(named)) return false;
        one = named;
        return true;
    }

    private static bool? Bool(string? chosen) => chosen switch { "yes" => true, "no" => false, _ => null };

    private static string YesNo(bool? value) => value switch { true => "yes", false => "no", null => "" };

    private static string CustomerLabel(string? chosen) => chosen switch
    {
        "yes" => "Customer.Yes",
        "person" => "Customer.Person",
        "company" => "Customer.Company",
        "no" => "Customer.No",
        _ => "NoMatter",
    };
}

using System.Globalization;
using Loket.Cases;
using Loket.Cases.Colleagues;
using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Web.Components;
using Loket.Web.Pages.Manage.Routing;
using Loket.Web.Pages.Staff;

namespace Loket.Web.Pages.Manage.Colleagues;

/// <summary>What can be chosen for virtual colleagues, and virtual colleagues in words.</summary>
public sealed class ColleagueWords(RuleWords rules, TeamDirectory teams, VirtualColleagues colleagues, TextCatalogue catalogue)
{
    private IReadOnlyList<TeamCard> ours = [];
    private IReadOnlyList<ColleagueStatus> statuses = [];
    private IReadOnlyList<ColleagueText> texts = [];

    private static bool Dutch => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Language.Dutch;

    // These words go with several pages, so they are among the shared ones.
    private Words Shared => catalogue.For(Words.Shared, CultureInfo.CurrentUICulture);

    /// <summary>Main groups, subjects and types of case, for which one can be.</summary>
    public IReadOnlyList<Choice> Abouts => rules.Abouts;

    /// <summary>The subjects that can be set.</summary>
    public IReadOnlyList<Choice> Subjects =>
        [.. rules.Subjects.Where(one => RuleForm.Behind("category:", one.Value) is not null).Select(one => one with { Value = RuleForm.Behind("category:", one.Value)! })];

    /// <summary>The areas.</summary>
    public IReadOnlyList<Choice> Areas => rules.Areas;

    /// <summary>How somebody can reach us.</summary>
    public static IReadOnlyList<Choice> Channels => [.. Enum.GetValues<Channel>().Select(channel => new Choice(channel.ToString(), StaffWords.Here.Of(channel)))];

    /// <summary>With what somebody can come.</summary>
    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ResidentKind>().Select(kind => new Choice(kind.ToString(), StaffWords.Here.Of(kind)))];

    /// <summary>How a case can stand while it is open.</summary>
    public static IReadOnlyList<Choice> Stages =>
        [.. Enum.GetValues<CaseStatus>().Where(status => status != CaseStatus.Closed).Select(status => new Choice(status.ToString(), StaffWords.Here.Of(status)))];

    /// <summary>Who may own an object.</summary>
    public IReadOnlyList<Choice> Owners => rules.Owners;

    /// <summary>The teams.</summary>
    public IReadOnlyList<Choice> Teams => [.. ours.Select(Of)];

    /// <summary>The teams with a chat.</summary>
    public IReadOnlyList<Choice> Chats => [.. ours.Where(team => team.ChatWebhook.Length > 0).Select(Of)];

    /// <summary>The statuses, by kind of case.</summary>
    public IReadOnlyList<Choice> Statuses => [.. statuses.Select(one => new Choice(one.Status.Key, NameBook.Of(one.Status), Group: Dutch ? one.TypeNl : one.TypeEn))];

    /// <summary>The texts.</summary>
    public IReadOnlyList<Choice> Texts => [.. texts.Select(text => new Choice(text.Id.Value.ToString(), text.Name))];

    /// <summary>Gets what can be chosen.</summary>
    public async Task Load(Actor reader, CancellationToken cancel)
    {
        await rules.Load(cancel);
        (ours, statuses, texts) = (await teams.All(cancel), await colleagues.Statuses(reader, cancel), await colleagues.Texts(reader, cancel));
    }

    /// <summary>When it looks: "als er 5 dagen niets is gebeurd".</summary>
    public string When(ColleagueDetails details) => Shared["ColleagueWhen." + details.When, details.Days];

    /// <summary>Which cases it is for: "straatverlichting, in Hoofddorp, via Website".</summary>
    public string If(ColleagueDetails details)
    {
        var of = details.If;
        var rule = new RuleView(default, 0, of.Category, of.CaseType, of.Group, of.Area, of.AssetOwner, of.Danger, RuleTime.Always, new Target(null, null, null), null, true);
        var hasRule = of.Category is not null || of.CaseType is not null || of.Group is not null || of.Area is not null || of.AssetOwner is not null || of.Danger is not null;
        var parts = new[]
        {
            hasRule ? rules.If(rule) : null, of.Channel is { } channel ? StaffWords.Here.Of(channel) : null,
            of.Kind is { } kind ? Shared["Colleague.Kind", StaffWords.Here.Of(kind)] : null, of.Stage is { } stage ? Shared["Colleague.Stage", StaffWords.Here.Of(stage)] : null,
            of.FewestAsking > 0 ? Shared["Colleague.Asking", of.FewestAsking] : null, of.CustomerKind is { } customer ? Shared[customer == CustomerKind.Company ? "Colleague.Company" : "Colleague.Person"] : null,
            of.KnownCustomer is { } known ? Shared[known ? "Colleague.Known" : "Colleague.Unknown"] : null, of.Unassigned ? Shared["Colleague.Unassigned"] : null,
            of.Words.Count > 0 ? Shared["Colleague.Words", string.Join("’, ‘", of.Words)] : null, details.SensitiveGroup is { } group ? Shared["Colleague.Group", group] : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? Shared["Rule.Always"] : string.Join(", ", parts);
    }

    /// <summary>What it does: "een taak maken, de behandelaar herinneren".</summary>
    public string Acts(IEnumerable<ColleagueAct> acts) => string.Join(", ", acts.Select(act => Shared.Of(act)));

    /// <summary>How far it is.</summary>
    public string State(ColleagueState state) => Shared.Of(state);

    /// <summary>The look of that.</summary>
    public static Tone ToneOf(ColleagueState state) => state switch
    {
        ColleagueState.On => Tone.Good,
        ColleagueState.Stopped => Tone.Warning,
        _ => Tone.Neutral,
    };

    private static Choice Of(TeamCard team) => new(team.Id.Value.ToString(), team.Name);
}

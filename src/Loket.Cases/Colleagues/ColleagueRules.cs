using Loket.Contacts;
using Loket.Kernel.Text;

namespace Loket.Cases.Colleagues;

/// <summary>A case as a virtual colleague sees it.</summary>
/// <param name="Case">Which.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Type">Key of its type.</param>
/// <param name="Category">Key of its subject.</param>
/// <param name="Group">Key of the main group of that.</param>
/// <param name="Areas">The area with all that hold it, smallest first.</param>
/// <param name="Channel">How who asked first reached us; null where nobody asks any more.</param>
/// <param name="Words">What was asked, in the words of who asked first.</param>
/// <param name="KnownCustomer">Whether we know who that is.</param>
/// <param name="Danger">Whether it cannot wait.</param>
/// <param name="IsPaper">Whether it is a formal paper, or may be one.</param>
/// <param name="SensitiveGroup">The group that alone may know of it; null for no secret.</param>
/// <param name="HasHandler">Whether somebody has it.</param>
/// <param name="WithPartner">Whether a partner has it.</param>
/// <param name="IsClosed">Whether it has ended.</param>
/// <param name="CustomerKind">Whether who asked first is a person or a company; null where we do not know who that is.</param>
/// <param name="Stage">How it stands; null where that is not known of the moment for which it is judged.</param>
/// <param name="Kind">With what who asked first came.</param>
/// <param name="AssetOwner">Who owns the object; null without an object.</param>
/// <param name="Asking">How many people ask for it.</param>
public sealed record ColleagueFacts(
    CaseId Case, string Reference, string Type, string? Category, string? Group, IReadOnlyList<string> Areas, Channel? Channel, string Words, bool KnownCustomer, bool Danger, bool IsPaper,
    string? SensitiveGroup, bool HasHandler, bool WithPartner, bool IsClosed, CustomerKind? CustomerKind, CaseStatus? Stage, ResidentKind? Kind, string? AssetOwner, int Asking);

/// <summary>Why a virtual colleague leaves a case alone, or that it does not.</summary>
public enum ColleagueVerdict
{
    /// <summary>It does something.</summary>
    Fits,

    /// <summary>The case has ended.</summary>
    Closed,

    /// <summary>It is a secret of a group for which this one is not, or no secret where this one is for a group.</summary>
    OtherGroup,

    /// <summary>It is about something else.</summary>
    OtherSubject,

    /// <summary>It is elsewhere.</summary>
    OtherArea,

    /// <summary>It came in another way.</summary>
    OtherChannel,

    /// <summary>None of the words is in it.</summary>
    OtherWords,

    /// <summary>We know who asked, or do not, or it is a company or none.</summary>
    OtherCustomer,

    /// <summary>It stands otherwise, they came with something else, the object is somebody else's, or fewer people ask for it.</summary>
    OtherField,

    /// <summary>It can wait, or cannot.</summary>
    OtherDanger,

    /// <summary>Somebody has it already.</summary>
    Taken,

    /// <summary>Nothing that this one does may be done with the case as it stands.</summary>
    NothingToDo,
}

/// <summary>What a virtual colleague does with a case.</summary>
/// <param name="Verdict">Why not, or that it fits.</param>
/// <param name="Acts">What it does, in order.</param>
public sealed record ColleagueDecision(ColleagueVerdict Verdict, IReadOnlyList<ColleagueAct> Acts)
{
    internal static ColleagueDecision Not(ColleagueVerdict verdict) => new(verdict, []);
}

/// <summary>Whether a case is for a virtual colleague, and what it does with it. Pure.</summary>
/// <remarks>What is or may be a formal paper is decided by people alone: for them a task is made, or they are reminded. What somebody has, or a partner, is neither taken from them nor made about something else.</remarks>
public static class ColleagueRules
{
    private static readonly ColleagueAct[] WithPapers = [ColleagueAct.MakeTask, ColleagueAct.Remind, ColleagueAct.Chat];
    private static readonly ColleagueAct[] Moving = [ColleagueAct.SetSubject, ColleagueAct.Route];

    /// <summary>What it does with this case.</summary>
    /// <param name="details">As it is set up.</param>
    /// <param name="words">Its words, made once and used often; null where it has none.</param>
    /// <param name="facts">The case.</param>
    public static ColleagueDecision Judge(ColleagueDetails details, WordSigns? words, ColleagueFacts facts)
    {
        var of = details.If;
        if (facts.IsClosed) return ColleagueDecision.Not(ColleagueVerdict.Closed);
        if (facts.SensitiveGroup != details.SensitiveGroup) return ColleagueDecision.Not(ColleagueVerdict.OtherGroup);
        if (IsOther(of.Category, facts.Category) || IsOther(of.Group, facts.Group) || IsOther(of.CaseType, facts.Type)) return ColleagueDecision.Not(ColleagueVerdict.OtherSubject);
        if (of.Area is { } area && !facts.Areas.Contains(area)) return ColleagueDecision.Not(ColleagueVerdict.OtherArea);
        if (of.Channel is { } channel && facts.Channel != channel) return ColleagueDecision.Not(ColleagueVerdict.OtherChannel);
        if (of.KnownCustomer is { } known && facts.KnownCustomer != known) return ColleagueDecision.Not(ColleagueVerdict.OtherCustomer);
        if (of.CustomerKind is { } customer && facts.CustomerKind != customer) return ColleagueDecision.Not(ColleagueVerdict.OtherCustomer);
        if (IsOtherField(of, facts)) return ColleagueDecision.Not(ColleagueVerdict.OtherField);
        if (of.Danger is { } danger && facts.Danger != danger) return ColleagueDecision.Not(ColleagueVerdict.OtherDanger);
        if (of.Unassigned && (facts.HasHandler || facts.WithPartner)) return ColleagueDecision.Not(ColleagueVerdict.Taken);
        if (words is not null && !words.In(facts.Words)) return ColleagueDecision.Not(ColleagueVerdict.OtherWords);

        var acts = details.Then.Acts().Where(act => May(act, facts)).ToList();
        return acts.Count == 0 ? ColleagueDecision.Not(ColleagueVerdict.NothingToDo) : new ColleagueDecision(ColleagueVerdict.Fits, acts);
    }

    /// <summary>The words that are looked for; null where any will do.</summary>
    public static WordSigns? WordsOf(ColleagueDetails details) => details.If.Words.Count == 0 ? null : WordSigns.Of(details.If.Words);

    private static bool May(ColleagueAct act, ColleagueFacts facts) =>
        facts.IsPaper ? WithPapers.Contains(act) : !Moving.Contains(act) || facts is { HasHandler: false, WithPartner: false };

    private static bool IsOtherField(ColleagueIf of, ColleagueFacts facts) =>
        (of.Stage is not null && facts.Stage is not null && of.Stage != facts.Stage) || (of.Kind is not null && of.Kind != facts.Kind) || IsOther(of.AssetOwner, facts.AssetOwner) || facts.Asking < of.FewestAsking;

    private static bool IsOther(string? asked, string? stands) => asked is not null && asked != stands;
}

using Loket.Cases.Colleagues;
using Loket.Cases.Handovers;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Messages;
using Loket.Messages.Templates;
using NodaTime;

namespace Loket.Cases.Telling;

/// <summary>What a participant is told of an event: which kind of message, which text, with what filled in.</summary>
/// <param name="Kind">The kind, for which people choose a channel.</param>
/// <param name="Template">The text.</param>
/// <param name="Values">What is filled in, in the reader's language.</param>
public sealed record News(MessageKind Kind, string Template, IReadOnlyDictionary<string, string> Values);

/// <summary>What the words of news may need besides the event itself.</summary>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Zone">In which days are told.</param>
/// <param name="Deadline">The deadline of the case.</param>
/// <param name="Partner">The name of the partner, where one is concerned.</param>
/// <param name="PartnerAnswersBy">Until when the partner may take to answer.</param>
/// <param name="Team">The name of the team.</param>
/// <param name="Result">The result in the reader's language.</param>
/// <param name="Own">The status that the case has of those of its type.</param>
public sealed record NewsContext(
    string Language, DateTimeZone Zone, Instant Now, Instant? Deadline, string? Partner, Instant? PartnerAnswersBy, string? Team, string? Result, StatusType? Own = null)
{
    internal string Day(Instant at) => MessageWords.Day(at, Now, Language);

    internal string Day(LocalDate day) => MessageWords.Day(day, Now.InZone(Zone).Date, Language);
}

/// <summary>Puts events into news for participants. Pure; what is not news gives null.</summary>
public static class ParticipantNews
{
    /// <summary>The news of an event for one participant.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="participant">For whom.</param>
    /// <param name="context">What the words need.</param>
    public static News? Of(ITellsParticipants happened, ParticipantId participant, NewsContext context) => happened switch
    {
        HandoverOffered => new News(MessageKind.Handover, TemplateKeys.HandedOver, Fill(
            ("partner", context.Partner), ("date", context.Day(context.Now)), ("deadline", context.PartnerAnswersBy is { } by ? context.Day(by) : null))),
        HandoverAccepted { PlannedOn: { } day } => new News(MessageKind.StatusChange, TemplateKeys.PartnerPlanned, Fill(
            ("partner", context.Partner), ("planned", context.Day(day)))),
        HandoverAccepted => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.AcceptedBy(context.Partner, context.Language)))),
        HandoverProgressed { PlannedOn: { } day } progress => new News(MessageKind.StatusChange, TemplateKeys.PartnerPlanned, Fill(
            ("partner", context.Partner), ("planned", context.Day(day)), ("explanation", progress.Text))),
        HandoverProgressed { Text: { } text } => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.NewsFrom(context.Partner, context.Language)), ("explanation", text))),
        HandoverCameBack back => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.BackFrom(back.After, context.Partner, context.Team, context.Language)))),
        CaseAnswered answered => OfAnswer(answered.Text, answered.OwnParts?.GetValueOrDefault(participant.Value)),
        CaseAcknowledged => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.Arrived(context.Team, context.Language)), ("deadline", context.Deadline is { } promised && promised > context.Now ? context.Day(promised) : null))),
        CaseAsked asked => new News(MessageKind.Question, TemplateKeys.Question, Fill(("question", asked.Text), ("asker", context.Team))),
        CaseSuspended suspended => new News(MessageKind.TermChanged, TemplateKeys.Suspended, Fill(
            ("until", suspended.Until is { } until ? context.Day(until) : null), ("reason", suspended.Reason))),
        CaseResumed => new News(MessageKind.TermChanged, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.GoingOn(context.Language)), ("deadline", context.Deadline is { } by && by > context.Now ? context.Day(by) : null))),
        CaseMerged => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.GoingOnTogether(context.Language)), ("deadline", context.Deadline is { } all && all > context.Now ? context.Day(all) : null))),
        CaseParted => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.GoingOnAlone(context.Language)), ("deadline", context.Deadline is { } own && own > context.Now ? context.Day(own) : null))),
        CaseSplit { IsNews: true } => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.SplitOff(context.Language)), ("deadline", context.Deadline is { } other && other > context.Now ? context.Day(other) : null))),
        CaseTakenUp => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.Line(CaseStatus.InProgress, null, context.Team, null, null, context.Language, context.Own is { Stage: CaseStatus.InProgress } ? context.Own : null)),
            ("deadline", context.Deadline is { } then && then > context.Now ? context.Day(then) : null))),
        CaseStatusSet { Tells: true } set => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", context.Language == "en" ? set.ResidentsEn : set.ResidentsNl), ("deadline", context.Deadline is { } next && next > context.Now ? context.Day(next) : null))),
        CaseDateMoved moved => new News(MessageKind.TermChanged, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.OtherDate(context.Language)), ("deadline", context.Day(moved.DeadlineAt)))),
        CasePaperMarked marked => ReceivedAs(marked.Paper, marked.ReceivedOn, context),
        CasePaperUnmarked unmarked => new News(MessageKind.StatusChange, TemplateKeys.StatusChange, Fill(
            ("status", StatusWords.NoPaper(unmarked.Paper, unmarked.WasMarked, context.Language)), ("explanation", StatusWords.NoPaperObject(context.Language)),
            ("deadline", context.Deadline is { } until && until > context.Now ? context.Day(until) : null))),
        CaseExtended extended => new News(MessageKind.TermChanged, TemplateKeys.Extended, Fill(
            ("deadline", extended.DeadlineAt is { } at ? context.Day(at) : null), ("was", extended.Was is { } was ? context.Day(was) : null), ("reason", extended.Reason))),
        CaseClosed { Solved: true } closed => new News(MessageKind.Closed, TemplateKeys.ClosedSolved, Fill(
            ("result", closed.Explanation ?? context.Result))),
        CaseClosed closed => new News(MessageKind.Closed, TemplateKeys.ClosedUnsolved, Fill(("reason", closed.Explanation ?? context.Result))),
        CaseReopened reopened => new News(MessageKind.Reopened, TemplateKeys.Reopened, Fill(
            ("reason", reopened.Reason), ("team", context.Team), ("deadline", context.Deadline is { } deadline ? context.Day(deadline) : null))),
        _ => null,
    };

    /// <summary>The receipt of a formal paper: which, on which day it came in, and until when the law gives us.</summary>
    internal static News ReceivedAs(FormalPaper paper, LocalDate receivedOn, NewsContext context) =>
        new(MessageKind.Receipt, TemplateKeys.ReceiptFormal, Fill(
            ("paper", PaperNames.Of(paper, context.Language)), ("received", context.Day(receivedOn)), ("team", context.Team),
            ("deadline", context.Deadline is { } at ? context.Day(at) : null), ("law", PaperNames.LawOf(paper, context.Language))));

    /// <summary>An answer, and what is for this person alone.</summary>
    internal static News OfAnswer(string? text, string? own) => new(MessageKind.Answer, TemplateKeys.Answer, Fill(("answer", text), ("personal", own)));

    internal static Dictionary<string, string> Fill(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrWhiteSpace(value)) filled[name] = value;
        }

        return filled;
    }
}

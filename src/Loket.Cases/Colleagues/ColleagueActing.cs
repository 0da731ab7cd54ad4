using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Messages;
using Loket.Storage;

namespace Loket.Cases.Colleagues;

/// <summary>Does what a virtual colleague does, through the use cases by which staff do the same.</summary>
internal sealed class ColleagueActing(
    AcknowledgeCase acknowledge, ClassifyCase classify, AssignCase assign, SetCaseStatus setStatus, MakeTask makeTask, RemindOfCase remind, AnswerCase answer, AskParticipants ask, PostCase post, ColleagueTexts texts)
{
    /// <summary>Does one thing; null where it was done, now or earlier for the same occasion.</summary>
    public async Task<Failure?> Do(ColleagueAct act, ColleagueCard card, RunColleague run, CancellationToken cancel)
    {
        var key = new RequestKey($"colleague:{card.Id.Value:N}", $"{run.Case.Value:N}:{run.Occasion}:{act}");
        var then = card.Details.Then;
        var change = new CaseChange(key, run.Case, ColleagueActor.Of(card));
        var done = act switch
        {
            ColleagueAct.Acknowledge => await acknowledge.Handle(change, cancel),
            ColleagueAct.SetSubject => await classify.Handle(change, then.Subject!, cancel),
            ColleagueAct.Route => await assign.Handle(change, then.Team!.Value, null, cancel),
            ColleagueAct.SetStatus => await setStatus.Handle(change, then.Status!, cancel),
            ColleagueAct.MakeTask => await makeTask.Handle(change, card.Id, then.Task!, cancel),
            ColleagueAct.Remind => await remind.Handle(change, cancel),
            ColleagueAct.Message => await Answer(change, then.Message!.Value, cancel),
            ColleagueAct.Ask => await Ask(change, then.Ask!.Value, cancel),
            _ => await post.Handle(change, then.Chat!.Value, cancel),
        };
        // The key alone was used: it was done before, and the text would be another by now.
        return done.Failure == StorageFailures.KeyReused ? null : done.Failure;
    }

    private async Task<Result<ChangedCase>> Answer(CaseChange change, TextModuleId id, CancellationToken cancel)
    {
        var text = await texts.For(change.Case, id, MessageKind.Answer, cancel);
        return text.Succeeded ? await answer.Handle(change, text.Value, null, cancel) : text.Failure;
    }

    private async Task<Result<ChangedCase>> Ask(CaseChange change, TextModuleId id, CancellationToken cancel)
    {
        var text = await texts.For(change.Case, id, MessageKind.Question, cancel);
        return text.Succeeded ? await ask.Handle(change, text.Value, cancel) : text.Failure;
    }
}

using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Cases.Register;
using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>Ends a matter in one of the ways there are, inside the transaction of a use case.</summary>
public sealed class MatterEndings(CaseRegister cases, FindSimilar similar)
{
    // Nobody reads along, so only what anybody may know counts, and no person is looked for.
    private static readonly Actor Anybody = new(Who.System with { Kind = WhoKind.Resident }, [Right.SeeCases], [], []);

    // Below this a likeness is worth showing, not worth letting the resident wait for.
    private const double Likely = 0.5;

    internal async Task<Result<MatterReceipt>> End(
        Work work, RegisteredMatter matter, MatterEnding ending, Actor by, CancellationToken cancel)
    {
        var reference = matter.Reference.ToString();
        // Of two who report one object at the same moment neither would find the other's case: the second waits, and then looks.
        if (ending is MatterEnding.NewCase or MatterEnding.ByItself && matter.Matter is { FormalPaper: null, Place.Asset: { } asset }) await work.WaitTurn("object:" + asset, cancel);
        switch (ending)
        {
            case MatterEnding.Answered { Danger: true } or MatterEnding.Forward { Danger: true } or MatterEnding.CallBack { Danger: true } or MatterEnding.CallBackAgain { Danger: true }:
                return IntakeFailures.DangerNeedsCase;

            case MatterEnding.Answered answered:
                var answer = StaffText.Optional(answered.Answer, "Answer");
                return answer.Succeeded ? await OnTheSpot(work, matter, Outcome.Answered, answer.Value, null, by, cancel) : answer.Failure;

            case MatterEnding.Forward forward:
                if (string.IsNullOrWhiteSpace(forward.Body)) return IntakeFailures.BodyMissing;
                if (await PartnerDirectory.Reachable(work.Db, forward.Body.Trim(), cancel) is not { } body) return IntakeFailures.BodyUnknown;
                return await OnTheSpot(work, matter, Outcome.Forwarded, body.Name, body.Id, by, cancel);

            // What is or may be a formal paper has its case, with its term, whatever was promised about it.
            case MatterEnding.CallBack or MatterEnding.CallBackAgain when (matter.Matter.FormalPaper ?? matter.Matter.ProposedPaper) is not null:
                return await WithCase(work, matter, ending, by, cancel);

            case MatterEnding.CallBack callBack:
                return (await cases.EndWithCallback(work, matter.Id, callBack.Asked, by, cancel)).Then(_ => new MatterReceipt(matter.Id, reference, Outcome.Callback));

            case MatterEnding.CallBackAgain again:
                return (await cases.EndWithCallback(work, matter.Id, again.Callback, again.Window, again.Owner, by, cancel)).Then(_ => new MatterReceipt(matter.Id, reference, Outcome.Callback));

            // Whoever chose this did not see what it may be: nobody joins it until somebody has decided.
            case MatterEnding.Join { Danger: var danger } when matter.Matter.ProposedPaper is not null:
                return (await cases.Open(work, matter.Id, danger, by, cancel)).Then(opened => Opened(matter, opened, null, by));

            case MatterEnding.Join join:
                return (await cases.Join(work, join.Case, matter.Id, byItself: false, by, cancel, join.Danger)).Then(joined => Joined(matter, joined, by));

            case MatterEnding.NewCase fresh:
                return (await cases.Open(work, matter.Id, fresh.Danger, by, cancel)).Then(opened => Opened(matter, opened, null, by));

            case MatterEnding.ByItself:
                return await ByItself(work, matter, by, cancel);

            default:
                throw new InvalidOperationException("An ending of no known kind.");
        }
    }

    // The resident was told that they are called, and when: so they are, about the case.
    private async Task<Result<MatterReceipt>> WithCase(Work work, RegisteredMatter matter, MatterEnding ending, Actor by, CancellationToken cancel)
    {
        var opened = await cases.Open(work, matter.Id, danger: false, by, cancel);
        if (!opened.Succeeded) return opened.Failure;
        var called = ending switch
        {
            MatterEnding.CallBack callBack => await cases.CallBackAbout(work, matter.Id, opened.Value.Id, callBack.Asked, by, cancel),
            MatterEnding.CallBackAgain again => await cases.CallBackAbout(work, matter.Id, again.Callback, again.Window, again.Owner, by, cancel),
            _ => throw new InvalidOperationException("An ending without a callback."),
        };
        return called.Then(_ => Opened(matter, opened.Value, null, by));
    }

    // What may be a formal paper waits for a person all the same; that it was answered, or to whom it should go, is told to whoever decides.
    private async Task<Result<MatterReceipt>> OnTheSpot(
        Work work, RegisteredMatter matter, Outcome outcome, string text, PartnerId? body, Actor by, CancellationToken cancel)
    {
        if (matter.Matter.ProposedPaper is not null)
        {
            var opened = await cases.Open(work, matter.Id, danger: false, by, cancel);
            if (opened.Succeeded) await CaseRegister.NoteTaken(work, opened.Value.Id, outcome, text, by, cancel);
            return opened.Then(made => Opened(matter, made, null, by));
        }

        return await cases.EndWithout(work, matter.Id, outcome, text, by, cancel, body) is { } failure ? failure : new MatterReceipt(matter.Id, matter.Reference.ToString(), outcome);
    }

    private async Task<Result<MatterReceipt>> ByItself(Work work, RegisteredMatter matter, Actor by, CancellationToken cancel)
    {
        var told = matter.Matter;
        var danger = await DangerWords.In(work.Db, told.Category, $"{told.Subject}\n{told.Text}", cancel);
        Match? best = null;
        // A person decides what only words say; no paper is ever joined, so no likely one either.
        if (told is { FormalPaper: null, ProposedPaper: null })
        {
            var matches = await similar.Within(
                work.Db, new FindSimilar.Request(Anybody, told.Subject, told.Category, told.Place, null, danger), work.Now, cancel);
            best = matches.FirstOrDefault(match => match.Case.Category is null || match.Certain || !danger);
            // An idea about a lamp is not the report that it is out, however much the words are alike.
            if (best is { Certain: true } && told.Kind is null or ResidentKind.Report)
                return (await cases.Join(work, best.Case.Id, matter.Id, byItself: true, Actor.System, cancel)).Then(joined => Joined(matter, joined, by));
        }

        return (await cases.Open(work, matter.Id, danger, by, cancel, ReasonToLook(told, best))).Then(opened => Opened(matter, opened, best?.Case.Id, by));
    }

    private static TriageReason? ReasonToLook(NewMatter matter, Match? best) =>
        matter.FormalPaper is null && (matter.Kind is ResidentKind.Idea || (matter.Kind is ResidentKind.Question && matter.Place?.Asset is not null)) ? TriageReason.NotAReport
        : best is { Score: >= Likely } && (best.Case.Category == matter.Category || best.Reason is RepeatReason.SameObjectOtherSubject) ? TriageReason.LooksKnown
        : null;

    private static MatterReceipt Joined(RegisteredMatter matter, RegisteredCase joined, Actor by) => new(
        matter.Id, matter.Reference.ToString(), Outcome.Joined, joined.Id, NumberFor(by, joined), joined.Participants, joined.Reopened);

    private static MatterReceipt Opened(RegisteredMatter matter, RegisteredCase opened, CaseId? recognised, Actor by) => new(
        matter.Id, matter.Reference.ToString(), Outcome.NewCase, opened.Id, NumberFor(by, opened), 1, Recognised: recognised);

    // Who took it tells the resident the reference of the matter; the number of the case is for those who may know of it.
    private static string? NumberFor(Actor by, RegisteredCase made) => made.IsKnownTo(by) ? made.Reference : null;
}

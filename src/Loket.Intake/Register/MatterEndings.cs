using Loket.Cases;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Intake.Papers;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>Ends a matter in one of the ways there are, inside the transaction of a use case.</summary>
public sealed class MatterEndings(Matters matters, CaseRegister cases, FindSimilar similar)
{
    // Below this a likeness is worth showing, not worth letting the resident wait for.
    private const double Likely = 0.5;

    internal async Task<Result<MatterReceipt>> End(
        Work work, RegisteredMatter matter, MatterEnding ending, Actor by, CancellationToken cancel)
    {
        var reference = matter.Reference.ToString();
        switch (ending)
        {
            case MatterEnding.Answered answered:
                return await matters.End(work, matter.Id, Outcome.Answered, null, answered.Answer, by, cancel) is { } unanswered
                    ? unanswered : new MatterReceipt(matter.Id, reference, Outcome.Answered);

            case MatterEnding.Forward forward:
                if (string.IsNullOrWhiteSpace(forward.Body)) return IntakeFailures.BodyMissing;
                if (await matters.End(work, matter.Id, Outcome.Forwarded, null, forward.Body.Trim(), by, cancel) is { } unforwarded) return unforwarded;
                return new MatterReceipt(matter.Id, reference, Outcome.Forwarded);

            case MatterEnding.Join join:
                return (await cases.Join(work, join.Case, matter.Id, byItself: false, by, cancel)).Then(joined => Joined(matter, joined));

            case MatterEnding.NewCase fresh:
                return (await cases.Open(work, matter.Id, fresh.Danger || DangerWords.In(matter.Matter.Subject, matter.Matter.Text), by, cancel))
                    .Then(opened => Opened(matter, opened, null));

            case MatterEnding.ByItself:
                return await ByItself(work, matter, by, cancel);

            default:
                throw new InvalidOperationException("An ending of no known kind.");
        }
    }

    private async Task<Result<MatterReceipt>> ByItself(Work work, RegisteredMatter matter, Actor by, CancellationToken cancel)
    {
        var danger = DangerWords.In(matter.Matter.Subject, matter.Matter.Text);
        Match? best = null;
        if (matter.Matter.FormalPaper is null)
        {
            // Nobody reads along, so only what anybody may know counts: same object, same subject. No person is looked for.
            var matches = await similar.Within(
                work.Db, new FindSimilar.Request(Actor.System, matter.Matter.Subject, matter.Matter.Category, matter.Matter.Place, null, danger), work.Now, cancel);
            best = matches.FirstOrDefault(match => match.Case.Category is null || match.Certain || !danger);
            if (best is { Certain: true })
                return (await cases.Join(work, best.Case.Id, matter.Id, byItself: true, Actor.System, cancel)).Then(joined => Joined(matter, joined));
        }

        var looksKnown = best is { Score: >= Likely } && best.Case.Category == matter.Matter.Category;
        return (await cases.Open(work, matter.Id, danger, by, cancel, looksKnown)).Then(opened => Opened(matter, opened, best?.Case.Id));
    }

    private static MatterReceipt Joined(RegisteredMatter matter, RegisteredCase joined) =>
        new(matter.Id, matter.Reference.ToString(), Outcome.Joined, joined.Id, joined.Reference, joined.Participants, joined.Reopened);

    private static MatterReceipt Opened(RegisteredMatter matter, RegisteredCase opened, CaseId? recognised) =>
        new(matter.Id, matter.Reference.ToString(), Outcome.NewCase, opened.Id, opened.Reference, 1, Recognised: recognised);
}

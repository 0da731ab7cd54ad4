using NodaTime;

namespace Loket.Demo.Town;

/// <summary>What happens to a formal paper: receipt, now and then an extension, a decision in time or late.</summary>
internal sealed class FormalCourse(WorkDays work, Instant until)
{
    private const double Late = 8;

    public (StoryCase Case, List<StoryEvent> Events) Of(FormalPaper paper, PaperPhrases phrases, string subject, Instant opened, Dice dice)
    {
        var deadline = work.Deadline(opened, paper.Term);
        var decided = work.After(opened + ((deadline - opened) * (dice.Percent(Late) ? dice.Fraction(1.02, 1.4) : dice.Fraction(0.35, 0.97))), 0);
        var events = new List<StoryEvent>
        {
            new(opened, StoryEventKind.Opened, Contact: 0),
            new(work.After(opened, 0.2), StoryEventKind.Placed, paper.Owner),
            new(work.After(opened, 0.5), StoryEventKind.Answered, Text: "Ontvangstbevestiging met datum gestuurd."),
        };
        if (paper.Extension is { } extension && dice.Percent(18))
        {
            events.Add(new(work.After(opened + ((deadline - opened) * 0.8), 0), StoryEventKind.Extended, paper.Owner, "Er is meer tijd nodig om dit goed te beoordelen."));
            decided = work.After(deadline + ((work.Deadline(deadline, extension) - deadline) * dice.Fraction(0.2, 0.9)), 0);
        }

        var isGranted = dice.Percent(45);
        var result = dice.Pick(isGranted ? phrases.Granted : phrases.Refused);
        events.Add(new(decided, StoryEventKind.Answered, Text: result));
        events.Add(new(decided, StoryEventKind.Closed, Text: result, IsSolved: true));
        events.RemoveAll(each => each.At >= until);
        return (new(subject, paper.Owner, IsDanger: false, StartedInTriage: false, deadline, decided >= until ? null : decided, decided >= until ? CaseEnd.Open : CaseEnd.Solved), events);
    }
}

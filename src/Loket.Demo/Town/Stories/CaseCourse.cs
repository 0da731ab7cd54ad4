using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Demo.Town;

/// <summary>What happens to a case after it was opened: placed, handed over, answered, closed in time or late, reopened, chased, escalated.</summary>
internal sealed class CaseCourse(WorkDays work, StaffPicker staff, Instant until)
{
    // Of a hundred cases so many pass their norm; those with a partner more often.
    private const double LateWithTeam = 13;
    private const double LateWithPartner = 23;

    // Of a hundred cases that are closed so many are not solved.
    private const double NotSolved = 24;   // of those that can be: not every matter can end so
    private static readonly Duration ReopenWindow = Duration.FromDays(30);
    private static readonly string[] Refusals = ["Dit object is niet van ons.", "Deze kabel is niet van ons.", "Dit valt buiten ons gebied.", "Hiervoor hebben wij een ander nummer nodig."];

    /// <summary>What is known of the case beforehand.</summary>
    internal sealed record Brief(string Subject, string Owner, Norm Norm, bool IsDanger, bool StartsInTriage, IReadOnlyList<string> Solved, IReadOnlyList<string> Unsolved, bool IsLamp);

    /// <param name="repeats">The moments of the contacts after the first, in order.</param>
    public (StoryCase Case, List<StoryEvent> Events) Of(Brief brief, Instant opened, IReadOnlyList<Instant> repeats, Dice dice)
    {
        var events = new List<StoryEvent>(10) { new(opened, StoryEventKind.Opened, Contact: 0) };
        var norm = brief.IsDanger ? Norm.WorkingHours(2) : brief.Norm;
        var deadline = work.Deadline(opened, norm);
        var isPartner = Partners.Find(brief.Owner) is not null;
        var closed = Closing(opened, deadline, isPartner, brief.IsDanger, dice);
        var solved = brief.Unsolved.Count == 0 || !dice.Percent(NotSolved);

        var firstClosed = closed;
        var reopens = false;
        // A repeat finds the case open, or closed so short ago that it opens again.
        if (repeats.Count > 0 && repeats[^1] > closed)
        {
            reopens = repeats[^1] - closed < ReopenWindow && dice.Percent(40);
            closed = work.After(repeats[^1], dice.Fraction(0.6, 4));
        }

        var isCable = solved && brief.IsLamp && brief.Owner == PartnerKeys.StreetLightContractor && !brief.IsDanger && dice.Percent(9);
        Place(brief, opened, isPartner, isCable, deadline, closed, firstClosed, dice, events);
        if (reopens)
        {
            events.Add(new(firstClosed, StoryEventKind.Closed, Text: dice.Pick(brief.Solved), IsSolved: true));
            events.Add(new(repeats.First(repeat => repeat > firstClosed), StoryEventKind.Reopened));
        }

        for (var i = 0; i < repeats.Count; i++) events.Add(new(repeats[i], StoryEventKind.Joined, Contact: i + 1));
        if (repeats.Count >= 2) events.Add(new(repeats[1], StoryEventKind.Escalated, TeamKeys.Triage, "Derde contact over deze zaak."));
        if (closed > deadline && !brief.IsDanger) events.Add(new(deadline, StoryEventKind.Escalated, brief.Owner, "De uiterste datum is voorbij."));

        var result = isCable ? "De netbeheerder heeft de kabel hersteld. De lamp brandt weer." : dice.Pick(solved ? brief.Solved : brief.Unsolved);
        events.Add(new(closed, StoryEventKind.Answered, Text: result));
        events.Add(new(closed, StoryEventKind.Closed, Text: result, IsSolved: solved));

        events.RemoveAll(each => each.At >= until);
        var end = closed >= until ? CaseEnd.Open : solved ? CaseEnd.Solved : CaseEnd.ClosedUnsolved;
        return (new(brief.Subject, brief.StartsInTriage ? TeamKeys.Triage : brief.Owner, brief.IsDanger, brief.StartsInTriage, deadline, closed >= until ? null : closed, end), [.. events.OrderBy(each => each.At)]);
    }

    private Instant Closing(Instant opened, Instant deadline, bool isPartner, bool isDanger, Dice dice)
    {
        if (isDanger) return opened + Duration.FromMinutes(dice.Between(35, dice.Percent(90) ? 115 : 400));

        // Late is up to twice the norm.
        var part = dice.Percent(isPartner ? LateWithPartner : LateWithTeam) ? dice.Fraction(1.05, 2.1) : dice.Fraction(0.06, 0.95);
        return work.After(opened + ((deadline - opened) * part), dice.Fraction(0, 0.2));
    }

    private void Place(Brief brief, Instant opened, bool isPartner, bool isCable, Instant deadline, Instant closed, Instant firstClosed, Dice dice, List<StoryEvent> events)
    {
        var at = opened;
        if (brief.IsDanger && !work.IsWorking(opened)) Page(opened, closed, dice, events);
        if (brief.StartsInTriage)
        {
            events.Add(new(at, StoryEventKind.Placed, TeamKeys.Triage));
            at = Before(work.After(opened, dice.Fraction(0.05, 0.6)), opened, firstClosed);
        }

        // What is planned keeps the promise, whatever comes of it.
        var planned = WorkDays.DayOf(Instant.Min(closed, deadline));
        if (isPartner) HandOver(brief, at, isCable, planned, closed, dice, events);
        else WithTeam(brief, at, planned, Instant.Min(firstClosed, deadline), dice, events);
    }

    private void Page(Instant opened, Instant closed, Dice dice, List<StoryEvent> events)
    {
        var turn = dice.Below(100);
        events.Add(new(opened, StoryEventKind.Paged, staff.OnCall(turn)));
        var answers = opened + Duration.FromMinutes(dice.Between(1, 6));
        if (dice.Percent(12))
        {
            answers = opened + Duration.FromMinutes(10);
            events.Add(new(answers, StoryEventKind.Paged, staff.OnCall(++turn)));
            answers += Duration.FromMinutes(2);
        }

        events.Add(new(Before(answers, opened, closed), StoryEventKind.Acknowledged, staff.OnCall(turn)));
    }

    private void WithTeam(Brief brief, Instant at, LocalDate planned, Instant inTime, Dice dice, List<StoryEvent> events)
    {
        events.Add(new(at, StoryEventKind.Placed, brief.Owner));
        if (brief.IsDanger) return;
        if (dice.Percent(30)) events.Add(new(Part(0.3, at, inTime, dice), StoryEventKind.Progress, brief.Owner, "Ingepland.", Planned: planned));
        if (!dice.Percent(6)) return;
        var suspended = Part(0.4, at, inTime, dice);
        events.Add(new(suspended, StoryEventKind.Suspended, brief.Owner, "Wij hebben u om meer informatie gevraagd."));
        // Both may fall in one weekend: on Monday the second still follows the first.
        events.Add(new(Instant.Max(suspended, Part(0.7, at, inTime, dice)), StoryEventKind.Resumed, brief.Owner, "De informatie is binnen."));
    }

    private void HandOver(Brief brief, Instant at, bool isCable, LocalDate planned, Instant closed, Dice dice, List<StoryEvent> events)
    {
        events.Add(new(at, StoryEventKind.HandedOver, brief.Owner));
        if (brief.IsDanger)
        {
            events.Add(new(at + ((closed - at) * 0.1), StoryEventKind.Accepted, brief.Owner));
            events.Add(new(at + ((closed - at) * 0.95), StoryEventKind.ReportedDone, brief.Owner));
            return;
        }

        var step = at;
        Instant Next(double part) => step = Instant.Max(step, Part(part, at, closed, dice));

        var answersAfter = dice.Fraction(0.08, 0.3);
        if (!isCable && dice.Percent(5))
        {
            // Refused: back to a person, who finds the right owner.
            events.Add(new(Next(answersAfter), StoryEventKind.Refused, brief.Owner, dice.Pick(Refusals)));
            events.Add(new(step, StoryEventKind.Placed, TeamKeys.Triage));
            events.Add(new(Next(0.45), StoryEventKind.Placed, brief.IsLamp ? TeamKeys.Lighting : TeamKeys.PublicSpace));
            return;
        }

        var norm = Partners.Find(brief.Owner)!.ResponseNorm;
        for (var chased = work.Deadline(at, norm); chased < at + ((closed - at) * 0.5) && dice.Percent(45); chased = work.Deadline(chased, norm))
        {
            events.Add(new(chased, StoryEventKind.Chased, brief.Owner));
            answersAfter = 0.6;
        }

        events.Add(new(Next(answersAfter), StoryEventKind.Accepted, brief.Owner, Planned: planned));
        if (isCable)
        {
            events.Add(new(Next(0.62), StoryEventKind.Progress, brief.Owner, "De lamp is goed. De oorzaak zit in de kabel van de netbeheerder."));
            events.Add(new(Next(0.65), StoryEventKind.HandedOver, PartnerKeys.GridOperator));
            events.Add(new(Next(0.75), StoryEventKind.Accepted, PartnerKeys.GridOperator, Planned: planned));
        }

        events.Add(new(Next(0.97), StoryEventKind.ReportedDone, isCable ? PartnerKeys.GridOperator : brief.Owner));
    }

    // A moment on the way from one to the other, in working time.
    private Instant Part(double part, Instant from, Instant to, Dice dice)
    {
        var at = from + ((to - from) * part);
        return work.IsWorking(at) ? at : Instant.Min(work.After(at, dice.Fraction(0.01, 0.25)), to);
    }

    private static Instant Before(Instant at, Instant otherwise, Instant to) => at < to ? at : otherwise;
}

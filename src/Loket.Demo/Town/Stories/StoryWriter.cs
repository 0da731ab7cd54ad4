using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Demo.Town;

/// <summary>Writes one story down, contact by contact and step by step.</summary>
internal sealed class StoryWriter(StoryBook book, string name, Category? category, FormalPaper? paper)
{
    private readonly List<StoryContact> _contacts = [];
    private readonly List<StoryEvent> _events = [];
    private bool _isDanger = category?.IsDanger ?? false;

    /// <summary>Somebody makes contact; the first opens the case unless it is answered, the others join it.</summary>
    public StoryWriter Contact(Instant at, Channel channel, Customer? by, string subject, string text, StoryPlace? place = null)
    {
        var dice = new Dice(book.Town.Seed, kind: 6, (ulong)at.ToUnixTimeSeconds());
        var (takenBy, desk) = book.Staff.For(channel, place?.Street.Village ?? by?.Home.Street.Village ?? "hoofddorp", dice);
        _contacts.Add(new(at, channel, by, subject, text, by?.Language ?? "nl", place, takenBy, desk));
        if (_contacts.Count > 1) _events.Add(new(at, StoryEventKind.Joined, Contact: _contacts.Count - 1));
        return this;
    }

    public StoryWriter Then(Instant at, StoryEventKind kind, string? party = null, string? text = null, LocalDate? planned = null)
    {
        _events.Add(new(at, kind, party, text, Planned: planned));
        return this;
    }

    public StoryWriter Danger()
    {
        _isDanger = true;
        return this;
    }

    /// <summary>Everybody gets the answer and the case is closed.</summary>
    public StoryWriter Closed(Instant at, string text, bool isSolved = true)
    {
        _events.Add(new(at, StoryEventKind.Answered, Text: text));
        _events.Add(new(at, StoryEventKind.Closed, Text: text, IsSolved: isSolved));
        return this;
    }

    /// <summary>No case was needed.</summary>
    public Story AnsweredDirectly(Instant at, string text) => new(name, category, paper, _contacts, null,
        [new(at, StoryEventKind.AnsweredDirectly, _contacts[0].TakenBy, text, Contact: 0)]);

    public Story End()
    {
        var opened = _contacts[0].At;
        List<StoryEvent> events = [new(opened, StoryEventKind.Opened, Contact: 0), .. _events.OrderBy(each => each.At)];
        var last = events.FindLast(each => each.Kind is StoryEventKind.Closed or StoryEventKind.Reopened);
        var closing = last?.Kind is StoryEventKind.Closed ? last : null;
        var owner = events.First(each => each.Kind is StoryEventKind.Placed or StoryEventKind.HandedOver).Party!;
        var norm = _isDanger ? Norm.WorkingHours(2) : paper?.Term ?? category!.Norm;
        var end = closing is null ? CaseEnd.Open : closing.IsSolved == true ? CaseEnd.Solved : CaseEnd.ClosedUnsolved;
        return new(name, category, paper, _contacts,
            new(_contacts[0].Subject, owner, _isDanger, owner == TeamKeys.Triage, book.Work.Deadline(opened, norm), closing?.At, end), events);
    }
}

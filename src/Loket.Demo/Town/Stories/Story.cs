using NodaTime;

namespace Loket.Demo.Town;

/// <summary>How a case stands at the end of the story.</summary>
public enum CaseEnd
{
    Open,
    Solved,
    ClosedUnsolved,
}

/// <summary>What must be done.</summary>
/// <param name="Owner">Key of the team or partner that it was placed with first.</param>
/// <param name="Deadline">The end of the norm or statutory term, without suspensions and extensions.</param>
public sealed record StoryCase(string Subject, string Owner, bool IsDanger, bool StartedInTriage, Instant Deadline, Instant? ClosedAt, CaseEnd End)
{
    /// <summary>Closed after the deadline, or still open after it.</summary>
    public bool IsLate(Instant at) => (ClosedAt ?? at) > Deadline;
}

/// <summary>What one person wanted, or several wanted together, from the first contact to the end.</summary>
/// <param name="Name">For a story that is told in every demo: "lamp-post".</param>
/// <param name="Category">What it is about; nothing for a formal paper.</param>
/// <param name="Paper">The formal paper that it is, if it is one.</param>
/// <param name="Contacts">At least one, in order of time.</param>
/// <param name="Case">Nothing when the contact was answered or forwarded on the spot.</param>
/// <param name="Events">In order of time.</param>
public sealed record Story(string? Name, Category? Category, FormalPaper? Paper, IReadOnlyList<StoryContact> Contacts, StoryCase? Case, IReadOnlyList<StoryEvent> Events)
{
    /// <summary>The moment of the first contact.</summary>
    public Instant At => Contacts[0].At;

    /// <summary>Of the category or the paper.</summary>
    public Confidentiality Confidentiality => Paper?.Confidentiality ?? Category!.Confidentiality;
}

using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>How a callback request ended.</summary>
public enum CallbackOutcome
{
    /// <summary>They were spoken to.</summary>
    Spoken,

    /// <summary>They could not be reached, often enough.</summary>
    Unreachable,

    /// <summary>They no longer want to be called.</summary>
    Withdrawn,

    /// <summary>It was settled in another way.</summary>
    NotNeeded,

    /// <summary>It was made by mistake; whoever made it took it back.</summary>
    Undone,

    /// <summary>They have died.</summary>
    Died,
}

/// <summary>How an attempt went.</summary>
public enum AttemptResult
{
    /// <summary>They were spoken to; that ends it.</summary>
    Reached,

    /// <summary>Nobody answered, or somebody else did.</summary>
    NotReached,

    /// <summary>A message was left on their voicemail.</summary>
    Voicemail,

    /// <summary>The number is not theirs.</summary>
    WrongNumber,
}

/// <summary>Somebody must be called back: by whom, in which stretch of time, and how that goes (row A6). It is always some team's, and cannot end without outcome.</summary>
internal sealed class CallbackRequest : Storage.Model.IVersioned
{
    /// <summary>How often somebody is called before they count as not to be reached.</summary>
    public const int FewestAttempts = 3;

    public required CallbackId Id { get; init; }

    public int Version { get; private set; }

    /// <summary>That of the matter by which it was made; residents say it, and it stands in the address.</summary>
    public required string Reference { get; init; }

    public CustomerId? Customer { get; init; }

    [Personal("calling back", "case")]
    public string? Name { get; init; }

    /// <summary>In E.164.</summary>
    [Personal("calling back", "case")]
    public required string Phone { get; set; }

    /// <summary>Whether the number that they gave proved to be somebody else's: they are reached at this one, and nowhere at that.</summary>
    public bool IsPhoneCorrected { get; private set; }

    /// <summary>What they want to be called about.</summary>
    [Personal("calling back", "case")]
    public required string About { get; init; }

    /// <summary>The group whose people alone may know that it exists, by what it is about.</summary>
    public string? SensitiveGroup { get; private set; }

    /// <summary>The case that it is about, where it is about one.</summary>
    public CaseId? CaseId { get; init; }

    public StaffId? MadeBy { get; init; }

    public required Instant MadeAt { get; init; }

    public TeamId Team { get; private set; }

    /// <summary>When this team got it.</summary>
    public Instant TeamSince { get; private set; }

    public StaffId? Owner { get; private set; }

    /// <summary>When it was given to who calls; null as long as that is nobody.</summary>
    public Instant? GivenAt { get; private set; }

    /// <summary>From when they are called; what was promised.</summary>
    public Instant FromAt { get; private set; }

    public Instant UntilAt { get; private set; }

    /// <summary>By when lists are sorted: the end of the promise, sooner by half a day for each time that they called again.</summary>
    public Instant SortAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>How often they called again since.</summary>
    public int Raised { get; private set; }

    /// <summary>Whether the first attempt came before the end of what was promised; null before it.</summary>
    public bool? InTime { get; private set; }

    /// <summary>The steps of its watch that fired, for the promise that stands.</summary>
    public int Step { get; private set; }

    public Instant? EndedAt { get; private set; }

    public CallbackOutcome? Outcome { get; private set; }

    /// <summary>What was said, or why it ended.</summary>
    [Personal("calling back", "case")]
    public string? Report { get; private set; }

    /// <summary>The contacts in which it was asked, first and again.</summary>
    public List<CallbackAsk> Asks { get; } = [];

    public bool IsEnded => EndedAt is not null;

    /// <summary>Whether the next attempt, when it is in vain too, is enough to give up.</summary>
    public bool NextMayBeLast => Attempts + 1 >= FewestAttempts;

    public CallWindow Window => new(FromAt, UntilAt);

    public void PlaceWith(TeamId team, StaffId? owner, Instant at)
    {
        TeamSince = team == Team ? TeamSince : at;
        GivenAt = owner is null ? null : owner == Owner ? GivenAt : at;
        (Team, Owner) = (team, owner);
    }

    /// <summary>What it is about became a secret of this group, or is none any more.</summary>
    public void Regroup(string? group) => SensitiveGroup = group;

    /// <summary>Promises a stretch of time; the watch over it begins anew.</summary>
    public void Promise(CallWindow window)
    {
        (FromAt, UntilAt, Step) = (window.From, window.Until, 0);
        Sort();
    }

    /// <summary>Another stretch instead of the one that stood; one that passed without an attempt was not kept, whatever is promised now.</summary>
    public void Move(CallWindow window, Instant at)
    {
        if (at > UntilAt) InTime ??= false;
        Promise(window);
    }

    /// <summary>Another number for the next attempt; for a wrong one, or beside one that is theirs.</summary>
    public void CallAt(string phone, bool wasWrong)
    {
        Phone = phone;
        IsPhoneCorrected |= wasWrong;
    }

    /// <summary>They called again.</summary>
    public void Raise(int times)
    {
        Raised = times;
        Sort();
    }

    public void Try(Instant at)
    {
        Attempts++;
        InTime ??= at <= UntilAt;
    }

    /// <summary>It ends; when the promise passed without an attempt it was not kept, however it ends. What was made by mistake promised nothing.</summary>
    public void End(CallbackOutcome outcome, string? report, Instant at)
    {
        if (at > UntilAt && outcome != CallbackOutcome.Undone) InTime ??= false;
        (Outcome, Report, EndedAt) = (outcome, report, at);
    }

    private void Sort() => SortAt = UntilAt - Duration.FromHours(12) * Raised;
}

/// <summary>A contact in which somebody asked to be called.</summary>
internal sealed class CallbackAsk
{
    public required MatterId Matter { get; init; }

    public required CallbackId Callback { get; init; }

    public required ContactId Contact { get; init; }

    public required Instant At { get; init; }
}

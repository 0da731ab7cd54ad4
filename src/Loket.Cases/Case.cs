using Loket.Cases.Keeping;
using Loket.Cases.Participants;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Places;
using Loket.Storage.Model;
using NodaTime;

namespace Loket.Cases;

/// <summary>What must be done, for everyone who asked for it.</summary>
internal sealed class Case : IVersioned
{
    /// <summary>The result of a case whose making was undone; none of its type's.</summary>
    private const string Undone = "undone";

    /// <summary>The result of a case that goes on as part of another; none of its type's.</summary>
    private const string Merged = "merged";

    // How much sooner than its deadline a case comes for each time that residents were too many.
    private static readonly Duration Sooner = Duration.FromDays(7);

    private static readonly Instant Last = Instant.FromUtc(9999, 12, 31, 0, 0);

    public required CaseId Id { get; init; }

    public int Version { get; private set; }

    /// <summary>Its own number, for staff and partners; residents use the reference of their own contact.</summary>
    public required string Reference { get; init; }

    public required string Type { get; set; }

    /// <summary>The version of its type that was live when it was opened, or when its subject was last chosen; a version that goes live later changes nothing of it.</summary>
    public int TypeVersion { get; private set; }

    public string? Category { get; set; }

    public Confidentiality Confidentiality { get; private set; }

    public string? SensitiveGroup { get; private set; }

    [Personal("answering", "case")]
    public required string Subject { get; set; }

    public required Place Place { get; set; }

    /// <summary>The grid cell of the place, for finding what is near.</summary>
    public long? Cell { get; set; }

    /// <summary>Cannot wait for office hours.</summary>
    public bool Danger { get; private set; }

    /// <summary>The formal paper that it may be by its words alone; null where there is none, or somebody has decided.</summary>
    public FormalPaper? ProposedPaper { get; private set; }

    public CaseStatus Status { get; private set; }

    /// <summary>Key of the status of its type that was set last; it counts as long as the case is in the stage of that status.</summary>
    public string? StatusKey { get; private set; }

    public required Instant OpenedAt { get; init; }

    /// <summary>The team that must act; null while it is in triage or with a partner that no team watches.</summary>
    public TeamId? Team { get; private set; }

    /// <summary>Since when the team has it.</summary>
    public Instant? TeamSince { get; private set; }

    public StaffId? Handler { get; private set; }

    /// <summary>When somebody else gave it to the handler; null for who took it.</summary>
    public Instant? GivenAt { get; private set; }

    /// <summary>The partner that must act.</summary>
    public PartnerId? Partner { get; private set; }

    /// <summary>Why nobody was found to act; null outside triage.</summary>
    public TriageReason? TriageReason { get; private set; }

    /// <summary>The time promised when its clock was last started or its subject last chosen; a type that is changed later changes no promise.</summary>
    public NormKind NormKind { get; private set; }

    public int NormAmount { get; private set; }

    public Norm Norm => new(NormKind, NormAmount);

    /// <summary>From when the norm is counted: when the case was made, or last opened again.</summary>
    public Instant ClockStartedAt { get; private set; }

    /// <summary>The last moment in time. While the clock stands still: the moment if it runs again on the day foreseen.</summary>
    public Instant? DeadlineAt { get; private set; }

    /// <summary>For sorting, which has no nulls: the deadline, a week sooner for each step of <see cref="Urgency"/>.</summary>
    public Instant SortAt { get; private set; } = Last;

    /// <summary>How the deadline came about, as JSON steps.</summary>
    [NotPersonal("how a date was counted")]
    public string? DeadlineSteps { get; private set; }

    /// <summary>Since when this deadline stands; the warning is counted from here, so that a deadline that moves does not come near at once.</summary>
    public Instant WatchedFrom { get; private set; }

    public Instant? SuspendedAt { get; private set; }

    /// <summary>The last step of warning or escalation that fired or was passed over.</summary>
    public int EscalationStep { get; private set; }

    /// <summary>Who was told that this deadline has passed: staff, or the team where there was nobody; identifiers with spaces between.</summary>
    [Personal("handling", "case")]
    public string EscalatedTo { get; private set; } = "";

    public Instant LastContactAt { get; private set; }

    /// <summary>How loud it is: one step for every third contact about it (row A3).</summary>
    public int Urgency { get; private set; }

    /// <summary>The loudest that somebody was told of; it stays when a contact turns out to be about something else.</summary>
    public int UrgencyTold { get; private set; }

    /// <summary>When a participant last wrote to the handler.</summary>
    public Instant? WroteAt { get; private set; }

    /// <summary>Until when it is left out of what is to be done now; null while it is awake.</summary>
    public Instant? SnoozedUntil { get; private set; }

    [Personal("handling", "case")]
    public string? SnoozeReason { get; private set; }

    public Instant? ClosedAt { get; private set; }

    [NotPersonal("the key of a result")]
    public string? Result { get; private set; }

    public bool? Solved { get; private set; }

    /// <summary>The last day on which it is kept; null while it is open, and for what goes on as part of another: that is kept as long as the whole.</summary>
    public LocalDate? KeptUntil { get; private set; }

    /// <summary>What becomes of it after that day.</summary>
    public ArchiveNomination? Nomination { get; private set; }

    /// <summary>The number of the entry of the selection list by which it is kept.</summary>
    public string? KeptBy { get; private set; }

    /// <summary>When all that was said in it was destroyed; what is left counts in figures, and is there for nobody.</summary>
    public Instant? DestroyedAt { get; private set; }

    /// <summary>The case as part of which it goes on; null for by itself.</summary>
    public CaseId? MergedInto { get; private set; }

    /// <summary>How it stood when it became part of another, to go on from there when it is by itself again.</summary>
    public CaseStatus? StatusBefore { get; private set; }

    /// <summary>The partner that had it then.</summary>
    public PartnerId? PartnerBefore { get; private set; }

    public List<Participant> Participants { get; } = [];

    public List<Norms.Pause> Pauses { get; } = [];

    public List<Norms.MoreTime> MoreTimes { get; } = [];

    public bool IsClosed => Status == CaseStatus.Closed;

    /// <summary>It cannot wait after all, or can; false where that was known.</summary>
    public bool SetDanger(bool danger)
    {
        if (Danger == danger) return false;
        Danger = danger;
        return true;
    }

    public void Classify(CaseType type, string? category)
    {
        (Type, TypeVersion, Category, Confidentiality) = (type.Key, type.Number, category, type.Confidentiality);
        SensitiveGroup = type.Group;
    }

    /// <summary>It may be a formal paper; until somebody decides, only the people of such papers may know of it. Danger is for whoever can help.</summary>
    public void ProposePaper(CaseType paper)
    {
        ProposedPaper = paper.FormalPaper;
        if (paper.Group is not null && !Danger) (Confidentiality, SensitiveGroup) = (paper.Confidentiality, paper.Group);
    }

    /// <summary>Somebody decided what it is.</summary>
    public void DecidePaper() => ProposedPaper = null;

    /// <summary>One more person asks for the same, or the same person in other words; reopens a case that closed less than the type's window ago.</summary>
    public Result<Participant> Join(MatterCard matter, Duration reopenWindow, Instant at)
    {
        if (DestroyedAt is not null || (IsClosed && at - ClosedAt!.Value > reopenWindow)) return CaseFailures.ClosedTooLongAgo;
        if (matter.FormalPaper is not null) return CaseFailures.FormalPaperIsNeverJoined;
        if ((matter.ProposedPaper ?? ProposedPaper) is not null) return CaseFailures.PaperUndecided;
        if (Participants.Any(one => one.Matter == matter.Id && one.LeftAt is null)) return CaseFailures.AlreadyJoined;
        return Add(matter, at);
    }

    /// <summary>The person that the case was made for.</summary>
    public Participant Add(MatterCard matter, Instant at)
    {
        var participant = new Participant
        {
            Id = Ids.New<ParticipantId>(),
            CaseId = Id,
            Contact = matter.Contact,
            Matter = matter.Id,
            Customer = matter.Customer,
            Reference = matter.Reference,
            JoinedAt = at,
        };
        Participants.Add(participant);
        LastContactAt = at;
        return participant;
    }

    /// <summary>These people ask for this, and no longer for the case on which they stood.</summary>
    public void TakeFrom(IReadOnlyCollection<Participant> people)
    {
        foreach (var one in people) one.GoTo(Id);
        LastContactAt = people.Max(one => one.JoinedAt);
    }

    /// <summary>Its clock stood still, and was given more time, as that of the other: what was told to those who come from there stays so.</summary>
    public void TakeClockOf(Case other)
    {
        SuspendedAt = other.SuspendedAt;
        Pauses.AddRange(other.Pauses.Select(one => new Norms.Pause { Id = Ids.NewValue(), CaseId = Id, From = one.From, Ends = one.Ends, Until = one.Until, Reason = one.Reason }));
        MoreTimes.AddRange(other.MoreTimes.Select(one => new Norms.MoreTime { Id = Ids.NewValue(), CaseId = Id, At = one.At, NormKind = one.NormKind, Amount = one.Amount, Reason = one.Reason }));
    }

    /// <summary>From now on this team, person or partner must act, and nobody else.</summary>
    public void PlaceWith(TeamId? team, StaffId? handler, PartnerId? partner, Instant at)
    {
        GivenAt = handler is null ? null : handler == Handler ? GivenAt : at;
        TeamSince = team is null ? null : team == Team ? TeamSince : at;
        (Team, Handler, Partner, TriageReason) = (team, handler, partner, null);
        Status = partner is not null ? CaseStatus.WithPartner : handler is not null ? CaseStatus.InProgress : CaseStatus.Received;
    }

    /// <summary>The partner no longer has to act; our own people do, or a person decides who.</summary>
    public void ComeBack(TriageReason reason, Instant at)
    {
        if (Team is null && Handler is null) ToTriage(reason);
        else PlaceWith(Team, Handler, null, at);
    }

    /// <summary>Nobody was found; a person decides.</summary>
    public void ToTriage(TriageReason reason)
    {
        (Team, TeamSince, Handler, Partner, TriageReason, GivenAt) = (null, null, null, null, reason, null);
        Status = CaseStatus.Received;
    }

    public void Take(StaffId handler, TeamId? team)
    {
        (Handler, Team, TriageReason, GivenAt) = (handler, team ?? Team, null, null);
        if (Status is CaseStatus.Received) Status = CaseStatus.InProgress;
    }

    public void HandBack()
    {
        Handler = null;
        if (Status == CaseStatus.InProgress) Status = CaseStatus.Received;
    }

    /// <summary>Who has it and whether it sleeps, to be put back later.</summary>
    public CaseStand StandsNow() => new(Team, TeamSince, Handler, GivenAt, TriageReason, Status, SnoozedUntil, SnoozeReason);

    /// <summary>As it stood before; nothing else may have happened to it since.</summary>
    public void PutBack(CaseStand before) => (Team, TeamSince, Handler, GivenAt, TriageReason, Status, SnoozedUntil, SnoozeReason) =
        (before.Team, before.TeamSince, before.Handler, before.GivenAt, before.TriageReason, before.Status, before.SnoozedUntil, before.SnoozeReason);

    /// <summary>Nothing can be done before a moment; its clock goes on.</summary>
    public void Snooze(Instant until, string reason) => (SnoozedUntil, SnoozeReason) = (until, reason);

    /// <summary>It is to be done again; false where it was all along.</summary>
    public bool Wake()
    {
        if (SnoozedUntil is null) return false;
        (SnoozedUntil, SnoozeReason) = (null, null);
        return true;
    }

    /// <summary>A participant wrote; a case that waited for it goes on.</summary>
    public void Hear(Instant at)
    {
        WroteAt = at;
        if (Status == CaseStatus.WaitingForResident) Continue();
    }

    /// <summary>The resident was asked something; what a partner has, stays with the partner.</summary>
    public void WaitForResident() => Status = Partner is null ? CaseStatus.WaitingForResident : Status;

    public void Continue() => Status = Partner is not null ? CaseStatus.WithPartner : Handler is null ? CaseStatus.Received : CaseStatus.InProgress;

    /// <summary>Somebody set a status of its type; the stage goes with it.</summary>
    public void SetStatus(StatusType status)
    {
        StatusKey = status.Key;
        if (status.Stage == Status) return;
        if (status.Stage == CaseStatus.WaitingForResident) WaitForResident();
        else Continue();
    }

    /// <summary>Whether somebody of ours has it, and no partner.</summary>
    public bool IsOurs => Handler is not null && Partner is null;

    /// <summary>What was promised; it holds from here on, whatever becomes of the type.</summary>
    public void Promise(Norm norm) => (NormKind, NormAmount) = (norm.Kind, norm.Amount);

    /// <summary>The norm is counted from now; what was announced for an earlier count is forgotten.</summary>
    public void StartClock(Instant at)
    {
        ClockStartedAt = at;
        (DeadlineAt, EscalationStep, EscalatedTo) = (null, 0, "");
    }

    /// <summary>The deadline as it is found now. Where it moves ahead of now, what was announced for the earlier one is announced again.</summary>
    public void SetDeadline(Deadline deadline, Instant now)
    {
        if (deadline.At != DeadlineAt) WatchedFrom = now;
        if (deadline.At > now && deadline.At > (DeadlineAt ?? now)) (EscalationStep, EscalatedTo) = (0, "");
        (DeadlineAt, DeadlineSteps) = (deadline.At, Kernel.Calendars.DeadlineSteps.ToJson(deadline.Steps));
        Sort();
    }

    public bool WasEscalatedTo(Guid whom) => EscalatedTo.Contains(whom.ToString("N"), StringComparison.Ordinal);

    /// <summary>A step fired, or was passed over because everybody of it was told already.</summary>
    public void Escalate(Norms.EscalationStep step, Guid? told)
    {
        EscalationStep = (int)step;
        if (told is { } whom && step != Norms.EscalationStep.Warning) EscalatedTo = $"{EscalatedTo} {whom:N}".TrimStart();
    }

    /// <summary>So many contacts are on it now.</summary>
    /// <returns>Whether that is louder than anybody was told.</returns>
    public bool Weigh(int steps)
    {
        Urgency = steps;
        Sort();
        if (Urgency <= UrgencyTold) return false;
        UrgencyTold = Urgency;
        return true;
    }

    private void Sort() => SortAt = DeadlineAt is { } at ? at - Sooner * Urgency : Last;

    /// <summary>The clock stands still until it is started again, at the latest at a moment set now.</summary>
    public Norms.Pause Suspend(Instant at, Instant ends, string reason)
    {
        var pause = new Norms.Pause { Id = Ids.NewValue(), CaseId = Id, From = at, Ends = ends, Reason = reason };
        Pauses.Add(pause);
        SuspendedAt = at;
        return pause;
    }

    /// <summary>The clock runs again; false where it ran. Its pauses must be loaded.</summary>
    public bool Resume(Instant at)
    {
        SuspendedAt = null;
        if (Pauses.FirstOrDefault(pause => pause.Until is null) is not { } pause) return false;
        pause.Until = Instant.Min(at, pause.Ends);
        return true;
    }

    /// <summary>It ended, and is kept from now on as its result says.</summary>
    public void Close(string result, bool solved, Retention retention, Instant at)
    {
        (Status, Result, Solved, ClosedAt) = (CaseStatus.Closed, result, solved, at);
        (KeptUntil, Nomination, KeptBy) = (retention.KeptUntil, retention.Nomination, retention.Ground);
        (Partner, TriageReason) = (null, null);
        Wake();
        Resume(at);
    }

    /// <summary>All that was said in it is destroyed; number, kind, subject, area, dates and result stay for figures and for the declaration of it.</summary>
    public void Destroy(Instant at)
    {
        (Subject, Place, Cell, DeadlineSteps, EscalatedTo) = ("", new Place { Area = Place.Area }, null, null, "");
        (Handler, GivenAt, DestroyedAt) = (null, null, at);
    }

    /// <summary>Its making is undone: nobody asks for it any more.</summary>
    public void Withdraw(Retention retention, Instant at) => Close(Undone, solved: false, retention, at);

    /// <summary>It goes on as part of another. All that is its own stays as it is, the clock too.</summary>
    public void MergeInto(CaseId whole, Instant at)
    {
        (MergedInto, StatusBefore, PartnerBefore) = (whole, Status, Partner);
        (Status, Partner, Result, ClosedAt) = (CaseStatus.Closed, null, Merged, at);
    }

    /// <summary>Another goes on as part of it, with all who asked for that.</summary>
    public void TakeIn(Case part) => LastContactAt = Instant.Max(LastContactAt, part.LastContactAt);

    /// <summary>It goes on by itself again, as it stood.</summary>
    public void GoOnAlone()
    {
        (Status, Partner, Result, ClosedAt) = (StatusBefore!.Value, PartnerBefore, null, null);
        (MergedInto, StatusBefore, PartnerBefore) = (null, null, null);
    }

    public void Reopen()
    {
        (Result, Solved, ClosedAt) = (null, null, null);
        (KeptUntil, Nomination, KeptBy) = (null, null, null);
        Continue();
    }
}

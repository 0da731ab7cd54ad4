using Loket.Kernel;
using Loket.Organisation;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>How a handover stands.</summary>
public enum HandoverState
{
    /// <summary>Offered; the partner has not answered.</summary>
    Offered,

    /// <summary>The partner took it on.</summary>
    Accepted,

    /// <summary>The partner gave it back with a reason.</summary>
    Refused,

    /// <summary>The partner reported that it is done.</summary>
    Done,

    /// <summary>The municipality took it back.</summary>
    TakenBack,
}

/// <summary>A case placed with a partner: offered, accepted or refused, reported, taken back.</summary>
internal sealed class Handover : Storage.Model.IVersioned
{
    public required HandoverId Id { get; init; }

    public int Version { get; private set; }

    public required CaseId CaseId { get; init; }

    public required PartnerId Partner { get; init; }

    /// <summary>What the partner is asked.</summary>
    [Personal("handing over", "case")]
    public required string Question { get; init; }

    public required Instant OfferedAt { get; init; }

    public HandoverState State { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    [Personal("handing over", "case")]
    public string? Reason { get; private set; }

    public LocalDate? PlannedOn { get; private set; }

    /// <summary>The partner's own number for the job.</summary>
    [Personal("handing over", "case")]
    public string? JobNumber { get; private set; }

    /// <summary>How often the partner was reminded since it last said something, at most twice; the next step goes to our own people.</summary>
    public int Chased { get; private set; }

    /// <summary>Since when a question of the partner waits for our answer; it is our turn then, and the partner is not chased.</summary>
    public Instant? AskedAt { get; private set; }

    /// <summary>How often our own people were reminded of that question.</summary>
    public int Reminded { get; private set; }

    public bool IsLive => State is HandoverState.Offered or HandoverState.Accepted;

    public Failure? Accept(string? jobNumber, LocalDate? plannedOn, Instant at)
    {
        if (State != HandoverState.Offered) return HandoverFailures.NotOffered;
        (State, AnsweredAt) = (HandoverState.Accepted, at);
        return Progress(jobNumber, plannedOn);
    }

    public Failure? Progress(string? jobNumber, LocalDate? plannedOn)
    {
        if (!IsLive) return HandoverFailures.Ended;
        (JobNumber, PlannedOn, Chased) = (jobNumber ?? JobNumber, plannedOn ?? PlannedOn, 0);
        return null;
    }

    /// <summary>The partner must know something first: from now on it is our turn.</summary>
    public Failure? AskBack(Instant at)
    {
        if (!IsLive) return HandoverFailures.Ended;
        (AskedAt, Chased, Reminded) = (AskedAt ?? at, 0, 0);
        return null;
    }

    /// <summary>The partner's question was answered, or something was told to it: its turn again.</summary>
    public void Answered() => (AskedAt, Chased, Reminded) = (null, 0, 0);

    public Failure? Refuse(string reason, Instant at)
    {
        if (string.IsNullOrWhiteSpace(reason)) return HandoverFailures.ReasonMissing;
        if (!IsLive) return HandoverFailures.Ended;
        (State, Reason, AnsweredAt, EndedAt) = (HandoverState.Refused, reason, AnsweredAt ?? at, at);
        return null;
    }

    public Failure? Finish(string report, Instant at)
    {
        if (string.IsNullOrWhiteSpace(report)) return HandoverFailures.ReportMissing;
        if (!IsLive) return HandoverFailures.Ended;
        (State, Reason, AnsweredAt, EndedAt) = (HandoverState.Done, report, AnsweredAt ?? at, at);
        return null;
    }

    public Failure? TakeBack(string reason, Instant at)
    {
        if (string.IsNullOrWhiteSpace(reason)) return HandoverFailures.ReasonMissing;
        if (!IsLive) return HandoverFailures.Ended;
        (State, Reason, EndedAt) = (HandoverState.TakenBack, reason, at);
        return null;
    }

    /// <summary>The making of its case was undone.</summary>
    public void Withdraw(Instant at) => (State, EndedAt) = (HandoverState.TakenBack, at);

    public void Chase() => Chased++;

    public void Remind() => Reminded++;
}

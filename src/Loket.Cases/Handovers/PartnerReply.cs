using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>What a partner can say about a handover; texts as they were typed.</summary>
public abstract record PartnerReply
{
    /// <summary>We take it on.</summary>
    public sealed record Accept(string? JobNumber, LocalDate? PlannedOn) : PartnerReply;

    /// <summary>It is not ours, or we can't.</summary>
    public sealed record Refuse(string Reason) : PartnerReply;

    /// <summary>How far we are, or another planned date.</summary>
    public sealed record Progress(string? JobNumber, LocalDate? PlannedOn, string? Text) : PartnerReply;

    /// <summary>We need to know something first.</summary>
    public sealed record AskBack(string Question) : PartnerReply;

    /// <summary>It is done.</summary>
    public sealed record Finish(string Report, bool Solved) : PartnerReply;
}

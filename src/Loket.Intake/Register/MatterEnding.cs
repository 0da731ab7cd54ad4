using Loket.Cases;
using Loket.Cases.Callbacks;

namespace Loket.Intake.Register;

/// <summary>How a matter is to end.</summary>
public abstract record MatterEnding
{
    /// <summary>Answered on the spot; refused where there is danger, for which somebody must go.</summary>
    public sealed record Answered(string Answer, bool Danger = false) : MatterEnding;

    /// <summary>It is about a case that stands already, and may tell that there is danger now.</summary>
    public sealed record Join(CaseId Case, bool Danger = false) : MatterEnding;

    /// <summary>It becomes a case; without a subject it goes to triage.</summary>
    public sealed record NewCase(bool Danger = false) : MatterEnding;

    /// <summary>It belongs to another public body, to which we forward it; the resident is told to whom (row A12).</summary>
    /// <param name="Body">Key or name of one of our partners that can be reached.</param>
    /// <param name="Danger">There is danger: refused, because nobody would see to it that somebody goes.</param>
    public sealed record Forward(string Body, bool Danger = false) : MatterEnding;

    /// <summary>They are called back (row A6); the matter ends, the call is still to be made. Refused where there is danger.</summary>
    public sealed record CallBack(NewCallback Asked, bool Danger = false) : MatterEnding;

    /// <summary>They ask again to be called back, about a request that is open.</summary>
    /// <param name="Callback">The request.</param>
    /// <param name="Danger">There is danger: refused.</param>
    /// <param name="Window">Another stretch of time, where they were promised one now.</param>
    /// <param name="Owner">Who calls from now on, where that was said.</param>
    public sealed record CallBackAgain(CallbackId Callback, bool Danger = false, CallWindow? Window = null, CallbackOwner? Owner = null) : MatterEnding;

    /// <summary>Nobody is there to choose: joined when that is certain, a case otherwise.</summary>
    public sealed record ByItself : MatterEnding;
}

namespace Loket.Intake.Residents;

/// <summary>What stands in a draft: the answers, and the confirmation once it was sent.</summary>
/// <param name="Answers">The answers; empty again once it was sent.</param>
/// <param name="Sent">What the resident was told on sending.</param>
public sealed record ResidentDraft(ResidentAnswers Answers, ResidentReceipt? Sent = null);

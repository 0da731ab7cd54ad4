using Loket.Kernel;
using Loket.Storage;

namespace Loket.Intake.Residents;

/// <summary>Keeps what a resident has answered between two pages, here and not in the browser.</summary>
public sealed class KeepAnswers(UnitOfWork unit, TimeProvider machine)
{
    /// <summary>The draft after the change.</summary>
    /// <param name="Token">The browser's secret; another one when the draft was new.</param>
    /// <param name="Draft">What stands in it; unchanged when it was sent already.</param>
    public sealed record Kept(string Token, ResidentDraft Draft);

    /// <summary>Changes the answers. A draft that is gone, whose time is up for example, begins anew with these answers: nothing typed is lost.</summary>
    /// <param name="token">The browser's secret, when it has one.</param>
    /// <param name="anew">Whether a draft that was sent makes place for a new one.</param>
    /// <param name="change">From the answers that stood to those that stand now.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Kept> Handle(string? token, bool anew, Func<ResidentAnswers, ResidentAnswers> change, CancellationToken cancel)
    {
        var kept = await unit.Run<Kept>(async work =>
        {
            var until = machine.Instant() + IntakeDraft.Kept;
            if (Token.HashOf(token) is { } hash && await work.Db.FindAsync<IntakeDraft>([hash], cancel) is { } standing
                && standing.Until > machine.Instant() && standing.Read(work.Tenant.Keys) is { } draft && !(anew && draft.Sent is not null))
            {
                if (draft.Sent is not null) return new Kept(token!, draft);
                draft = draft with { Answers = change(draft.Answers) };
                (standing.Body, standing.Until) = (IntakeDraft.Seal(work.Tenant.Keys, hash, draft), until);
                return new Kept(token!, draft);
            }

            var secret = Token.Draw();
            var fresh = new ResidentDraft(change(new ResidentAnswers()));
            work.Db.Add(new IntakeDraft { Hash = secret.Hash, Body = IntakeDraft.Seal(work.Tenant.Keys, secret.Hash, fresh), Until = until });
            return new Kept(secret.Text, fresh);
        }, cancel);
        return kept.Value;
    }
}

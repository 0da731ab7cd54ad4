using Loket.Kernel;
using Loket.Storage;

namespace Loket.Intake.Follow;

/// <summary>Somebody who follows a case is ready: what they wrote and did not send is forgotten too, as the next reader of this computer may know their code.</summary>
public sealed class ForgetUnsent(OpenFollowed open, UnitOfWork unit)
{
    /// <summary>Forgets it, for who still carries a ticket.</summary>
    public async Task Handle(string? ticket, CancellationToken cancel)
    {
        if (open.Read(ticket) is not { } read) return;
        await unit.Run<Done>(async work =>
        {
            await UnsentMessage.Remove(work, read.Participant, cancel);
            return default(Done);
        }, cancel);
    }
}

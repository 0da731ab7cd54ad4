using Loket.Documents;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Intake.Follow;

/// <summary>Keeps a message that came after its ticket had ended, so that nothing typed is lost.</summary>
/// <remarks>Only for whom a form of ours was made, and one for each: strangers cannot fill the table.</remarks>
public sealed class KeepUnsent(UnitOfWork unit, TenantContext context, TimeProvider machine)
{
    // Longer than what is taken, which can be made shorter afterwards.
    private const int Largest = 10 * WriteFromFollow.Longest;

    /// <summary>Keeps it; tells whether it was kept.</summary>
    /// <param name="mark">For whom the form was made, as the form says.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="files">What was sent along.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<bool> Handle(string? mark, string? text, IReadOnlyList<ReceivedFile> files, CancellationToken cancel)
    {
        if ((string.IsNullOrWhiteSpace(text) && files.Count == 0) || text?.Length > Largest || UnsentMessage.WriterOf(context.Tenant.Keys, mark) is not { } participant) return false;
        var kept = await unit.Run<Done>(async work =>
        {
            await UnsentMessage.Keep(work, participant, new Unsent(text ?? "", files), machine.Instant(), cancel);
            return default(Done);
        }, cancel);
        return kept.Succeeded;
    }
}

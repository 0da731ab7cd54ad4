using Loket.Contacts;
using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>Files belong to the matter with which they came, not to the contact: who may know of one matter of a contact may not know of the other (row B6).</summary>
internal static class MatterFiles
{
    /// <summary>Puts received files with a matter, inside the transaction that made it.</summary>
    public static async Task<Failure?> Attach(Work work, MatterId matter, IReadOnlyList<ReceivedFile>? files, Actor by, CancellationToken cancel)
    {
        foreach (var file in files ?? [])
        {
            var attached = await AttachFile.To(work, file, matter.Value, DocumentConfidentiality.Open, by, cancel);
            if (!attached.Succeeded) return attached.Failure;
        }

        return null;
    }
}

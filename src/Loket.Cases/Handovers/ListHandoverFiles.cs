using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Cases.Handovers;

/// <summary>A program of a partner asks which files went along with a handover (row B5).</summary>
public sealed class ListHandoverFiles(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>The files, in the order in which they went along.</summary>
    public async Task<Result<HandoverFileView[]>> Handle(HandoverId id, Actor by, CancellationToken cancel)
    {
        if (await unit.Read(db => PartnerDoor.AsProgram(db, tenant.Tenant, id, by, cancel)) is not { } at) return HandoverFailures.NotFound;
        var files = await unit.Read(db => PartnerFiles.Of(db, at, CaseNames.Language, cancel));
        if (files.Any(one => !one.FromPartner))
        {
            // The look is written before anything is shown; when it can't be, nothing is.
            await unit.Run<Done>(work =>
            {
                work.Journal.Write(new HandoverLookedAt(at.Handover.CaseId, at.Handover.Id, at.Handover.Partner), by);
                return Task.FromResult<Result<Done>>(default(Done));
            }, cancel);
        }

        return files.ToArray();
    }
}

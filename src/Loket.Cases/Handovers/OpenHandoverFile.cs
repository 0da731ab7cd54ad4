using Loket.Cases.Reading;
using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Cases.Handovers;

/// <summary>Somebody of a partner opens a file that went along with a handover (row B5). Who opens it is seen opening it, before anything is given out.</summary>
public sealed class OpenHandoverFile(UnitOfWork unit, TenantContext tenant, ReadDocuments documents)
{
    private const string Purpose = "handover";

    /// <summary>By a signed link. The small picture is shown by the page of the handover: that page's own look counts for it. The caller disposes the content.</summary>
    public async Task<Result<OpenedDocument>> Handle(string? token, int number, bool small, CancellationToken cancel)
    {
        if (PartnerLinks.Read(tenant.Tenant.Keys, token) is not { } link) return HandoverFailures.NotFound;
        return await Open(await unit.Read(db => PartnerDoor.ByLink(db, tenant.Tenant, link.Handover, link.Person, cancel)), number, small, cancel);
    }

    /// <summary>As the partner's program. The caller disposes the content.</summary>
    public async Task<Result<OpenedDocument>> Handle(HandoverId id, int number, Actor by, CancellationToken cancel) =>
        await Open(await unit.Read(db => PartnerDoor.AsProgram(db, tenant.Tenant, id, by, cancel)), number, small: false, cancel);

    private async Task<Result<OpenedDocument>> Open(AtHandover? at, int number, bool small, CancellationToken cancel)
    {
        if (at is null) return HandoverFailures.NotFound;
        var files = await unit.Read(db => PartnerFiles.Of(db, at, CaseNames.Language, cancel));
        if (files.FirstOrDefault(one => one.Number == number) is not { } file) return HandoverFailures.NotFound;
        var opened = await documents.Open(file.Document.Subject, file.Document.Number, small, Actor.System, cancel);
        if (!opened.Succeeded || small) return opened;

        var seen = await unit.Run<Done>(work =>
        {
            work.Journal.Write(new DocumentLookedAt(file.Document.Id, file.Document.Subject, file.Document.Number, Purpose), at.Reader);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        if (seen.Succeeded) return opened.Value with { Document = opened.Value.Document with { Name = file.Name } };
        await opened.Value.Content.DisposeAsync();
        return seen.Failure;
    }
}

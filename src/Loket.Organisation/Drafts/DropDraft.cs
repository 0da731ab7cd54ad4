using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Drafts;

/// <summary>A draft was sent, or is thrown away by who wrote it.</summary>
public sealed class DropDraft(UnitOfWork work)
{
    /// <summary>Removes it.</summary>
    /// <param name="about">What it is about.</param>
    /// <param name="sent">The form that was sent: what was kept since from another window stays. Null to throw away whatever stands.</param>
    /// <param name="by">Whose it is.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<Done>> Handle(DraftSubject about, DraftForm? sent, Actor by, CancellationToken cancel) =>
        work.Run<Done>(async current =>
        {
            if (by.Staff is not { } writer) return OrganisationFailures.Forbidden;
            var (place, thing, form) = (about.Place, about.Thing, about.Form);
            var theirs = current.Db.Drafts.Where(one => one.StaffId == writer && one.Place == place && one.Thing == thing && one.Form == form);
            if (sent is { Key.Key: var key, Seen: var seen }) theirs = theirs.Where(one => one.FormKey == key || one.Stamp == seen);
            await theirs.ExecuteDeleteAsync(cancel);
            return default(Done);
        }, cancel);
}

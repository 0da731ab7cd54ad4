using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Emergency;
using Loket.Organisation.Rights;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Emergency;

/// <summary>A case that stands open for who asked.</summary>
/// <param name="Reference">Its number.</param>
/// <param name="Until">Until when; null for who may know of it anyway, and needs no emergency.</param>
public sealed record CaseInEmergency(string Reference, Instant? Until);

/// <summary>Somebody opens for an hour a case of a group of which they may not know, because it cannot wait; the privacy officers hear of it at once (row K2).</summary>
public sealed class OpenCaseInEmergency(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Reference">The number of the case or a participant's reference, as it was typed.</param>
    /// <param name="Reason">Why it cannot wait, 10 to 500 characters.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, string? Reference, string? Reason, Actor By);

    /// <summary>Opens it; or says what is wrong with the reason, that it was too often today, or that there is no such reference.</summary>
    public Task<Result<CaseInEmergency>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<CaseInEmergency>(request.Key, new { request.Reference, request.Reason }, async work =>
        {
            var by = request.By;
            if (!by.May(Right.OpenInEmergency)) return OrganisationFailures.Forbidden;
            if (await FindCase.Read(work.Db, request.Reference, by, cancel) is { } known) return new CaseInEmergency(await NumberOf(work, known, cancel), null);

            // What stands in the way is asked before whether there is such a case: else a refusal would tell that there is.
            var refusal = await EmergencyDoor.Refusal(work, request.Reason, by, cancel);
            var secret = await FindCase.Read(work.Db, request.Reference, Actor.System, cancel) is { } hidden && await IsForEmergency(work, hidden, by, cancel) ? hidden : (CaseId?)null;
            var isOpen = secret is { } found && await EmergencyDoor.IsOpen(work.Db, found.Value, by, work.Now, cancel);
            if (refusal is not null && !isOpen) return refusal;
            if (secret is not { } id) return EmergencyFailures.UnknownReference;

            var opened = await EmergencyDoor.Open(work, id.Value, EmergencySubject.Case, request.Reason, by, cancel);
            if (!opened.Succeeded) return opened.Failure;
            return new CaseInEmergency(await NumberOf(work, id, cancel), opened.Value);
        }, cancel);

    // It opens what a group keeps to itself, and no bounds: what lies outside them does not exist here either (decision 0040).
    private static async Task<bool> IsForEmergency(Work work, CaseId id, Actor by, CancellationToken cancel)
    {
        var found = await work.Db.CaseOf(id, cancel);
        return !by.MayKnowOf(found.SensitiveGroup) && by.Bounds.Holds(found.Place.Area, found.Type);
    }

    private static async Task<string> NumberOf(Work work, CaseId id, CancellationToken cancel) => (await work.Db.CaseOf(id, cancel)).Reference;
}

using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Types;

/// <summary>A draft of a kind of case went live, as its next version.</summary>
[JournalEvent("case.type-live", Audience.Staff)]
public sealed record CaseTypeWentLive(string Type, int Number) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

/// <summary>A draft of a kind of case was dropped; what is live is worked on again.</summary>
[JournalEvent("case.type-dropped", Audience.Staff)]
public sealed record CaseTypeDropped(string Type) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

/// <summary>Which draft of a kind of case is meant.</summary>
/// <param name="Key">The wish.</param>
/// <param name="Type">Its key.</param>
/// <param name="Version">As it was seen.</param>
/// <param name="By">Who asks.</param>
public sealed record DraftOfType(RequestKey Key, string Type, int Version, Actor By);

/// <summary>A draft of a kind of case goes live: it counts for the cases that are opened from now on. Those that run keep the version under which they were opened.</summary>
public sealed class MakeTypeLive(UnitOfWork unit)
{
    /// <summary>Makes it live, as it was seen; refused while something is missing.</summary>
    /// <returns>The number of the version.</returns>
    public Task<Result<int>> Handle(DraftOfType request, CancellationToken cancel) =>
        unit.Run<int>(request.Key, new { request.Type, request.Version }, async work =>
        {
            var found = await DraftsOfTypes.Seen(work, request, cancel);
            if (!found.Succeeded) return found.Failure;
            var details = found.Value.Details;
            if (TypeGaps.Of(details, await TypeReferences.Of(work.Db, cancel)).Count > 0) return CaseFailures.TypeIncomplete;
            if (await GoLive(work.Db, details, work.Now, cancel) is not { } number) return CaseFailures.TypeUnchanged;
            work.Journal.Write(new CaseTypeWentLive(details.Key, number), request.By);
            return number;
        }, cancel);

    /// <summary>What is set up counts from now on.</summary>
    /// <returns>The number of the new version; null where it is what was live already.</returns>
    internal static async Task<int?> GoLive(LoketDb db, CaseTypeDetails details, Instant now, CancellationToken cancel)
    {
        var type = await db.CaseTypes.FindAsync([details.Key], cancel);
        var live = type is null ? null : await db.Set<CaseTypeVersion>().FindAsync([type.Key, type.Number], cancel);
        if (live is not null && TypeDifferences.Between(live.Details, details).Count == 0) return null;
        var version = new CaseTypeVersion { Type = details.Key, Number = (live?.Number ?? 0) + 1, Details = details, LiveAt = now };
        var goes = type ?? new CaseType { Key = details.Key };
        goes.GoLive(version);
        db.Add(version);
        if (type is null) db.Add(goes);
        return version.Number;
    }
}

/// <summary>A draft of a kind of case is dropped.</summary>
public sealed class DropTypeDraft(UnitOfWork unit)
{
    /// <summary>Goes back to what is live; a kind that never was live is gone.</summary>
    public Task<Result<Done>> Handle(DraftOfType request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Type, request.Version, Drop = true }, async work =>
        {
            var found = await DraftsOfTypes.Seen(work, request, cancel);
            if (!found.Succeeded) return found.Failure;
            var live = (await work.Db.LiveVersion(request.Type, cancel))?.Details;
            if (live is null) work.Db.Remove(found.Value);
            else found.Value.Details = live;
            work.Journal.Write(new CaseTypeDropped(request.Type), request.By);
            return default(Done);
        }, cancel);
}

internal static class DraftsOfTypes
{
    /// <summary>The draft, when it is still as it was seen.</summary>
    public static async Task<Result<CaseTypeDraft>> Seen(Work work, DraftOfType request, CancellationToken cancel)
    {
        if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
        if (await work.Db.Set<CaseTypeDraft>().FindAsync([request.Type], cancel) is not { } draft) return OrganisationFailures.NotFound;
        return draft.Version == request.Version ? draft : StorageFailures.ChangedMeanwhile;
    }
}

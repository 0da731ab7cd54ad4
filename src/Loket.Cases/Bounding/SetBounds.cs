using Loket.Kernel;
using Loket.Organisation.Bounding;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Bounding;

/// <summary>The functional administrator says of which areas and kinds a team, or somebody of the staff, may know cases (decision 0040).</summary>
public sealed class SetBounds(UnitOfWork unit, BoundKeeper keeper, AreaTree areas)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Owner">Whose bound.</param>
    /// <param name="Areas">Keys of areas; empty for everywhere.</param>
    /// <param name="Types">Keys of kinds of case; empty for all.</param>
    /// <param name="By">Who sets it.</param>
    /// <param name="Seen">The stamp of what stood when the form was opened (<see cref="BoundCard.Stamp"/>); null where any will do.</param>
    public sealed record Request(RequestKey Key, BoundOwner Owner, IReadOnlyList<string> Areas, IReadOnlyList<string> Types, Actor By, string? Seen = null);

    /// <summary>Sets it; with nothing chosen it is taken away.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Owner, request.Areas, request.Types, request.Seen }, async work =>
        {
            var map = await areas.Map(work.Db, cancel);
            if (request.Areas.Any(key => map[key] is null)) return CaseFailures.UnknownArea.At(nameof(request.Areas));
            var known = await work.Db.CaseTypes.Select(type => type.Key).ToListAsync(cancel);
            if (request.Types.Except(known, StringComparer.Ordinal).Any()) return CaseFailures.UnknownType.At(nameof(request.Types));
            return await keeper.Set(work, request.Owner, request.Areas, AreaSpread.Of(map, request.Areas), request.Types, request.Seen, request.By, cancel) is { } failure ? failure : default(Done);
        }, cancel);
}

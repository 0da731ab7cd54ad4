using Loket.Kernel;
using Loket.Storage;

namespace Loket.Places;

/// <summary>Brings in areas, addresses and things outside in bulk: for a new municipality, the demo and tests. Doing it again with the same changes nothing.</summary>
/// <remarks>Areas and addresses are one transaction each, things outside one per 20,000, so that others get their turn in between.
/// Everything is checked before the things outside are begun.</remarks>
public sealed class SetUpPlaces(UnitOfWork work, AreaTree areas)
{
    private const int AssetsPerTransaction = 20_000;

    /// <summary>What to bring in; an empty list leaves what is there.</summary>
    /// <param name="Areas">Added and changed, never removed.</param>
    /// <param name="Addresses">The whole list: others are removed.</param>
    /// <param name="Assets">Added and changed, never removed or retired.</param>
    /// <param name="By">For the journal.</param>
    public sealed record Request(IReadOnlyList<AreaCard> Areas, IReadOnlyList<AddressRecord> Addresses, IReadOnlyList<AssetRecord> Assets, Who By);

    /// <summary>Brings it in.</summary>
    public async Task<Result<Done>> Handle(Request request, CancellationToken cancel)
    {
        var import = Ids.NewValue();
        if (request.Areas.Count > 0)
        {
            var written = await work.Run<Done>(async current =>
            {
                var result = await AreaWriter.Write(current, import, request.Areas, at => at + 1, cancel);
                if (result.Failure is { } failure) return failure;
                current.Journal.Write(result.Value, request.By);
                return default(Done);
            }, cancel);
            if (!written.Succeeded) return written;
        }

        var map = await work.Read(db => areas.Map(db, cancel));
        if (AssetWriter.WhatIsWrong(request.Assets, map, at => at + 1) is { } wrong) return wrong;

        if (request.Addresses.Count > 0)
        {
            var written = await work.Run<Done>(async current =>
            {
                var result = await AddressWriter.Replace(current, import, request.Addresses, at => at + 1, cancel);
                if (result.Failure is { } failure) return failure;
                current.Journal.Write(result.Value, request.By);
                return default(Done);
            }, cancel);
            if (!written.Succeeded) return written;
        }

        foreach (var chunk in request.Assets.Chunk(AssetsPerTransaction))
        {
            var written = await work.Run<Done>(async current =>
            {
                current.Journal.Write(await AssetWriter.Write(current, import, chunk, new HashSet<AssetKind>(), cancel), request.By);
                return default(Done);
            }, cancel);
            if (!written.Succeeded) return written;
        }

        return default(Done);
    }
}

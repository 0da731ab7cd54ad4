using Loket.Kernel;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>Adds and changes areas; none is removed, as cases lie in them.</summary>
internal static class AreaWriter
{
    public static async Task<Result<AreasImported>> Write(Work work, Guid import, IReadOnlyList<AreaCard> areas, Func<int, int> line, CancellationToken cancel)
    {
        var present = await work.Db.Areas.ToDictionaryAsync(area => area.Key, StringComparer.Ordinal, cancel);
        if (WhatIsWrong(areas, present.Keys, line) is { } failure) return failure;

        var (added, changed) = (0, 0);
        foreach (var card in areas)
        {
            if (!present.TryGetValue(card.Key, out var area))
            {
                work.Db.Areas.Add(new Area
                {
                    Key = card.Key, Name = card.Name, Kind = card.Kind, Parent = card.Parent, Inhabitants = card.Inhabitants, X = card.Middle?.X, Y = card.Middle?.Y,
                });
                added++;
                continue;
            }

            (area.Name, area.Kind, area.Parent, area.Inhabitants, area.X, area.Y) =
                (card.Name, card.Kind, card.Parent, card.Inhabitants, card.Middle?.X, card.Middle?.Y);
            if (work.Db.IsChanged(area)) changed++;
        }

        await work.Db.SaveChangesAsync(cancel);
        return new AreasImported(import, added, changed);
    }

    private static Failure? WhatIsWrong(IReadOnlyList<AreaCard> areas, IEnumerable<string> present, Func<int, int> line)
    {
        var keys = areas.Select(area => area.Key).Concat(present).ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < areas.Count; at++)
        {
            var (area, row) = (areas[at], line(at));
            if (area.Key.Length is 0 or > Area.LongestKey) return PlacesFailures.WrongRow.With(row, "key", area.Key);
            if (area.Name.Length is 0 or > Area.LongestName) return PlacesFailures.WrongRow.With(row, "name", area.Name);
            if (area.Parent is not null && !keys.Contains(area.Parent)) return PlacesFailures.WrongRow.With(row, "parent", area.Parent);
            if (!seen.TryAdd(area.Key, row)) return PlacesFailures.DoubleRow.With(row, seen[area.Key], area.Key);
        }

        return null;
    }
}

using System.Text.Json;
using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Kernel.Text;
using Loket.Storage;
using NodaTime;
using NodaTime.Text;

namespace Loket.Places;

/// <summary>How things outside are written in a file.</summary>
public enum AssetFile
{
    /// <summary>Columns with names; x and y in metres of the Dutch grid.</summary>
    Csv,

    /// <summary>One GeoJSON feature (RFC 7946) with a point per line; properties named as the columns.</summary>
    GeoJsonLines,
}

/// <summary>Brings the owner's administration of things outside up to date from a file: adds, changes, retires, never removes. One wrong row and nothing happens.</summary>
/// <remarks>Columns: number, kind (lamp, container, bin, tree, bench, other; Dutch too), x, y, area, street, owner and contractor (keys of partners; empty is the municipality),
/// feeder, retired (a date); only number, kind and place are needed.</remarks>
public sealed class ImportAssets(UnitOfWork work, AreaTree areas)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>What to bring in.</summary>
    /// <param name="File">Its text; stays open.</param>
    /// <param name="Format">How it is written.</param>
    /// <param name="IsComplete">Whether it lists all that stands there of each kind in it; others of these kinds are then retired.</param>
    /// <param name="By">For the journal.</param>
    public sealed record Request(TextReader File, AssetFile Format, bool IsComplete, Who By);

    /// <summary>Brings it in, or says which row is wrong.</summary>
    public async Task<Result<AssetsImported>> Handle(Request request, CancellationToken cancel)
    {
        var read = request.Format == AssetFile.Csv
            ? CsvRows.Read(request.File, ["number", "kind", "x", "y"], cells => Record(cells, cells.Position()))
            : await Features(request.File, cancel);
        if (read.Failure is { } failure) return failure;

        AssetRecord[] records = [.. read.Value.Select(row => row.Record)];
        var complete = request.IsComplete ? records.Select(record => record.Kind).ToHashSet() : [];
        var import = Ids.NewValue();
        return await work.Run<AssetsImported>(async current =>
        {
            var map = await areas.Map(current.Db, cancel);
            if (AssetWriter.WhatIsWrong(records, map, at => read.Value[at].Line) is { } wrong) return wrong;
            var imported = await AssetWriter.Write(current, import, records, complete, cancel);
            current.Journal.Write(imported, request.By);
            return imported;
        }, cancel);
    }

    private static AssetRecord Record(Cells cells, RdPoint? position)
    {
        var kind = AssetWords.KindOf(Fold.Of(cells.Needed("kind", 40))) ?? cells.Wrong<AssetKind>("kind");
        var retired = cells.Text("retired", 10) is { } date ? DayOf(cells, date) : null;
        return new AssetRecord(
            cells.Needed("number", Asset.LongestNumber), kind, position ?? cells.Wrong<RdPoint>("x"), cells.Text("area", Area.LongestKey),
            cells.Text("street", Street.LongestName), cells.Text("owner", 60), cells.Text("contractor", 60), cells.Text("feeder", 60), retired);
    }

    private static Instant? DayOf(Cells cells, string date) =>
        LocalDatePattern.Iso.Parse(date) is { Success: true } day ? day.Value.AtStartOfDayInZone(Zone).ToInstant() : cells.Wrong<Instant?>("retired");

    private static async Task<Result<IReadOnlyList<(AssetRecord Record, int Line)>>> Features(TextReader file, CancellationToken cancel)
    {
        var rows = new List<(AssetRecord, int)>();
        for (var line = 1; await file.ReadLineAsync(cancel) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            try
            {
                using var feature = JsonDocument.Parse(text);
                var properties = feature.RootElement.GetProperty("properties");
                var cells = new Cells(line, name => properties.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null);
                var geometry = feature.RootElement.GetProperty("geometry");
                var point = geometry.GetProperty("coordinates");
                var position = geometry.GetProperty("type").GetString() == "Point" ? Wgs84.From(point[1].GetDouble(), point[0].GetDouble())?.ToRd() : null;
                if (position is null) return PlacesFailures.WrongRow.With(line, "geometry", geometry.ToString());
                var record = Record(cells, position);
                if (cells.Failure is { } failure) return failure;
                rows.Add((record, line));
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
            {
                return PlacesFailures.WrongRow.With(line, "geometry", text.Length > 60 ? text[..60] + "…" : text);
            }
        }

        return rows.Count == 0 ? PlacesFailures.NothingInIt : new Result<Done>().Then<IReadOnlyList<(AssetRecord, int)>>(_ => rows);
    }
}

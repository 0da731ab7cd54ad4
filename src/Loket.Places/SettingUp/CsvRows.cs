using CsvHelper;
using Loket.Kernel;

namespace Loket.Places;

/// <summary>Reads a file with columns by name (English, or the Dutch names of the BAG), between commas or semicolons.</summary>
internal static class CsvRows
{
    private static readonly Dictionary<string, string[]> Dutch = new(StringComparer.Ordinal)
    {
        ["street"] = ["straat", "straatnaam", "openbareruimte"], ["number"] = ["nummer", "huisnummer"], ["letter"] = ["huisletter"],
        ["addition"] = ["toevoeging", "huisnummertoevoeging"], ["town"] = ["woonplaats", "plaats"], ["area"] = ["gebied", "dorp"],
        ["kind"] = ["soort"], ["owner"] = ["eigenaar", "beheerder"], ["contractor"] = ["aannemer"], ["feeder"] = ["kabel"], ["retired"] = ["verwijderd"],
        ["key"] = ["sleutel"], ["name"] = ["naam"], ["parent"] = ["ligtin"], ["inhabitants"] = ["inwoners"],
    };

    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true, MaxRecordSize = 100_000, MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public static Result<IReadOnlyList<(T Record, int Line)>> Read<T>(TextReader file, string[] needed, Func<Cells, T> read)
    {
        var rows = new List<(T, int)>();
        using var csv = CsvReader.Create(file, Options, leaveOpen: true);
        try
        {
            csv.ReadHeader();
            if (csv.Headers.Count == 0) return PlacesFailures.NothingInIt;
            var places = csv.Headers.Select(CompactText.Of).Select((name, place) => (name, place)).DistinctBy(header => header.name).ToDictionary(header => header.name, header => header.place, StringComparer.Ordinal);
            int? PlaceOf(string name) => places.TryGetValue(name, out var place) ? place
                : Dutch.GetValueOrDefault(name)?.Where(places.ContainsKey).Select(other => (int?)places[other]).FirstOrDefault();
            var missing = needed.FirstOrDefault(name => PlaceOf(name) is null);
            if (missing is not null) return PlacesFailures.MissingColumn.With(missing);

            while (csv.Read())
            {
                var line = (int)csv.LineNumber;
                var cells = new Cells(line, name => PlaceOf(name) is { } place ? csv.GetString(place) : null);
                var record = read(cells);
                if (cells.Failure is { } failure) return failure;
                rows.Add((record, line));
            }
        }
        catch (CsvFormatException exception)
        {
            // Quotes that do not match, more or fewer cells than columns, or a row without end.
            return PlacesFailures.WrongRow.With((int)exception.LineNumber, "", "");
        }

        return rows.Count == 0 ? PlacesFailures.NothingInIt : new Result<Done>().Then<IReadOnlyList<(T, int)>>(_ => rows);
    }
}

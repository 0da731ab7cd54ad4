using Loket.Kernel;
using Loket.Storage;

namespace Loket.Places;

/// <summary>Replaces the municipality's list of addresses by a file: all of it or, when one row is wrong, nothing.</summary>
/// <remarks>Columns: street, number, letter, addition, postcode, town, area, x, y (metres of the Dutch grid); letter, addition, area, x and y may be missing or empty.</remarks>
public sealed class ImportAddresses(UnitOfWork work)
{
    /// <summary>What to bring in.</summary>
    /// <param name="File">Its text; stays open.</param>
    /// <param name="By">For the journal.</param>
    public sealed record Request(TextReader File, Who By);

    /// <summary>Brings it in, or says which row is wrong.</summary>
    public async Task<Result<AddressesImported>> Handle(Request request, CancellationToken cancel)
    {
        var read = CsvRows.Read(request.File, ["street", "number", "postcode", "town"], cells => new AddressRecord(
            cells.Needed("street", Street.LongestName), cells.Whole("number"), cells.Text("letter", 1), cells.Text("addition", 4),
            cells.Needed("postcode", 7), cells.Needed("town", Street.LongestName), cells.Text("area", Area.LongestKey), cells.Position()));
        if (read.Failure is { } failure) return failure;

        AddressRecord[] records = [.. read.Value.Select(row => row.Record)];
        var import = Ids.NewValue();
        return await work.Run<AddressesImported>(async current =>
        {
            var written = await AddressWriter.Replace(current, import, records, at => read.Value[at].Line, cancel);
            if (written.Succeeded) current.Journal.Write(written.Value, request.By);
            return written;
        }, cancel);
    }
}

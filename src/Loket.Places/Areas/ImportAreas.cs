using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Storage;

namespace Loket.Places;

/// <summary>Brings the list of areas up to date from a file: adds and changes, never removes, as cases lie in them. One wrong row and nothing happens.</summary>
/// <remarks>Columns: key, name, kind (area team, village, core; Dutch too), parent, inhabitants, x, y (its middle, metres of the Dutch grid); the last four may be missing or empty.</remarks>
public sealed class ImportAreas(UnitOfWork work)
{
    /// <summary>What to bring in.</summary>
    /// <param name="File">Its text; stays open.</param>
    /// <param name="By">For the journal.</param>
    public sealed record Request(TextReader File, Who By);

    /// <summary>Brings it in, or says which row is wrong.</summary>
    public async Task<Result<AreasImported>> Handle(Request request, CancellationToken cancel)
    {
        var read = CsvRows.Read(request.File, ["key", "name", "kind"], cells => new AreaCard(
            cells.Needed("key", Area.LongestKey), cells.Needed("name", Area.LongestName), KindOf(Fold.Of(cells.Needed("kind", 40))) ?? cells.Wrong<AreaKind>("kind"),
            cells.Text("parent", Area.LongestKey), cells.Text("inhabitants", 9) is null ? null : cells.Whole("inhabitants"), cells.Position()));
        if (read.Failure is { } failure) return failure;

        AreaCard[] areas = [.. read.Value.Select(row => row.Record)];
        var import = Ids.NewValue();
        return await work.Run<AreasImported>(async current =>
        {
            var written = await AreaWriter.Write(current, import, areas, at => read.Value[at].Line, cancel);
            if (written.Succeeded) current.Journal.Write(written.Value, request.By);
            return written;
        }, cancel);
    }

    private static AreaKind? KindOf(string word) => word switch
    {
        "area team" or "gebied" or "gebiedsteam" => AreaKind.AreaTeam,
        "village" or "dorp" => AreaKind.Village,
        "core" or "kern" => AreaKind.Core,
        _ => null,
    };
}

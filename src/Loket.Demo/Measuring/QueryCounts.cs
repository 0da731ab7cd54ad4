using System.Globalization;
using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using NodaTime;

namespace Loket.Demo.Measuring;

/// <summary>How often a page asks the database: a list for one row and for a whole page, other pages for those with the fewest and the most rows of some.</summary>
/// <remarks>Counted in the process that measures, after the measuring: a counter in the program would be part of what is measured.</remarks>
internal sealed class QueryCounts(Ground ground, StaffClient reader, StatementCount statements, CancellationToken cancel)
{
    private const double Most = 12;
    private const int Tried = 20;
    private const int MostCallbacks = 1000;
    private const string Unit = "queries";

    /// <summary>Of all pages that are measured.</summary>
    /// <param name="sampled">What there is to ask for.</param>
    /// <param name="place">Which of the readers it is.</param>
    public async Task<IReadOnlyList<Measured>> Of(Sampled sampled, int place)
    {
        List<Measured> measured = [];
        foreach (var (name, path, kind) in ListsBench.Lists) measured.AddRange(await OfList(name, kind is { } list ? await OneRow(list, path) : await OneCallback(path), path));
        measured.AddRange(await OfSome("case page", [.. sampled.Cases[place].Take(Tried).Select(one => Opening("/zaken/" + one))], ListsBench.RowsOfCase));
        measured.AddRange(await OfSome("customer view", [.. sampled.People[place].Take(Tried).Select(one => Opening("/klanten/" + one))], ListsBench.RowsOfPerson));
        measured.AddRange(await OfSome("find by name", await Found(sampled.Names), ListsBench.RowsFound));
        measured.AddRange(await OfSome("find by phone", await Found(sampled.Phones), ListsBench.RowsFound));
        measured.AddRange(await OfSome("find by address", await Found(sampled.Addresses), ListsBench.RowsFound));
        measured.AddRange(await OfSome("suggestions", await Suggested(sampled), ListsBench.RowsSuggested));
        return measured;
    }

    private async Task<IReadOnlyList<Measured>> OfList(string name, string one, string whole)
    {
        var (fewest, most) = (await Count(Opening(one)), await Count(Opening(whole)));
        return [Fewest(name, fewest), Measured.AtMost(Math.Min(Most, fewest), $"{name}: queries, most rows", ground.Database, most, Unit)];
    }

    private async Task<IReadOnlyList<Measured>> OfSome(string name, IReadOnlyList<Func<Task<OpenedPage>>> pages, Func<OpenedPage, int> rows)
    {
        if (pages.Count == 0) return [];
        var shown = new List<(Func<Task<OpenedPage>> Page, int Rows)>();
        foreach (var page in pages) shown.Add((page, rows(await page())));
        var (fewest, most) = (await Count(shown.MinBy(one => one.Rows).Page), await Count(shown.MaxBy(one => one.Rows).Page));
        return [Fewest(name, fewest), Measured.AtMost(Most, $"{name}: queries, most rows", ground.Database, most, Unit)];
    }

    private Measured Fewest(string name, int count) => Measured.AtMost(Most, $"{name}: queries, fewest rows", ground.Database, count, Unit);

    private Task<int> Count(Func<Task<OpenedPage>> page) => statements.Settled(async () =>
    {
        var opened = await page();
        if (!opened.IsFine) throw new InvalidOperationException($"{(int)opened.Status}: {opened.Text}");
    });

    private Func<Task<OpenedPage>> Opening(string path) => () => reader.Open(path, cancel);

    // The page that ends before the second row; the list itself where it is that short.
    private async Task<string> OneRow(WorklistKind kind, string path)
    {
        var rows = await ground.Use<Worklists, WorklistPage>(lists => lists.Page(kind, reader.By, 2, null, cancel));
        return rows.Next is { } second ? path + "?voor=" + KeyOf(second.SortAt, second.Id.Value) : path;
    }

    // The page after the last but one.
    private async Task<string> OneCallback(string path)
    {
        var rows = (await ground.Use<CallbackLists, CallbackPage>(lists => lists.Page(CallbackListKind.Mine, reader.By, MostCallbacks, null, cancel))).Rows;
        return rows.Count > 1 ? path + "?na=" + KeyOf(rows[^2].SortAt, rows[^2].Id.Value) : path;
    }

    private static string KeyOf(Instant at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeTicks()}.{id:N}");

    // The page to which the find box leads.
    private async Task<IReadOnlyList<Func<Task<OpenedPage>>>> Found(IReadOnlyList<string> sought)
    {
        var form = ShownForm.In((await reader.Open("/zoeken", cancel)).Text, "/zoeken") ?? throw new InvalidOperationException("/zoeken has no form.");
        var found = new List<Func<Task<OpenedPage>>>();
        foreach (var one in sought.Take(Tried)) found.Add(Opening((await reader.Send("/zoeken", form.Filled([KeyValuePair.Create("q", one)]), cancel)).Address));
        return found;
    }

    private async Task<IReadOnlyList<Func<Task<OpenedPage>>>> Suggested(Sampled sampled)
    {
        var form = ShownForm.In((await reader.Open("/intake", cancel)).Text, "/intake") ?? throw new InvalidOperationException("/intake has no form.");
        return [.. sampled.Intakes.Take(Tried).Select(question => (Func<Task<OpenedPage>>)(() => reader.Send("/intake?handler=Similar", form.Filled([.. question]), cancel)))];
    }
}

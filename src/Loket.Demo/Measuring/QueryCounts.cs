using System.Globalization;
using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Kernel;
using NodaTime;

namespace Loket.Demo.Measuring;

/// <summary>How often a page asks the database, the same for few rows as for many: a list for one row and for a whole page, other pages for those with the fewest and the most rows of some.</summary>
/// <remarks>Counted in the process that measures, after the measuring: a counter in the program would be part of what is measured.</remarks>
internal sealed class QueryCounts(Ground ground, StaffClient reader, StatementCount statements, CancellationToken cancel)
{
    private const double Most = 12;
    private const int Tried = 20;
    private const int MostCallbacks = 1000;
    private const string Unit = "queries";
    private const string Purpose = "bench";

    /// <summary>Of all pages that are measured.</summary>
    /// <param name="sampled">What there is to ask for.</param>
    /// <param name="place">Which of the readers it is.</param>
    public async Task<IReadOnlyList<Measured>> Of(Sampled sampled, int place)
    {
        List<Measured> measured = [];
        foreach (var (name, path, kind) in ListsBench.Lists) measured.AddRange(await OfList(name, kind is { } list ? await OneRow(list, path) : await OneCallback(path), path));
        var (plain, alike) = await Cases(sampled.Cases[place].Take(Tried));
        measured.AddRange(await OfSome("case page", plain, ListsBench.RowsOfCase));
        measured.AddRange(await OfSome("case page with what it may repeat", alike, ListsBench.RowsOfCase));
        measured.AddRange(await OfSome("customer view", [.. sampled.People[place].Take(Tried).Select(one => Opening("/klanten/" + one))], ListsBench.RowsOfPerson));
        measured.AddRange(await OfSome("find by name", await Found(sampled.Names), ListsBench.RowsFound));
        measured.AddRange(await OfSome("find by phone", await Found(sampled.Phones), ListsBench.RowsFound));
        measured.AddRange(await OfSome("find by address", await Found(sampled.Addresses), ListsBench.RowsFound));
        measured.AddRange(await OfSome("suggestions", await Suggested(sampled), ListsBench.RowsSuggested));
        return measured;
    }

    private async Task<IReadOnlyList<Measured>> OfList(string name, string one, string whole) => Counted(name, await Count(Opening(one)), await Count(Opening(whole)));

    private async Task<IReadOnlyList<Measured>> OfSome(string name, IReadOnlyList<Func<Task<OpenedPage>>> pages, Func<OpenedPage, int> rows)
    {
        if (pages.Count == 0) return [];
        var shown = new List<(Func<Task<OpenedPage>> Page, int Rows)>();
        foreach (var page in pages) shown.Add((page, rows(await page())));
        return Counted(name, await Count(shown.MinBy(one => one.Rows).Page), await Count(shown.MaxBy(one => one.Rows).Page));
    }

    private IReadOnlyList<Measured> Counted(string name, int fewest, int most) =>
    [
        Measured.AtMost(Most, $"{name}: queries, fewest rows", ground.Database, fewest, Unit),
        Measured.AtMost(Math.Min(Most, fewest), $"{name}: queries, most rows", ground.Database, most, Unit),
    ];

    private Task<int> Count(Func<Task<OpenedPage>> page) => statements.Settled(async () =>
    {
        var opened = await page();
        if (!opened.IsFine) throw new InvalidOperationException($"{(int)opened.Status}: {opened.Text}");
    });

    private Func<Task<OpenedPage>> Opening(string path) => () => reader.Open(path, cancel);

    // Of what one person asks about an object, the page looks for what it may repeat: that is a page of its own, and so it is counted. What nobody has placed yet is left out.
    private async Task<(IReadOnlyList<Func<Task<OpenedPage>>> Plain, IReadOnlyList<Func<Task<OpenedPage>>> Alike)> Cases(IEnumerable<string> references)
    {
        List<Func<Task<OpenedPage>>> plain = [], alike = [];
        foreach (var reference in references)
        {
            var opened = await ground.Use<OpenCase, Result<CaseView>>(open => open.Handle(reference, reader.By, Purpose, cancel));
            if (!opened.Succeeded) continue;
            var view = opened.Value;
            if (view.ClosedAt is not null || view.ProposedPaper is not null || view.Participants.Count(one => one.LeftAt is null) != 1) plain.Add(Opening("/zaken/" + reference));
            else if (view.Place.Asset is not null) alike.Add(Opening("/zaken/" + reference));
            else if (view.TriageReason is null) plain.Add(Opening("/zaken/" + reference));
        }

        return (plain, alike);
    }

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
        // Where something is takes as many questions as there are ways to say it: an object has a number.
        return
        [
            .. sampled.Intakes.Where(question => question.Any(field => field.Key == "Form.Asset")).Take(Tried)
                .Select(question => (Func<Task<OpenedPage>>)(() => reader.Send("/intake?handler=Similar", form.Filled([.. question]), cancel))),
        ];
    }
}

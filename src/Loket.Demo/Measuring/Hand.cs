using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Loket.Demo.Town;
using Loket.Organisation.Rights;

namespace Loket.Demo.Measuring;

/// <summary>How fast people work.</summary>
/// <param name="ShortestThought">The least time between an answer and what is done next.</param>
/// <param name="LongestThought">The most.</param>
/// <param name="ListAsks">How often a list that stands open asks what came onto it, as its script does.</param>
/// <param name="CaseAsks">How often a case that stands open says that somebody is there.</param>
/// <param name="Least">How much everybody does at least, however long that takes.</param>
internal sealed record Pace(TimeSpan ShortestThought, TimeSpan LongestThought, TimeSpan ListAsks, TimeSpan CaseAsks, int Least)
{
    /// <summary>As people do.</summary>
    public static Pace OfPeople { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30), Least: 0);

    /// <summary>Faster than anybody, to see that it works.</summary>
    public static Pace Quick { get; } = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(300), Least: 8);
}

/// <summary>What somebody did.</summary>
/// <param name="Doing">What.</param>
/// <param name="Milliseconds">How long they waited for it.</param>
internal sealed record Deed(string Doing, double Milliseconds);

/// <summary>Somebody of the staff at work: opens a list, opens a case of it, writes a note, assigns it, looks somebody up, and thinks in between. A list and a case stand open meanwhile.</summary>
internal sealed class Hand(StaffClient client, Dice dice, IReadOnlyList<string> sought, Pace pace)
{
    private const string List = "list";
    private const string Case = "case";
    private const string Note = "note";
    private const string Assign = "assign";
    private const string Search = "search";
    private const string RowMark = "data-row";

    private static readonly string[] Paths = ["/werk", "/werk", "/werk/team", "/werk/team", "/werk/vandaag", "/werk/te-laat", "/werk/alles"];

    private readonly List<Deed> deeds = [];
    private readonly ConcurrentQueue<string> errors = [];
    private string? open;   // the case that stands open, as it was shown
    private string? list;   // the list that stands open
    private int asked;
    private int crossed;

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<Deed> Deeds => deeds;

    /// <summary>What went wrong.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>How often what stood open asked by itself.</summary>
    public int Asked => asked;

    /// <summary>How often a colleague was first.</summary>
    public int Crossed => crossed;

    /// <summary>Works for so long, and at least for as much as the pace says.</summary>
    public async Task Work(TimeSpan time, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // What stands open asks for as long as somebody works.
        var asking = Task.WhenAll(Beat(pace.ListAsks, AskList, over.Token, cancel), Beat(pace.CaseAsks, AskCase, over.Token, cancel));
        try
        {
            // Nobody begins at the same moment.
            await Act(time, Thought() * dice.Fraction(), cancel);
        }
        finally
        {
            await over.CancelAsync();
        }

        await asking;
    }

    private async Task Act(TimeSpan time, TimeSpan first, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var wait = first; deeds.Count < pace.Least || Stopwatch.GetElapsedTime(begun) + wait < time; wait = Thought())
        {
            await Task.Delay(wait, cancel);
            var (doing, act) = Next();
            var asking = Stopwatch.GetTimestamp();
            await Try(doing, async () => await act(cancel));
            deeds.Add(new Deed(doing, Stopwatch.GetElapsedTime(asking).TotalMilliseconds));
        }
    }

    // What nobody can do with what stands open becomes the opening of it.
    private (string Doing, Func<CancellationToken, Task<OpenedPage>> Act) Next()
    {
        var cases = list is null ? [] : ShownForm.Links(list, "/zaken/");
        var chance = dice.Below(100);
        if (chance < 12 && open is not null && ShownForm.In(open, "handler=Note") is { } note) return (Note, cancel => OnCase(note, cancel, KeyValuePair.Create("Note.Text", "Gebeld, morgen verder.")));
        if (chance is >= 12 and < 24 && open is not null && ShownForm.In(open, "handler=Assign") is { } assign && client.By.Teams.Count > 0)
            return (Assign, cancel => OnCase(assign, cancel, KeyValuePair.Create("Assign.Team", client.By.Teams.First().Value.ToString()), KeyValuePair.Create("Assign.Handler", dice.Percent(50) ? client.By.Staff?.Value.ToString() ?? "" : "")));
        if (chance is >= 24 and < 40 && list is not null && ShownForm.In(list, "/zoeken") is { } find && client.By.May(Right.SeePersonalData))
            return (Search, cancel => client.Send(find.Action, find.Filled([KeyValuePair.Create("q", dice.Pick(sought))]), cancel));
        if (chance < 72 && cases.Count > 0) return (Case, cancel => OpenCase(dice.Pick(cases), cancel));
        return (List, OpenList);
    }

    private async Task<OpenedPage> OpenList(CancellationToken cancel)
    {
        var page = await client.Open(dice.Pick(Paths), cancel);
        if (page.IsFine) list = page.Text;
        return page;
    }

    private async Task<OpenedPage> OpenCase(string path, CancellationToken cancel)
    {
        var page = await client.Open(path, cancel);
        open = page.IsFine ? page.Text : null;
        return page;
    }

    private async Task<OpenedPage> OnCase(ShownForm form, CancellationToken cancel, params KeyValuePair<string, string>[] fields)
    {
        var page = await client.Send(form.Action, form.Filled(fields), cancel);
        // Who gave it to a colleague may not know of it any more, and stands before their list.
        open = page.IsFine && page.Count("data-here=") > 0 ? page.Text : null;
        return page;
    }

    private async Task Beat(TimeSpan every, Func<CancellationToken, Task<OpenedPage?>> ask, CancellationToken over, CancellationToken cancel)
    {
        while (await Waited(every, over))
        {
            await Try("asking", async () =>
            {
                var answer = await ask(cancel);
                if (answer is not null) Interlocked.Increment(ref asked);
                return answer;
            });
        }
    }

    // As the script does: what came, and what changed of what stands there; that is fetched and put in its place.
    private async Task<OpenedPage?> AskList(CancellationToken cancel)
    {
        if (list is not { } shown || ShownForm.Attribute(shown, "data-news") is not { } address) return null;
        var rows = ShownForm.Attributes(CasesIn(shown), RowMark);
        var seen = rows.Count == 0 ? "" : "&gezien=" + string.Join(',', rows);
        var answer = await client.Open(address + seen, cancel);
        if (!answer.IsFine || answer.Text.Split(' ') is not [_, not "0"] || ShownForm.Attribute(shown, "data-rows") is not { } at) return answer;
        var part = await client.Open(at + seen, cancel);
        Interlocked.Increment(ref asked);
        if (part.IsFine) Interlocked.CompareExchange(ref list, Renewed(shown, rows, ShownForm.Attributes(part.Text, RowMark)), shown);
        return part;
    }

    // Tasks stand above them, and are asked after under another name.
    private static string CasesIn(string page) => page.IndexOf("id=\"work\"", StringComparison.Ordinal) is var at and >= 0 ? page[at..] : "";

    // A row that comes back as it was has left the list.
    private static string Renewed(string shown, IReadOnlyList<string> rows, IReadOnlyList<string> fresh)
    {
        foreach (var row in fresh)
        {
            if (rows.FirstOrDefault(one => one.Split('.')[0] == row.Split('.')[0]) is { } before)
                shown = shown.Replace($"{RowMark}=\"{before}\"", before == row ? "data-gone=\"\"" : $"{RowMark}=\"{row}\"", StringComparison.Ordinal);
        }

        return shown;
    }

    private async Task<OpenedPage?> AskCase(CancellationToken cancel)
    {
        if (open is not { } page || ShownForm.Attribute(page, "data-here") is not { } address || ShownForm.In(page, "/zoeken") is not { } form) return null;
        return await client.Send(address, form.Filled([KeyValuePair.Create("case", ShownForm.Attribute(page, "data-case") ?? ""), KeyValuePair.Create("doing", "Reading")]), cancel);
    }

    private async Task Try(string doing, Func<Task<OpenedPage?>> act)
    {
        try
        {
            if (await act() is not { IsFine: false } wrong) return;
            // That a colleague was first is no error: the page says so, with both versions.
            if (wrong.Status == HttpStatusCode.Conflict) Interlocked.Increment(ref crossed);
            else errors.Enqueue($"{doing}: {(int)wrong.Status}");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            errors.Enqueue($"{doing}: {exception.Message}");
        }
    }

    private TimeSpan Thought() => TimeSpan.FromSeconds(dice.Fraction(pace.ShortestThought.TotalSeconds, pace.LongestThought.TotalSeconds));

    private static async Task<bool> Waited(TimeSpan time, CancellationToken over)
    {
        try
        {
            await Task.Delay(time, over);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

using System.Globalization;
using System.Net;
using Loket.Cases;
using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Somebody opens each list and takes it along as a file. What must stand there follows from how things stand and where they stand, and not from what the program lets them see: the rows,
/// the numbers beside the lists and the files are compared with it. Then they put all cases that they see to sleep: those of their own team sleep, those of another do not.</summary>
internal sealed class MatrixLists(MatrixTown town, Visitor visitor, Actor actor, Role role, Standing standing)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    // In the order in which they stand beside each other.
    private static readonly string[] OfCases = ["", "team", "verdelen", "ketenpartner", "vandaag", "te-laat", "sluimert", "alles"];
    private static readonly string[] OfCallbacks = ["", "team", "te-laat", "alles"];

    private readonly List<string> complaints = [];

    private Instant Now => town.Town.Tenant.Clock.Now();

    private bool SeesPeople => actor.May(Right.SeePersonalData);

    /// <summary>What is wrong.</summary>
    public async Task<IReadOnlyList<string>> Through()
    {
        var stand = new List<Stand>();
        foreach (var marked in town.All)
        {
            var asked = await town.Town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(marked.References[2], Actor.System, Cancel));
            stand.Add(new Stand(marked, await town.Town.Sees(Actor.System, marked.Reference), asked.Value));
        }

        if (actor.May(Right.SeeCases))
        {
            await Lists("/werk", OfCases, "#work", list => [.. stand.Where(one => IsOn(list, one)).Select(one => (one.Marked, one.Case.Reference))]);
            if (actor.May(Right.WorkOnCases)) await Sleep(stand);
        }
        else
        {
            await IsNotForThem("/werk/alles?handler=Csv");
        }

        if (actor.May(Right.RegisterContacts) && SeesPeople) await Lists("/terugbellen", OfCallbacks, "#callbacks", list => [.. stand.Where(one => IsToCall(list, one)).Select(one => (one.Marked, one.Callback.Reference))]);
        else await IsNotForThem("/terugbellen/alles?handler=Csv");
        return complaints;
    }

    private async Task Lists(string root, string[] lists, string table, Func<string, IReadOnlyList<(MarkedCase Marked, string Reference)>> expected)
    {
        foreach (var list in lists)
        {
            var (address, rows) = (list.Length == 0 ? root : root + "/" + list, expected(list));
            await visitor.Open(address);
            AreSame(address, "rows", rows.Select(one => one.Reference), visitor.Page.QuerySelectorAll(table + " tbody .loket-reference").Select(reference => reference.TextContent.Trim()));
            Tells(address, visitor.Page.DocumentElement.OuterHtml, rows);
            var numbers = visitor.Page.QuerySelectorAll(".loket-tabs__count").Select(count => int.Parse(count.TextContent, CultureInfo.InvariantCulture)).Take(lists.Length);
            AreSame(address, "numbers", lists.Select(one => $"{one}: {expected(one).Count}"), lists.Zip(numbers, (one, number) => $"{one}: {number}"));

            using var answer = await visitor.Client.GetAsync(new Uri(address + "?handler=Csv", UriKind.Relative), Cancel);
            if (answer.StatusCode != HttpStatusCode.OK) Complain($"gets {(int)answer.StatusCode} for the file of {address}");
            var file = await answer.Content.ReadAsStringAsync(Cancel);
            AreSame(address, "lines of the file", rows.Select(one => one.Reference), file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')[0]));
            Tells(address + " as a file", file, rows);
        }
    }

    // What residents said is for who may see personal data, of what stands there and of nothing else.
    private void Tells(string where, string text, IReadOnlyList<(MarkedCase Marked, string Reference)> rows)
    {
        foreach (var marked in town.All)
        {
            var (reads, may) = (text.Contains(marked.Marker, StringComparison.OrdinalIgnoreCase), SeesPeople && rows.Any(row => row.Marked == marked));
            if (reads != may) Complain($"{(reads ? "reads" : "does not read")} {marked.Marker} at {where}");
        }
    }

    private async Task IsNotForThem(string address)
    {
        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        if (answer.StatusCode != HttpStatusCode.Forbidden) Complain($"gets {(int)answer.StatusCode} for {address}, which is not for them");
    }

    // Of one's own team what nobody has taken, and for its lead what its people have as well (decision 0037); nothing of another team, also where one may know of it.
    private async Task Sleep(List<Stand> stand)
    {
        await visitor.Open("/werk/alles");
        var boxes = visitor.Page.QuerySelectorAll("#work tbody [name='Bulk.Case']").Select(box => ("Bulk.Case", box.GetAttribute("value")!)).ToList();
        if (boxes.Count == 0) return;
        var day = Now.InZone(MunicipalCalendar.Amsterdam).Date.PlusDays(7);
        await visitor.Follow(visitor.Sent("Snooze",
        [
            ("Bulk.Reason", "De aannemer komt."), ("Bulk.Until.Day", Number(day.Day)), ("Bulk.Until.Month", Number(day.Month)), ("Bulk.Until.Year", Number(day.Year)), .. boxes,
        ]));
        var may = stand.Where(one => IsKnown(one) && IsTheirs(one) && (one.Case.Handler is null || actor.May(Right.LeadTeam))).Select(one => one.Marked.Marker).ToList();
        AreSame("/werk/alles", "cases put to sleep", may, await Sleeping());
        if (may.Count == 0) return;
        await visitor.Follow(visitor.Pressed("Undo"));
        AreSame("/werk/alles", "cases put to sleep, after taking it back", [], await Sleeping());

        static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyList<string>> Sleeping()
    {
        var sleeping = new List<string>();
        foreach (var marked in town.All)
        {
            if ((await town.Town.Sees(Actor.System, marked.Reference)).SnoozedUntil is not null) sleeping.Add(marked.Marker);
        }

        return sleeping;
    }

    private bool IsOn(string list, Stand one)
    {
        var (found, endOfDay) = (one.Case, Now.InZone(MunicipalCalendar.Amsterdam).Date.PlusDays(1).AtStartOfDayInZone(MunicipalCalendar.Amsterdam).ToInstant());
        return IsKnown(one) && found.Status != CaseStatus.Closed && list switch
        {
            "" => found.Handler == actor.Staff,
            "team" => IsTheirs(one),
            "verdelen" => found.Team is null,
            "ketenpartner" => found.Status == CaseStatus.WithPartner,
            "vandaag" => IsTheirs(one) && found.DeadlineAt >= Now && found.DeadlineAt < endOfDay,
            "te-laat" => IsTheirs(one) && found.DeadlineAt < Now,
            // What was put to sleep here was taken back.
            "sluimert" => false,
            _ => true,
        };
    }

    // Who is bounded knows of requests of their teams alone, whatever those are about (decision 0040).
    private bool IsToCall(string list, Stand one)
    {
        var isTheirs = actor.Teams.Contains(one.Callback.Team);
        var mayKnow = standing == Standing.Bounded ? isTheirs : IsKnown(one);
        return mayKnow && one.Callback.EndedAt is null && list switch
        {
            "" => one.Callback.Owner == actor.Staff,
            "team" => isTheirs,
            "te-laat" => one.Callback.Window.Until < Now,
            _ => true,
        };
    }

    private bool IsKnown(Stand one) => town.KnownTo(standing).Contains(one.Marked);

    private bool IsTheirs(Stand one) => one.Case.Team is { } team && actor.Teams.Contains(team);

    private void AreSame(string where, string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (must, are) = (string.Join(", ", expected.Order(StringComparer.Ordinal)), string.Join(", ", actual.Order(StringComparer.Ordinal)));
        if (must != are) Complain($"has as {what} of {where}: {are}; it should be: {must}");
    }

    private void Complain(string what) => complaints.Add($"{role} ({standing}) {what}");

    /// <summary>How one of the three stands.</summary>
    private sealed record Stand(MarkedCase Marked, CaseView Case, CallbackView Callback);
}

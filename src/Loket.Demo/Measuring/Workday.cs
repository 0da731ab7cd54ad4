using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using NodaTime;

namespace Loket.Demo.Measuring;

/// <summary>Gives people work of their own in a town whose cases nobody has taken yet, so that no list of theirs is empty.</summary>
internal static class Workday
{
    private const int Own = 40;
    private const int Asleep = 30;
    private const int Calls = 150;

    /// <summary>Each takes cases of their teams and lets some of them sleep; together they have people to call back.</summary>
    public static async Task Begin(Ground ground, IReadOnlyList<Actor> people, CancellationToken cancel)
    {
        foreach (var by in people.Where(one => one.May(Right.WorkOnCases))) await Take(ground, by, cancel);
        await PlanCalls(ground, people, cancel);
    }

    private static async Task Take(Ground ground, Actor by, CancellationToken cancel)
    {
        var free = (await List(WorklistKind.Team)).Where(row => row.Handler is null && !row.Danger && row.TriageReason is null).Take(Own + Asleep).ToList();
        if (free.Count == 0) return;
        await ground.Use<TakeCases, Result<BulkOutcome>>(take => take.Handle(Seen(free), cancel));
        var until = ground.Tenant.Clock.Now().InUtc().Date.PlusDays(7);
        var taken = (await List(WorklistKind.Mine)).Take(Asleep).ToList();
        await ground.Use<SnoozeCases, Result<BulkOutcome>>(snooze => snooze.Handle(Seen(taken), new SnoozeCases.Sleep(until, "De aannemer komt volgende week."), cancel));

        async Task<IReadOnlyList<WorklistRow>> List(WorklistKind kind) => (await ground.Use<Worklists, WorklistPage>(lists => lists.Page(kind, by, CaseActs.Most, null, cancel))).Rows;

        BulkChange Seen(List<WorklistRow> rows) => new(RequestKey.None, [.. rows.Select(row => new SeenCase(row.Id, row.Version))], by);
    }

    private static async Task PlanCalls(Ground ground, IReadOnlyList<Actor> people, CancellationToken cancel)
    {
        MunicipalCalendar phone;
        await using (var db = ground.Services.GetRequiredService<Databases>().Open(ground.Tenant)) phone = await Calendars.Phone(db, cancel);
        var windows = CallWindows.Offer(ground.Tenant.Clock.Now() + Duration.FromHours(1), new WorkingTime(phone), 5);
        var matters = await ground.Ask<string>($"SELECT reference AS \"Value\" FROM matters WHERE outcome = 'Answered' AND sensitive_group IS NULL ORDER BY reference LIMIT {Calls}", cancel);
        foreach (var (number, text) in matters.Index())
        {
            if (!Reference.TryParse(text, out var matter)) continue;
            var asked = new NewCallback(new CallbackOwner(null, people[number % people.Count].Staff), windows[number % windows.Count], "06 12345678");
            // Refused where it is not for them; the next one is.
            await ground.Use<MakeCallback, Result<RegisteredCallback>>(make => make.Handle(new MakeCallback.Request(RequestKey.None, matter, asked, Actor.System), cancel));
        }
    }
}

using System.Globalization;
using Loket.Organisation.SetUp;
using Loket.Storage.Jobs;
using Loket.Storage.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Loket.Demo.Town.Loading;

/// <summary>Lets the founded town live through its stories: the business clock stands at each step, and what falls due in between is done by the program itself.</summary>
/// <param name="services">The services of the program; nobody else may be doing jobs of the tenant.</param>
/// <param name="tenant">The town.</param>
public sealed class TownFiller(IServiceProvider services, Tenant tenant)
{
    private readonly JobRunner runner = services.GetRequiredService<JobRunner>();
    private readonly JobFigures figures = services.GetRequiredService<JobFigures>();

    /// <summary>Founds the town before its first story and tells the stories; the business clock is the machine's again afterwards.</summary>
    /// <param name="count">How many cases, on top of the known stories.</param>
    /// <param name="baseAddress">Where the site is.</param>
    /// <param name="progress">Hears of each week.</param>
    /// <param name="cancel">Stops it, half full.</param>
    public async Task<Filled> FoundAndFill(int count, string baseAddress, IProgress<string> progress, CancellationToken cancel)
    {
        var until = tenant.Clock.Now();
        tenant.Clock.SetTo(until - Duration.FromDays(CaseGenerator.ThreeMonths + 14));
        OrganisationKeys keys;
        await using (var scope = Scope())
        {
            keys = await TownFounder.Found(scope.ServiceProvider, baseAddress, cancel);
            await ModulesOfTown.Keep(scope.ServiceProvider, keys, cancel);
        }

        progress.Report("The town is founded.");
        var town = DemoTown.Build(TownFounder.Seed);
        var filled = await Fill(town, keys, new CaseGenerator(town, count, until).Stories(), until, progress, cancel);
        await using (var scope = Scope()) await OwnWork.Take(scope.ServiceProvider, keys.Staff[KnownFaces.SignInOf(StaffRole.Handler)], cancel);
        return filled;
    }

    /// <summary>Tells the stories in a town that is founded; the business clock is the machine's again afterwards.</summary>
    /// <param name="town">The town.</param>
    /// <param name="keys">Its teams, people and partners in the program.</param>
    /// <param name="stories">The stories.</param>
    /// <param name="until">Now: the end of the stories.</param>
    /// <param name="progress">Hears of each week.</param>
    /// <param name="cancel">Stops it, half full.</param>
    public async Task<Filled> Fill(
        DemoTown town, OrganisationKeys keys, IEnumerable<Story> stories, Instant until, IProgress<string> progress, CancellationToken cancel)
    {
        var cast = new Cast(keys, town.Staff);
        var counted = new FillCount();
        var customers = new Dictionary<int, Contacts.CustomerId>();
        var work = new WorkDays(WorkDays.DayOf(until).PlusDays(-CaseGenerator.ThreeMonths - 30), WorkDays.DayOf(until).PlusDays(60));
        var steps = stories.SelectMany((story, number) => new StoryPlayer(IsLeftInTriage(story, number, until) ? LeftInTriage(story) : story, number, cast, counted, customers).Steps(work))
            .Where(step => step.At < until).OrderBy(step => step.At).ToList();
        if (steps.Count > 0) tenant.Clock.SetTo(steps[0].At);

        var (week, day) = (-1, WorkDays.DayOf(tenant.Clock.Now()));
        var round = new MorningRound(cast, counted);
        foreach (var (at, play) in steps)
        {
            await PassUntil(at, cancel);
            if (work.IsWorking(at) && WorkDays.DayOf(at) is var today && today > day)
            {
                day = today;
                await using var morning = Scope();
                await round.Go(morning.ServiceProvider, today.DayOfYear, cancel);
            }

            await using (var scope = Scope()) await play(scope.ServiceProvider, cancel);
            if (week == (week = (int)(at - steps[0].At).TotalDays / 7)) continue;
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"The town lives: week {week + 1}, {counted.Contacts} contacts, {counted.Cases} cases."));
        }

        await PassUntil(until, cancel);
        tenant.Clock.Advance(-tenant.Clock.Offset);
        await RunJobs(cancel);
        return counted.Done();
    }

    // The stories place everything at once; in life some of what came in these days still waits for somebody to place it.
    private static bool IsLeftInTriage(Story story, int number, Instant until) =>
        story is { Name: null, Paper: null, Case: { IsDanger: false, End: CaseEnd.Open } } && number % 3 == 0 && story.At > until - Duration.FromDays(5);

    private static Story LeftInTriage(Story story) => story with
    {
        Case = story.Case! with { StartedInTriage = true },
        Events = [.. story.Events.Where(step => step.Kind is StoryEventKind.Opened or StoryEventKind.Joined)],
    };

    /// <summary>Timers go off at their own moment, so that a chase or a warning bears the time that it would have had.</summary>
    private async Task PassUntil(Instant moment, CancellationToken cancel)
    {
        while (await figures.NextDue(tenant, moment, cancel) is { } due)
        {
            if (due > tenant.Clock.Now()) tenant.Clock.SetTo(due);
            await RunJobs(cancel);
        }

        if (moment > tenant.Clock.Now()) tenant.Clock.SetTo(moment);
    }

    private async Task RunJobs(CancellationToken cancel)
    {
        while (await runner.RunDue(tenant, 50, cancel) > 0)
        {
        }
    }

    private AsyncServiceScope Scope()
    {
        var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = tenant;
        return scope;
    }
}

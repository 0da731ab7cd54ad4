using System.Diagnostics;
using System.Net;
using Loket.Commands;
using Loket.Configuration;
using Loket.Demo.Outside;
using Loket.Doctor;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Providers;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>What doctor finds when something is wrong, and what it says to do.</summary>
public sealed class DoctorTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Dead_and_late_jobs_are_named_and_the_command_that_it_names_mends_them(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        await machine.Found();
        var (dead, late) = (Guid.NewGuid(), Guid.NewGuid());
        await machine.Do(
            Insert(database, dead, "message.send", "Dead", "The pigeon was ill"),
            Insert(database, late, "case.send-digest", "Open", "No paper"));

        var doctor = await machine.Run("doctor");
        Assert.Equal(ExitCode.NotWell, doctor.Code);
        Assert.Contains($"message.send {dead} (The pigeon was ill)", Line(doctor.Said, "failed jobs"), StringComparison.Ordinal);
        Assert.Contains($"case.send-digest {late} (No paper)", Line(doctor.Said, "jobs"), StringComparison.Ordinal);
        var listed = await machine.Run("jobs");
        Assert.Equal((ExitCode.NotWell, 2), (listed.Code, listed.Said.Split('\n').Count(line => line.Length > 0)));

        Assert.Equal(ExitCode.Refused, (await machine.Run("jobs", "retry", Guid.NewGuid().ToString())).Code);
        Assert.Equal((ExitCode.Ok, "1 tried again."), (await machine.Run("jobs", "retry", dead.ToString())) is var one ? (one.Code, one.Said.Trim()) : default);
        Assert.Equal((ExitCode.Ok, "1 tried again."), (await machine.Run("jobs", "retry", "all")) is var rest ? (rest.Code, rest.Said.Trim()) : default);

        Assert.Equal((ExitCode.Ok, "No job fails."), (await machine.Run("jobs")) is var after ? (after.Code, after.Said.Trim()) : default);
    }

    [Theory, BothDatabases]
    public async Task A_journal_that_was_changed_is_found_and_that_it_was_checked_stands_in_it(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        await machine.Found();
        Assert.Contains("whole", Line((await machine.Run("doctor")).Said, "journal"), StringComparison.Ordinal);

        await machine.Do(database == Database.Sqlite ? "DROP TRIGGER journal_entries_no_update" : "ALTER TABLE journal_entries DISABLE TRIGGER USER",
            "UPDATE journal_entries SET data = '{\"linked\":99}' WHERE kind = 'journal.checked'");
        var doctor = await machine.Run("doctor");

        Assert.StartsWith("wrong", Line(doctor.Said, "journal"), StringComparison.Ordinal);
        Assert.Contains("the entry is not what was written", Line(doctor.Said, "journal"), StringComparison.Ordinal);
        Assert.StartsWith("wrong", Line(doctor.Said, "guards"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_runs_behind_what_was_written_already_is_found(Database database)
    {
        await using var town = await Town.On(database);
        Assert.Equal(FindingState.Ok, (await Clock(town)).State);
        town.Tenant.Clock.Advance(Duration.FromMinutes(5));
        await town.Use<UnitOfWork, Result<Done>>(work => work.Run<Done>(current =>
        {
            current.Journal.Write(new JournalChecked(Guid.NewGuid()), Who.System);
            return Task.FromResult<Result<Done>>(default(Done));
        }, Cancel));
        town.Tenant.Clock.Advance(-Duration.FromMinutes(5));

        var clock = await Clock(town);

        Assert.Equal(FindingState.Wrong, clock.State);
        Assert.Contains("timedatectl", clock.Do, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_is_found()
    {
        var disk = Directory.CreateTempSubdirectory("loket-disk-").FullName;
        Assert.SkipUnless(await Run("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", disk), "A disk of its own can't be mounted here; that takes root.");
        try
        {
            var found = DiskChecks.Of(Settings(new TenantSettings { Folder = disk })).ToList();

            Assert.Equal(FindingState.Wrong, Assert.Single(found).State);
            Assert.Contains($"0.1 GB free for {disk}", found[0].Says, StringComparison.Ordinal);
        }
        finally
        {
            await Run("umount", disk);
            Directory.Delete(disk);
        }
    }

    [Fact]
    public async Task A_gateway_for_text_messages_is_asked_and_nothing_is_sent()
    {
        await using var outside = await OutsideHttp.Start();
        var well = await Sms(outside.SmsUrl, Now);
        Assert.Equal([("sms", FindingState.Ok), ("clock", FindingState.Ok)], well.Select(one => (one.Check, one.State)));
        Assert.Empty(outside.Requests);

        Assert.Equal([("sms", FindingState.Wrong)], (await Sms(new Uri("http://127.0.0.1:1/sms"), Now)).Select(one => (one.Check, one.State)));
        await using var refuses = await Gateway(HttpStatusCode.Unauthorized);
        Assert.Contains("token", (await Sms(new Uri(refuses.Urls.First()), Now))[0].Says, StringComparison.Ordinal);
        await using var moved = await Gateway(HttpStatusCode.MovedPermanently);
        Assert.Equal(FindingState.Wrong, (await Sms(new Uri(moved.Urls.First()), Now))[0].State);
    }

    [Fact]
    public async Task A_provider_is_asked_who_it_is_and_one_that_is_away_or_another_is_found()
    {
        await using var provider = await LocalProvider.Start();
        Assert.Equal(FindingState.Ok, (await ProviderChecks.Of("village", provider.Settings, Cancel)).State);
        Assert.Equal(FindingState.Note, (await ProviderChecks.Of("village", null, Cancel)).State);

        var another = await ProviderChecks.Of("village", provider.Settings with { Authority = new Uri(provider.Address, "/realms/staff") }, Cancel);
        Assert.Equal(FindingState.Wrong, another.State);
        await provider.Stop();
        Assert.Equal(FindingState.Wrong, (await ProviderChecks.Of("village", provider.Settings, Cancel)).State);
    }

    [Theory, BothDatabases]
    public async Task A_claim_that_gives_a_team_that_is_not_there_is_found(Database database)
    {
        await using var town = await Town.On(database);
        var settings = new ProviderSettings
        {
            Authority = new Uri("https://login.example/"), ClientId = "loket", Teams = new Dictionary<string, string>(StringComparer.Ordinal) { ["1f0c"] = "lighting", ["2b7a"] = "ligthing" },
        };

        var found = await town.Use<TeamDirectory, IReadOnlyList<Finding>>(teams => ProviderChecks.Teams("village", settings, teams, Cancel));

        Assert.Contains("not there: ligthing.", Assert.Single(found).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_differs_from_that_of_the_gateway_is_found()
    {
        await using var outside = await OutsideHttp.Start();

        var found = await Sms(outside.SmsUrl, Now - Duration.FromMinutes(3));

        Assert.Equal(("clock", FindingState.Wrong), (found[1].Check, found[1].State));
    }

    [Fact]
    public void That_the_days_of_the_law_are_known_for_less_than_a_year_is_noted_and_too_short_for_a_term_is_wrong()
    {
        FindingState On(int year, int month, int day) => TermsChecks.Of(Instant.FromUtc(year, month, day, 12, 0)).State;

        Assert.Equal([FindingState.Ok, FindingState.Note, FindingState.Wrong], [On(2027, 12, 30), On(2028, 1, 2), On(2028, 10, 2)]);
        Assert.Contains("2028-12-31", TermsChecks.Of(Now).Says, StringComparison.Ordinal);
        // The last year of which the decrees name a day is the last of those that are known.
        Assert.Equal(StatutoryCalendar.DesignatedUntil.Year, StatutoryCalendar.KnownDesignatedDays.Max().Year);
    }

    private static Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static async Task<IReadOnlyList<Finding>> Sms(Uri url, Instant now) =>
        [.. (await MessagingChecks.Of("village", new MessagingSettings { Sms = new SmsSettings { Url = url, From = "Village", Token = "token" } }, now, Cancel)).Skip(1)];

    private static async Task<Finding> Clock(Town town)
    {
        var services = (await Installation.Running).Services;
        var (_, findings) = await DatabaseChecks.Of(services.GetRequiredService<Databases>(), services.GetRequiredService<JournalChain>(), town.Tenant, Cancel);
        return Assert.Single(findings, finding => finding.Check == "clock");
    }

    private static async Task<WebApplication> Gateway(HttpStatusCode status)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = (int)status;
            return Task.CompletedTask;
        });
        await app.StartAsync(Cancel);
        return app;
    }

    private static string Insert(Database database, Guid id, string kind, string state, string error)
    {
        var written = database == Database.Sqlite ? $"x'{Convert.ToHexString(id.ToByteArray(bigEndian: true))}'" : $"'{id}'";
        return $"INSERT INTO jobs (id, kind, payload, due_at, ready_at, state, attempt, last_error) VALUES ({written}, '{kind}', '{{}}', 0, 0, '{state}', 12, '{error}')";
    }

    private static string Line(string said, string check) => said.Split('\n').FirstOrDefault(line => line.Contains($" village          {check,-12} ", StringComparison.Ordinal)) ?? $"No line '{check}' in: {said}";

    private static LoketSettings Settings(TenantSettings village) =>
        new() { Tenants = new Dictionary<string, TenantSettings>(StringComparer.Ordinal) { ["village"] = village } };

    private static async Task<bool> Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false });
        await process!.WaitForExitAsync(Cancel);
        return process.ExitCode == 0;
    }
}

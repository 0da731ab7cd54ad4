using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Intake.Register;
using Loket.Integration.Cases;
using Loket.Integration.Organisation;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Integration.Storage;

/// <summary>What becomes of work that fails again and again.</summary>
public sealed class FailingJobTests
{
    private const int AllAttempts = 12;
    private const string Unreadable = "UPDATE jobs SET payload = 'no json' WHERE kind = {0}";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_schedule_that_fails_for_days_goes_on_when_the_cause_is_mended(Database database)
    {
        await using var town = await Town.On(database);
        await Prepare(town);
        await Do(town, Unreadable, "journal.seal");

        await FailsFor(town, AllAttempts + 3);

        var standing = await Look(town);
        var sealer = Assert.Single(standing.Failing, job => job.Kind == "journal.seal");
        Assert.Equal((0, JobState.Open), (standing.Dead, sealer.State));
        Assert.True(sealer.Attempts > AllAttempts);
        await Do(town, "UPDATE jobs SET payload = '{{}}' WHERE kind = {0}", "journal.seal");
        await FailsFor(town, 1);
        Assert.Empty((await Look(town)).Failing);
        Assert.Equal(0, (await town.Use<JournalChain, JournalReport>(chain => chain.Verify(town.Tenant, null, Cancel))).Waiting);
    }

    [Theory, BothDatabases]
    public async Task A_schedule_that_an_earlier_version_left_dead_lives_again_at_the_next_start(Database database)
    {
        await using var town = await Town.On(database);
        await Prepare(town);
        await Do(town, "UPDATE jobs SET state = 'Dead', attempt = 12, last_error = 'x' WHERE kind = {0}", "journal.seal");

        await Prepare(town);

        Assert.Equal((0, 0), ((await Look(town)).Dead, (await Look(town)).Failing.Count));
    }

    [Theory, BothDatabases]
    public async Task A_message_that_we_cannot_send_ourselves_is_on_the_list_of_failed_ones_and_its_person_hears_by_the_next_way(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent, TeamKeys.ContactCentre);
        var matter = await town.Receives(
            agent, new NewMatter("bankje kapot", Category: "pavement"), new MatterEnding.NewCase(), new CustomerDetails("E. Bakker", "+31612345678", "e.bakker@example.nl"), MessageChannel.Email);
        // No mail client takes this for an address; a check of ours that let it through would look like this.
        await Do(town, "UPDATE messages SET address = {0} WHERE channel = 'Email'", "e.bakker@@example..nl");

        await FailsFor(town, AllAttempts);
        await town.RunJobs();

        var failed = Assert.Single(await town.MessagesOf(matter.Case!.Value.Value), message => message.Channel == MessageChannel.Email);
        Assert.Equal((MessageState.Failed, "message.not-sent"), (failed.State, failed.Failure?.Code));
        Assert.Empty(mailbox.Mail.Arrived);
        var notice = Assert.Single(mailbox.Http.Texts);
        Assert.DoesNotContain("bankje", notice.Text, StringComparison.Ordinal);
        Assert.Empty((await Look(town)).Failing);
    }

    [Theory, BothDatabases]
    public async Task Other_work_that_failed_at_every_attempt_waits_for_a_person_who_lets_it_try_again(Database database)
    {
        await using var town = await Town.On(database);
        var unknown = new JobId(Guid.NewGuid());
        await Do(town, "INSERT INTO jobs (id, kind, payload, due_at, ready_at, state, attempt) VALUES ({0}, 'test.unknown', '{{}}', 0, 0, 'Open', 0)", town.Tenant.Database.Parameter(unknown.Value));
        await FailsFor(town, AllAttempts);
        Assert.Equal((unknown, JobState.Dead, AllAttempts), Assert.Single((await Look(town)).Failing) is var dead ? (dead.Id, dead.State, dead.Attempts) : default);

        var other = await Retry(town, [new JobId(Guid.NewGuid())]);
        var tried = await Retry(town, [unknown]);

        Assert.Equal(("job.not-failing", 1), (other.Failure?.Code, tried.Value));
        Assert.Equal((0, 1), ((await Look(town)).Dead, (await Look(town)).Open));
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(unknown.Value, Audience.Audit, 10, null, Cancel));
        Assert.IsType<JobsRetried>(Assert.Single(lines).Happened);
    }

    /// <summary>Lets what fails fail so often, without the hours in between.</summary>
    internal static async Task FailsFor(Town town, int attempts)
    {
        var runner = (await Installation.Running).Services.GetRequiredService<JobRunner>();
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            await Do(town, "UPDATE jobs SET ready_at = 0 WHERE last_error IS NOT NULL AND state = {0}", "Open");
            await runner.RunDue(town.Tenant, 50, Cancel);
        }
    }

    internal static async Task Do(Town town, string sql, object value)
    {
        await using var db = town.Open();
        await db.Database.ExecuteSqlRawAsync(sql, [value], Cancel);
    }

    private static async Task Prepare(Town town) => await (await Installation.Running).Services.GetRequiredService<JobRunner>().Prepare(town.Tenant, Cancel);

    private static Task<JobStanding> Look(Town town) => town.Use<JobFigures, JobStanding>(jobs => jobs.Look(town.Tenant, Cancel));

    private static Task<Result<int>> Retry(Town town, IReadOnlyList<JobId> jobs) =>
        town.Use<RetryJobs, Result<int>>(retry => retry.Handle(new RetryJobs.Request(jobs, Who.System), Cancel));
}

using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Loket.Integration.Storage;

public sealed class UnitOfWorkTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_same_wish_twice_at_once_is_carried_out_once_and_answered_twice(Database database)
    {
        await using var town = await Town.On(database);
        var key = new RequestKey("test", "one");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Wish(town, key, "a lamp", Guid.NewGuid())));

        Assert.Single(answers.Select(answer => answer.Value).Distinct());
        var timeline = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader =>
            reader.Timeline(answers[0].Value, Audience.Audit, 50, null, Cancel));
        Assert.Single(timeline);
    }

    [Theory, BothDatabases]
    public async Task The_same_key_with_another_question_is_refused(Database database)
    {
        await using var town = await Town.On(database);
        var key = new RequestKey("test", "one");

        await Wish(town, key, "a lamp", Guid.NewGuid());
        var second = await Wish(town, key, "a bench", Guid.NewGuid());

        Assert.Equal("request.key-reused", second.Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task A_wish_is_remembered_for_a_month_and_then_forgotten(Database database)
    {
        await using var town = await Town.On(database);
        await (await Installation.Running).Services.GetRequiredService<JobRunner>().Prepare(town.Tenant, Cancel);
        var key = new RequestKey("test", "one");
        var first = await Wish(town, key, "a lamp", Guid.NewGuid());

        await town.Pass(Duration.FromDays(29));
        Assert.Equal(first.Value, (await Wish(town, key, "a lamp", Guid.NewGuid())).Value);
        await town.Pass(Duration.FromDays(2));

        await using var db = town.Open();
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM requests WHERE scope = 'test'").SingleAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_failure_leaves_nothing_behind_and_frees_the_key(Database database)
    {
        await using var town = await Town.On(database);
        var key = new RequestKey("test", "one");
        var subject = Guid.NewGuid();

        var failed = await town.Use<UnitOfWork, Result<Guid>>(work => work.Run<Guid>(key, "x", current =>
        {
            current.Journal.Write(new JournalChecked(subject), Who.System);
            return Task.FromResult<Result<Guid>>(new Failure("test.no"));
        }, Cancel));
        var after = await Wish(town, key, "x", subject);

        Assert.Equal("test.no", failed.Failure?.Code);
        Assert.Equal(subject, after.Value);
    }

    [Theory, BothDatabases]
    public async Task The_database_refuses_to_change_or_remove_an_entry_or_what_it_is_about(Database database)
    {
        await using var town = await Town.On(database);
        await Wish(town, RequestKey.None, "x", Guid.NewGuid());
        await using var db = town.Open();

        foreach (var sql in (string[])
            ["UPDATE journal_entries SET kind = 'x'", "DELETE FROM journal_entries", "UPDATE journal_subjects SET at = 0", "DELETE FROM journal_subjects"])
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel));
            Assert.Contains("the journal is append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    private static Task<Result<Guid>> Wish(Town town, RequestKey key, string question, Guid subject) =>
        town.Use<UnitOfWork, Result<Guid>>(work => work.Run<Guid>(key, question, current =>
        {
            current.Journal.Write(new JournalChecked(subject), Who.System);
            return Task.FromResult<Result<Guid>>(subject);
        }, Cancel));
}

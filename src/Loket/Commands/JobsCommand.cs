using System.CommandLine;
using System.Globalization;
using Loket.Kernel;
using Loket.Storage.Jobs;
using Loket.Storage.Tenancy;

namespace Loket.Commands;

/// <summary><c>jobs</c>: which jobs fail, and trying them again.</summary>
internal static class JobsCommand
{
    private const string All = "all";

    public static Command Make()
    {
        var (config, tenant) = (CommonOptions.Settings(), CommonOptions.Tenant());
        var json = new Option<bool>("--json") { Description = "Print an array of {id, kind, state, attempts, due_at, error}." };
        var command = new Command("jobs", "List the jobs that fail: those that are dead and wait for you, and those that are tried again by themselves. The program may be running.") { config, tenant, json, Retry() };
        command.SetAction((parsed, cancel) => List(parsed.GetValue(config), parsed.GetValue(tenant), parsed.GetValue(json), cancel));
        return command;
    }

    private static Command Retry()
    {
        var ids = new Argument<string[]>("ID") { Description = $"Which, as jobs lists them; {All} for all that fail.", Arity = ArgumentArity.OneOrMore };
        ids.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value != All && !Guid.TryParse(token.Value, out _))) result.AddError($"'{token.Value}' is not an id of a job.");
        });
        var (config, tenant) = (CommonOptions.Settings(), CommonOptions.Tenant());
        var command = new Command("retry", "Try failing jobs again at once, after you mended the cause. The program may be running.") { ids, config, tenant };
        command.SetAction((parsed, cancel) => Retry(parsed.GetRequiredValue(ids), parsed.GetValue(config), parsed.GetValue(tenant), cancel));
        return command;
    }

    private static Task<int> List(string? config, string? tenant, bool json, CancellationToken cancel) => OneTenant.Run(config, tenant, locked: false, async services =>
    {
        var standing = await services.GetRequiredService<JobFigures>().Look(services.GetRequiredService<TenantContext>().Tenant, cancel);
        if (json) JsonOutput.Print(standing.Failing);
        else if (standing.Failing.Count == 0) Console.WriteLine("No job fails.");
        else foreach (var job in standing.Failing) Console.WriteLine(Line(job));
        return standing.Dead > 0 ? ExitCode.NotWell : ExitCode.Ok;
    }, cancel);

    private static Task<int> Retry(string[] ids, string? config, string? tenant, CancellationToken cancel) => OneTenant.Run(config, tenant, locked: false, async services =>
    {
        IReadOnlyList<JobId>? wanted = ids.Contains(All) ? null : [.. ids.Select(id => new JobId(Guid.Parse(id)))];
        var retried = await services.GetRequiredService<RetryJobs>().Handle(new RetryJobs.Request(wanted, Who.System), cancel);
        if (retried.Failure is { } failure) return OneTenant.Refuse(failure);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{retried.Value} tried again."));
        return ExitCode.Ok;
    }, cancel);

    private static string Line(FailingJob job) => string.Create(CultureInfo.InvariantCulture,
        $"{job.Id.Value} {job.State.ToString().ToLowerInvariant(),-5} {job.Kind,-24} {job.Attempts,3} attempts, due {job.DueAt}: {job.Error.ReplaceLineEndings(" ")}");
}

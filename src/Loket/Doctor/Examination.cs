using System.Runtime.CompilerServices;
using Loket.Commands;
using Loket.Configuration;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;

namespace Loket.Doctor;

/// <summary>All checks, one after the other; nothing is changed.</summary>
internal sealed class Examination(Databases databases, JournalChain chain, JobFigures jobs)
{
    public async IAsyncEnumerable<Finding> Of(
        LoketSettings settings, string? settingsFile, OpenTenants opened, IProgress<long> progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var finding in KeyChecks.Of(settings, settingsFile).Concat(DiskChecks.Of(settings))) yield return finding;
        foreach (var tenant in opened.Tenants)
        {
            foreach (var finding in await Inside(tenant, progress, cancel)) yield return finding;
        }

        foreach (var (name, tenant) in settings.Tenants)
        {
            foreach (var finding in await MessagingChecks.Of(name, tenant.Messages, cancel)) yield return finding;
        }
    }

    private async Task<IReadOnlyList<Finding>> Inside(Tenant tenant, IProgress<long> progress, CancellationToken cancel)
    {
        try
        {
            var (usable, findings) = await DatabaseChecks.Of(databases, tenant, cancel);
            return usable ? [.. findings, .. await WorkChecks.Of(chain, jobs, tenant, progress, cancel)] : findings;
        }
        catch (Exception exception) when (Outage.In(exception) is not null)
        {
            return [Finding.Wrong(tenant.Name, "database", $"It can't be reached or read. {Outage.In(exception)!.Message}", "Look at the connection in the settings and at the server.")];
        }
    }
}

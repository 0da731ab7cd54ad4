using System.Runtime.CompilerServices;
using Loket.Commands;
using Loket.Configuration;
using Loket.Kernel;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;

namespace Loket.Doctor;

/// <summary>All checks, one after the other; nothing is changed, but that the chain was checked stands in the journal.</summary>
internal sealed class Examination(Databases databases, JournalChain chain, JobFigures jobs, IServiceScopeFactory scopes)
{
    public async IAsyncEnumerable<Finding> Of(
        LoketSettings settings, string? settingsFile, OpenTenants opened, IProgress<long> progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var finding in KeyChecks.Of(settings, settingsFile).Concat(DiskChecks.Of(settings)).Append(TermsChecks.Of(new BusinessClock(TimeProvider.System).Now()))) yield return finding;
        foreach (var tenant in opened.Tenants)
        {
            foreach (var finding in await Inside(tenant, settings.Tenants[tenant.Name], progress, cancel)) yield return finding;
        }

        foreach (var (name, tenant) in settings.Tenants)
        {
            foreach (var finding in await MessagingChecks.Of(name, tenant.Messages, new BusinessClock(TimeProvider.System).Now(), cancel)) yield return finding;
            yield return await ProviderChecks.Of(name, tenant.SignIn, cancel);
        }
    }

    private async Task<IReadOnlyList<Finding>> Inside(Tenant tenant, TenantSettings settings, IProgress<long> progress, CancellationToken cancel)
    {
        try
        {
            var (usable, findings) = await DatabaseChecks.Of(databases, chain, tenant, cancel);
            if (!usable) return findings;
            var journal = await chain.Verify(tenant, progress, cancel);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = tenant;
            return
            [
                .. findings, await ActivatorUtilities.CreateInstance<SetUpChecks>(scope.ServiceProvider).Of(tenant.Name, cancel), await RosterChecks.Of(databases, tenant, cancel),
                await ActivatorUtilities.CreateInstance<NumberChecks>(scope.ServiceProvider).Of(tenant.Name, cancel),
                .. await ProviderChecks.Teams(tenant.Name, settings.SignIn, scope.ServiceProvider.GetRequiredService<TeamDirectory>(), cancel),
                .. WorkChecks.Of(tenant, journal, await jobs.Look(tenant, cancel)), .. await Note(scope.ServiceProvider.GetRequiredService<UnitOfWork>(), tenant, journal, cancel),
            ];
        }
        catch (Exception exception) when (Outage.In(exception) is not null)
        {
            return [Finding.Wrong(tenant.Name, "database", $"It can't be reached or read. {Outage.In(exception)!.Message}", "Look at the connection in the settings and at the server.")];
        }
    }

    /// <summary>Who reads the journal later sees when its chain was checked, and how that came out.</summary>
    private static async Task<IReadOnlyList<Finding>> Note(UnitOfWork unit, Tenant tenant, JournalReport journal, CancellationToken cancel)
    {
        try
        {
            await unit.Run<Done>(work =>
            {
                work.Journal.Write(new JournalChecked(Ids.NewValue(), journal.Linked, journal.Break), Who.System);
                return Task.FromResult<Result<Done>>(default(Done));
            }, cancel);
            return [];
        }
        catch (Exception exception) when (Outage.In(exception) is not null)
        {
            return [Finding.Wrong(tenant.Name, "writing", $"Nothing can be written in the database. {Outage.In(exception)!.Message}", "Look at disk, rights and server.")];
        }
    }
}

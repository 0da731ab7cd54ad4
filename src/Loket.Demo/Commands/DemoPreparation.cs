using Loket.Demo.Town.Loading;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Demo.Commands;

/// <summary>Makes sure that the demo municipality is there and whole.</summary>
internal sealed class DemoPreparation(IServiceProvider services, Tenant tenant)
{
    // Written last: a demo that was interrupted while it was made is made again.
    private readonly string mark = Path.Combine(tenant.Folder, "founded");

    /// <summary>Founds the town where it is missing.</summary>
    /// <param name="baseAddress">Where the site is.</param>
    /// <param name="fresh">Whether to throw away what is there.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Run(string baseAddress, bool fresh, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<Databases>().Open(tenant);
        if (fresh || !File.Exists(mark)) await Clear(db, cancel);
        await tenant.Database.Migrate(db, cancel);
        if (File.Exists(mark)) return;

        Console.WriteLine($"Founding the demo municipality in {tenant.Folder} ...");
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = tenant;
        await TownFounder.Found(scope.ServiceProvider, baseAddress, cancel);
        await File.WriteAllTextAsync(mark, baseAddress, cancel);
    }

    /// <summary>Everything but the secret and the lock that this process holds.</summary>
    private async Task Clear(LoketDb db, CancellationToken cancel)
    {
        File.Delete(mark);
        await db.Database.EnsureDeletedAsync(cancel);
        foreach (var folder in Directory.EnumerateDirectories(tenant.Folder)) Directory.Delete(folder, recursive: true);
    }
}

using System.Data.Common;
using System.Globalization;
using Loket.Commands;
using Loket.Demo.Town.Loading;
using Loket.Organisation.Settings;
using Loket.Organisation.SetUp;
using Loket.Storage;
using Loket.Storage.Sqlite;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Demo.Commands;

/// <summary>Makes sure that the demo municipality is there and whole.</summary>
internal sealed class DemoPreparation(IServiceProvider services, Tenant tenant)
{
    /// <summary>How many cases are invented where nobody says: enough for full lists in every team, and made within a minute.</summary>
    public const int UsualCases = 300;

    // Written last: a demo that was interrupted while it was made is made again.
    private readonly string mark = Path.Combine(tenant.Folder, "founded");

    /// <summary>Founds and fills the town where it is missing; gives why that can't be done.</summary>
    /// <param name="baseAddress">Where the site is.</param>
    /// <param name="fresh">Whether to throw away what is there.</param>
    /// <param name="cases">How many cases are invented, on top of the known stories.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Problem?> Run(string baseAddress, bool fresh, int cases, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<Databases>().Open(tenant);
        var stands = SchemaState.Missing;
        try
        {
            if (!fresh && File.Exists(mark)) stands = await Schema.Look(db, cancel);
        }
        catch (DbException exception)
        {
            return new Problem(ExitCode.Database, $"The demo in {tenant.Folder} can't be read: {exception.Message} {StartOver}");
        }

        if (stands is not (SchemaState.Missing or SchemaState.Current)) return new Problem(ExitCode.Database, $"The demo in {tenant.Folder} was made by another version; {StartOver}");
        if (stands == SchemaState.Missing) await Clear(db, cancel);
        await tenant.Database.Migrate(db, cancel);
        if (File.Exists(mark)) await MoveTo(baseAddress, cancel);
        else await Make(baseAddress, cases, cancel);
        await File.WriteAllTextAsync(mark, baseAddress, cancel);
        return null;
    }

    private string StartOver => $"./loket demo{(tenant.Database is SqliteKind ? "" : " --database postgres")} --fresh starts over.";

    private async Task Make(string baseAddress, int cases, CancellationToken cancel)
    {
        var progress = new ErrorProgress();
        progress.Report($"A demo municipality is made in {tenant.Folder}; this takes a minute.");
        var filled = await new TownFiller(services, tenant).FoundAndFill(cases, baseAddress, progress, cancel);
        // Steps that the program refused are a fault of ours; the town can be looked at all the same.
        var refused = string.Concat(filled.Refused.Select(one => string.Create(CultureInfo.InvariantCulture, $", refused {one.Key} {one.Value}")));
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"The town stands, with {filled.Contacts} contacts and {filled.Cases} cases{refused}."));
    }

    /// <summary>Links in messages lead to where the demo is now, on another port than before.</summary>
    private async Task MoveTo(string baseAddress, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = tenant;
        if ((await scope.ServiceProvider.GetRequiredService<Profiles>().Current(cancel)).BaseAddress == baseAddress) return;
        await scope.ServiceProvider.GetRequiredService<SetUpOrganisation>().Handle(new OrganisationPlan(OrganisationOfTown.ProfileAt(baseAddress)), cancel);
    }

    /// <summary>Everything but the secret and the lock that this process holds.</summary>
    private async Task Clear(LoketDb db, CancellationToken cancel)
    {
        File.Delete(mark);
        await db.Database.EnsureDeletedAsync(cancel);
        foreach (var folder in Directory.EnumerateDirectories(tenant.Folder)) Directory.Delete(folder, recursive: true);
    }
}

using System.Globalization;
using Loket.Configuration;

namespace Loket.Doctor;

/// <summary>Room to write.</summary>
internal static class DiskChecks
{
    // A day of a large municipality is some tens of megabytes; a gigabyte is time to act.
    private const double LeastGigabytes = 1;

    public static IEnumerable<Finding> Of(LoketSettings settings)
    {
        foreach (var (name, tenant) in settings.Tenants)
        {
            var place = TenantPlace.Of(name, tenant);
            string?[] folders = [place.Folder, Path.GetDirectoryName(place.File)];
            foreach (var folder in folders.OfType<string>().Where(Directory.Exists).Distinct(StringComparer.Ordinal)) yield return Look(name, folder);
        }
    }

    private static Finding Look(string tenant, string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace / 1e9;
        var says = string.Create(CultureInfo.InvariantCulture, $"{free:0.0} GB free for {folder}.");
        return free < LeastGigabytes
            ? Finding.Wrong(tenant, "disk", says, "Make room; without it nothing can be registered.")
            : Finding.Ok(tenant, "disk", says);
    }
}

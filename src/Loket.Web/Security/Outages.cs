using System.Data.Common;
using System.Net.Sockets;
using Loket.Storage.Tenancy;

namespace Loket.Web.Security;

/// <summary>Tells an outage of something that we need (a database server, a disk, a service) from a bug of ours: later it may work.</summary>
internal sealed class Outages(TenantCatalogue tenants)
{
    // The number of the operating system for "no space left on device".
    private const int DiskFull = 28;

    /// <summary>Whether an exception, or what caused it, is an outage.</summary>
    public bool Is(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is HttpRequestException or SocketException or TimeoutException or IOException { HResult: DiskFull }) return true;
            if (exception is DbException wrong && tenants.Databases.Any(database => database.IsOutage(wrong))) return true;
        }

        return false;
    }
}

using System.Data.Common;
using System.Net.Sockets;

namespace Loket.Web.Security;

/// <summary>Tells an outage of something that we need (a database server, a service) from a bug of ours: later it may work.</summary>
internal static class Outages
{
    /// <summary>Whether an exception, or what caused it, is an outage.</summary>
    public static bool Is(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is DbException { IsTransient: true } or HttpRequestException or SocketException or TimeoutException) return true;
        }

        return false;
    }
}

using Loket.Intake.Follow;
using NodaTime;

namespace Loket.Testing;

/// <summary>What time does to the ticket with which a browser follows a case. It goes by the machine's clock, which tests share.</summary>
public static class FollowTickets
{
    /// <summary>The cookie in which it is carried.</summary>
    public const string Cookie = "loket-follow";

    /// <summary>The same ticket, of somebody who was away for so long.</summary>
    public static string Older(this Town town, string ticket, Duration by)
    {
        var read = FollowTicket.Read(town.Tenant.Keys, ticket, Instant.MinValue) ?? throw new InvalidOperationException("This is no ticket of the town.");
        return (read with { Since = read.Since - by, Until = read.Until - by }).ToText(town.Tenant.Keys);
    }
}

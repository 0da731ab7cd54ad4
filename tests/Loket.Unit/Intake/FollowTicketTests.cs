using Loket.Cases;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Storage.Tenancy;
using NodaTime;
using Xunit;

namespace Loket.Unit.Intake;

public sealed class FollowTicketTests
{
    private static readonly Instant Proved = Instant.FromUtc(2026, 3, 2, 10, 0);
    private static readonly TenantKeys Keys = new(new byte[32]);
    private static readonly FollowTicket Ticket = FollowTicket.For(Ids.New<ParticipantId>(), Proved);

    [Fact]
    public void It_ends_half_an_hour_after_the_last_look()
    {
        var look = Proved + Duration.FromMinutes(29);
        var renewed = Ticket.Renewed(look).ToText(Keys);

        Assert.Null(FollowTicket.Read(Keys, Ticket.ToText(Keys), Proved + Duration.FromMinutes(30)));
        Assert.Equal(Ticket.Participant, FollowTicket.Read(Keys, renewed, look + Duration.FromMinutes(29))?.Participant);
        Assert.Null(FollowTicket.Read(Keys, renewed, look + Duration.FromMinutes(30)));
    }

    [Fact]
    public void Who_keeps_looking_gives_a_code_again_after_four_hours()
    {
        var (ticket, now) = (Ticket, Proved);
        for (; now < Proved + FollowTicket.LastsAtMost; now += Duration.FromMinutes(20))
        {
            ticket = FollowTicket.Read(Keys, ticket.ToText(Keys), now)?.Renewed(now);
            Assert.NotNull(ticket);
        }

        Assert.Equal(Proved + Duration.FromHours(4), now);
        Assert.Null(FollowTicket.Read(Keys, ticket.ToText(Keys), now));
    }
}

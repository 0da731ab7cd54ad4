using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Intake.Follow;

/// <summary>What the follow page shows.</summary>
/// <param name="Case">The case as this participant may see it.</param>
/// <param name="Events">What happened, newest first.</param>
/// <param name="Wishes">How this participant is told; null for who did not say who they are.</param>
/// <param name="Ticket">The ticket to go on with.</param>
/// <param name="Mark">For whom its forms are made: by it what is written outlives the ticket.</param>
/// <param name="Unsent">What this participant wrote after an earlier ticket had ended; null when nothing waits.</param>
public sealed record FollowedPage(
    FollowedCase Case, IReadOnlyList<FollowedEvent> Events, CustomerWishes? Wishes, string Ticket, string Mark, Unsent? Unsent);

/// <summary>Shows a case to who carries its ticket (row B7); that it was looked at is written first.</summary>
public sealed class OpenFollowed(UnitOfWork unit, TenantContext context, FollowedCases cases, ReadWishes wishes, TimeProvider machine)
{
    /// <summary>The page; null when the ticket is too old, or the case may no longer be followed.</summary>
    public async Task<FollowedPage?> Handle(string? ticket, CancellationToken cancel)
    {
        if (Read(ticket) is not { } read || await cases.Find(read.Participant, cancel) is not { } followed) return null;
        await unit.Run<Done>(work =>
        {
            work.Journal.Write(new CaseLookedAt(followed.Case, "follow page"), new Who(WhoKind.Resident, followed.Customer?.Value));
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        var (keys, now) = (context.Tenant.Keys, machine.Instant());
        return new FollowedPage(
            followed, await cases.Timeline(followed, cancel), await wishes.Of(followed.Contact, cancel), read.Renewed(now).ToText(keys), UnsentMessage.MarkFor(keys, read.Participant),
            await unit.Read(db => UnsentMessage.Find(db, keys, read.Participant, now, cancel)));
    }

    /// <summary>Whether a ticket no longer counts, and not only its case.</summary>
    public bool HasEnded(string? ticket) => Read(ticket) is null;

    internal FollowTicket? Read(string? ticket) => FollowTicket.Read(context.Tenant.Keys, ticket, machine.Instant());

    internal async Task<FollowedCase?> Find(string? ticket, CancellationToken cancel) => Read(ticket) is { } read ? await cases.Find(read.Participant, cancel) : null;
}

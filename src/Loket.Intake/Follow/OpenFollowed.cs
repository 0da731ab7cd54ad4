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
public sealed record FollowedPage(FollowedCase Case, IReadOnlyList<FollowedEvent> Events, CustomerWishes? Wishes);

/// <summary>Shows a case to who carries its ticket (row B7); that it was looked at is written first.</summary>
public sealed class OpenFollowed(UnitOfWork unit, TenantContext context, FollowedCases cases, ReadWishes wishes, TimeProvider machine)
{
    /// <summary>The page; null when the ticket is too old, or the case may no longer be followed.</summary>
    public async Task<FollowedPage?> Handle(string? ticket, CancellationToken cancel)
    {
        if (await Find(ticket, cancel) is not { } followed) return null;
        await unit.Run<Done>(work =>
        {
            work.Journal.Write(new CaseLookedAt(followed.Case, "follow page"), new Who(WhoKind.Resident, followed.Customer?.Value));
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return new FollowedPage(followed, await cases.Timeline(followed, cancel), await wishes.Of(followed.Contact, cancel));
    }

    internal async Task<FollowedCase?> Find(string? ticket, CancellationToken cancel) =>
        FollowTicket.Read(context.Tenant.Keys, ticket, machine.Instant()) is { } read ? await cases.Find(read.Participant, cancel) : null;
}

using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages;

/// <summary>How many messages wait for somebody, exact to <see cref="Most"/>; null where the list is not this reader's.</summary>
/// <param name="ToCall">Calls to make.</param>
/// <param name="ToPost">Letters to print and post.</param>
/// <param name="AtDesk">Ready at a desk.</param>
/// <param name="Failed">Not delivered.</param>
public sealed record WaitingMessages(int? ToCall, int? ToPost, int? AtDesk, int? Failed)
{
    /// <summary>Beyond this it is "more than".</summary>
    public const int Most = 1000;
}

/// <summary>Counts what waits, without showing any of it.</summary>
public sealed class CountMessages(UnitOfWork unit)
{
    /// <summary>The numbers for this reader.</summary>
    public Task<WaitingMessages> Handle(Actor reader, CancellationToken cancel) => unit.Read(async db =>
    {
        return new WaitingMessages(
            await Count(MessageState.ToCall, reader.May(Right.RegisterContacts) && reader.May(Right.SeePersonalData)),
            await Count(MessageState.ToPost, reader.May(Right.PrintLetters) && reader.May(Right.SeePersonalData)),
            await Count(MessageState.AtDesk, reader.May(Right.RegisterContacts) && reader.May(Right.SeePersonalData)),
            await Count(MessageState.Failed, reader.May(Right.MendDelivery)));

        async Task<int?> Count(MessageState state, bool isTheirs) => isTheirs
            ? await db.Messages.VisibleTo(reader).Where(message => message.State == state).Take(WaitingMessages.Most + 1).CountAsync(cancel) : null;
    });
}

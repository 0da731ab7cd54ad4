using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Contacts;

/// <summary>Staff look at how a resident wants to be told, and set it for them: on the phone, at a desk (row A8).</summary>
public sealed class WishesOfResident(UnitOfWork unit, Matters matters, ReadWishes read, ChangePreference change)
{
    /// <summary>What is wished, and who wishes it.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Matter">A reference of the resident.</param>
    /// <param name="By">Who sets it.</param>
    /// <param name="Ways">By which way which kinds of message go.</param>
    public sealed record Request(RequestKey Key, Reference Matter, Actor By, IReadOnlyList<PreferredWay> Ways);

    /// <summary>The wishes of the person with a reference; that they were looked at is written first. Null for who did not say who they are.</summary>
    public async Task<Result<CustomerWishes?>> Open(Reference matter, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.SeePersonalData)) return OrganisationFailures.Forbidden;
        if (await unit.Read(db => matters.Find(db, matter, by, cancel)) is not { } card) return ContactFailures.NotFound;
        if (card.ToldTo is not { } told) return (CustomerWishes?)null;
        await unit.Run<Done>(work =>
        {
            work.Journal.Write(new CustomerLookedAt([told], "wishes"), by);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return await read.Of(card.Contact, cancel);
    }

    /// <summary>Sets them.</summary>
    public async Task<Result<Done>> Handle(Request request, CancellationToken cancel)
    {
        if (!request.By.May(Right.SeePersonalData)) return OrganisationFailures.Forbidden;
        if (await unit.Read(db => matters.Find(db, request.Matter, request.By, cancel)) is not { ToldTo: { } told }) return ContactFailures.NotFound;
        return await change.Handle(new ChangePreference.Request(request.Key, told, request.Ways, request.By), cancel);
    }
}

using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Numbers;

/// <summary>What somebody may do with the national number of a person, for the page of it.</summary>
public sealed class ReadNumberUse(UnitOfWork unit)
{
    /// <summary>What they may do.</summary>
    /// <param name="family">All under whom the person stands; the caller has checked that the reader may know of them.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<NumberUse> Of(IReadOnlyList<CustomerId> family, Actor by, CancellationToken cancel) => unit.Read(db => NumberUse.Of(db, family, by, cancel));
}

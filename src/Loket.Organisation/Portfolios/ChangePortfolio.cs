using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Portfolios;

/// <summary>A portfolio gets another name, or somebody else holds it.</summary>
public sealed class ChangePortfolio(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Portfolio">Which portfolio.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, PortfolioId Portfolio, int Version, PortfolioDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Change(
        request.Key, db => db.Portfolios.Where(one => one.Id == request.Portfolio), request.Portfolio, request.Version, request.Details, Right.Configure, request.By, cancel);
}

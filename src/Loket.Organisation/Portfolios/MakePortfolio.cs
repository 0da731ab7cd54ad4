using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Portfolios;

/// <summary>A new portfolio.</summary>
public sealed class MakePortfolio(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, PortfolioDetails Details, Actor By);

    /// <summary>Makes it.</summary>
    public Task<Result<PortfolioId>> Handle(Request request, CancellationToken cancel) =>
        unit.Make(request.Key, request.Details, Right.Configure, request.By, (Portfolio portfolio) => portfolio.Id, cancel);
}

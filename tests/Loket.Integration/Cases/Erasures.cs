using Loket.Cases;
using Loket.Cases.OnFile;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What happens in the stories about erasing at request, told in few words.</summary>
internal static class Erasures
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>One puts it forward, another agrees.</summary>
    public static async Task<Result<StaysOnFile>> Erases(this Town town, string reference)
    {
        var (first, second) = (await town.Colleague("wisser", Role.PrivacyOfficer), await town.Colleague("wissermede", Role.PrivacyHandler));
        var proposed = await town.ProposesErasure(first, reference);
        return proposed.Succeeded ? await town.AgreesToErase(second, Assert.Single(await town.WaitsForErasure(second)).Id) : proposed.Failure;
    }

    public static Task<Result<Done>> ProposesErasure(this Town town, Actor by, string reference) =>
        town.Use<ProposeErasure, Result<Done>>(propose => propose.Handle(RequestKey.None, reference, by, Cancel));

    public static Task<Result<StaysOnFile>> AgreesToErase(this Town town, Actor by, ErasureProposalId proposal) =>
        town.Use<EraseAtRequest, Result<StaysOnFile>>(erase => erase.Handle(RequestKey.None, proposal, by, Cancel));

    public static Task<Result<Done>> WithdrawsErasure(this Town town, Actor by, ErasureProposalId proposal) =>
        town.Use<WithdrawErasure, Result<Done>>(withdraw => withdraw.Handle(RequestKey.None, proposal, by, Cancel));

    public static Task<IReadOnlyList<ErasureCard>> WaitsForErasure(this Town town, Actor by) =>
        town.Use<ErasuresWaiting, IReadOnlyList<ErasureCard>>(waiting => waiting.All(by, Cancel));
}

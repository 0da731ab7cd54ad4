using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Storage;
using NodaTime;

namespace Loket.Organisation.Providers;

/// <summary>Somebody comes back from the provider: each way there and back counts once, and so often from one browser or address. Comes before anything is asked of the provider.</summary>
public sealed class OpenProviderAnswer(UnitOfWork work, TimeProvider machine)
{
    // The ticket in the browser is good for ten minutes.
    private static readonly Duration Remembered = Duration.FromHours(1);

    /// <summary>What is asked.</summary>
    /// <param name="State">The secret that went to the provider and came back.</param>
    /// <param name="Client">Where it comes from.</param>
    public sealed record Request(string State, SignInClient Client);

    /// <summary>Opens it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(async current =>
        {
            var now = machine.Instant();
            if (!await Spending.IsFirst(current, "state", request.State, now + Remembered, cancel)) return AccountFailures.ProviderAgain;
            var tries = Tries.OfReturn(current.Tenant.Keys, request.Client, await Devices.KnowsAnybodyOn(current.Db, request.Client, cancel));
            if (await tries.Count(current, now, cancel) is not null) return AccountFailures.ProviderOften;
            return default(Done);
        }, cancel);
}

using Loket.Kernel;
using Loket.Kernel.Text;

namespace Loket.Places;

/// <summary>Where addresses come from: the municipality's own list, or the national service. Not for use inside a transaction, as it may call outside.</summary>
/// <remarks>An outage is the failure <see cref="PlacesFailures.AddressServiceDown"/>, never an empty list.</remarks>
public interface IAddressSource
{
    /// <summary>How many suggestions are made at most.</summary>
    const int MostSuggestions = 10;

    /// <summary>What somebody who types this may mean, best first, at most ten; without a house number whole streets.</summary>
    Task<Result<IReadOnlyList<AddressCard>>> Suggest(string? typed, CancellationToken cancel);

    /// <summary>The addresses with this postcode and house number, by letter and addition; with a letter or addition typed, that one only.</summary>
    Task<Result<IReadOnlyList<AddressCard>>> Find(Postcode postcode, HouseNumber number, CancellationToken cancel);

    /// <summary>The address or street that this source called so; nothing when there is none any more.</summary>
    Task<Result<AddressCard?>> Get(string key, CancellationToken cancel);
}

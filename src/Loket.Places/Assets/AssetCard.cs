using Loket.Kernel.Geography;
using NodaTime;

namespace Loket.Places;

/// <summary>A thing outside as others see it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">As it stands on the object: "118-042".</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Area">Key of the smallest area that holds it, where known.</param>
/// <param name="Street">The street that it stands on, where known.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Owner">Key of the partner that owns it; null where the municipality does.</param>
/// <param name="Contractor">Key of the partner that mends it; null where the municipality or the owner does.</param>
/// <param name="Feeder">The cable that a lamp post hangs on, where known.</param>
/// <param name="RetiredAt">When it was taken away; null while it stands.</param>
public sealed record AssetCard(
    AssetId Id, string Number, AssetKind Kind, string? Area, string? Street, RdPoint Position,
    string? Owner, string? Contractor, string? Feeder, Instant? RetiredAt);

/// <summary>A thing outside and how far it is.</summary>
/// <param name="Asset">The thing.</param>
/// <param name="Metres">In a straight line.</param>
public sealed record AssetNearby(AssetCard Asset, double Metres);

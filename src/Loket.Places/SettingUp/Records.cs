using Loket.Kernel.Geography;
using NodaTime;

namespace Loket.Places;

/// <summary>An address as it is brought in.</summary>
/// <param name="Street">As it is written, at most 80 characters.</param>
/// <param name="Number">1 to 99,999.</param>
/// <param name="Letter">One letter, if any.</param>
/// <param name="Addition">One to four letters or digits, if any.</param>
/// <param name="Postcode">With or without a space.</param>
/// <param name="Town">As it is written, at most 80 characters.</param>
/// <param name="Area">Key of the smallest area that holds it, where known.</param>
/// <param name="Position">Where it is, where known.</param>
public sealed record AddressRecord(
    string Street, int Number, string? Letter, string? Addition, string Postcode, string Town, string? Area = null, RdPoint? Position = null);

/// <summary>A thing outside as it is brought in. Number and kind together say which.</summary>
/// <param name="Number">As it stands on the object, at most 40 characters; "118-042" and "118 042" are the same.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Area">Key of the smallest area that holds it, where known.</param>
/// <param name="Street">The street that it stands on, where known.</param>
/// <param name="Owner">Key of the partner that owns it; null where the municipality does.</param>
/// <param name="Contractor">Key of the partner that mends it; null where the municipality or the owner does.</param>
/// <param name="Feeder">The cable that a lamp post hangs on.</param>
/// <param name="RetiredAt">When it was taken away; null while it stands.</param>
public sealed record AssetRecord(
    string Number, AssetKind Kind, RdPoint Position, string? Area = null, string? Street = null,
    string? Owner = null, string? Contractor = null, string? Feeder = null, Instant? RetiredAt = null);

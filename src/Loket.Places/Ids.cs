using Loket.Kernel;

namespace Loket.Places;

/// <summary>Identifies a street within one town.</summary>
public readonly record struct StreetId(Guid Value) : IId<StreetId>
{
    /// <inheritdoc />
    public static StreetId From(Guid value) => new(value);
}

/// <summary>Identifies an address.</summary>
public readonly record struct AddressId(Guid Value) : IId<AddressId>
{
    /// <inheritdoc />
    public static AddressId From(Guid value) => new(value);
}

/// <summary>Identifies a thing outside.</summary>
public readonly record struct AssetId(Guid Value) : IId<AssetId>
{
    /// <inheritdoc />
    public static AssetId From(Guid value) => new(value);
}

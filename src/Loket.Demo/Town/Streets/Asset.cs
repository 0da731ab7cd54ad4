namespace Loket.Demo.Town;

/// <summary>What stands outside and has a number.</summary>
public enum AssetKind
{
    /// <summary>Lamp post.</summary>
    Lamp,

    /// <summary>Underground or standing container for waste.</summary>
    Container,

    /// <summary>Litter bin.</summary>
    Bin,

    /// <summary>Tree.</summary>
    Tree,

    /// <summary>Bench.</summary>
    Bench,
}

/// <summary>A thing outside with an owner and a number.</summary>
/// <param name="Number">What stands on it: "118-042" for a lamp post, "C118-01" for a container, and A (bin), B (tree), Z (bench) likewise.</param>
/// <param name="Owner"><see cref="Municipality"/> or the key of a partner.</param>
/// <param name="Maintainer">Key of the team or partner that mends it.</param>
/// <param name="Feeder">The cable that a lamp hangs on.</param>
public sealed record Asset(string Number, AssetKind Kind, Words Description, Street Street, Spot Place, string Owner, string Maintainer, string? Feeder = null)
{
    /// <summary>The owner when it is no partner.</summary>
    public const string Municipality = "municipality";
}

/// <summary>The cable of a row of lamp posts: when several of them fail, it is the cable's owner who must act.</summary>
/// <param name="Id">"118-K4": fourth cable of street 118.</param>
/// <param name="CableOwner"><see cref="Asset.Municipality"/> or the key of a partner.</param>
public sealed record Feeder(string Id, string CableOwner, IReadOnlyList<string> Lamps);

using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Places;
using Loket.Storage;
using Loket.Testing;

namespace Loket.Integration.Places;

/// <summary>Three villages, a few streets and lamp posts, enough to go wrong in.</summary>
internal static class SmallTown
{
    public static readonly RdPoint Lamp42 = new(113_700, 483_900);

    public static readonly IReadOnlyList<AreaCard> Areas =
    [
        new("north", "Gebied Noord", AreaKind.AreaTeam),
        new("south", "Gebied Zuid", AreaKind.AreaTeam),
        new("badhoevedorp", "Badhoevedorp", AreaKind.Village, "north", 12_000),
        new("nieuwemeer", "Nieuwemeer", AreaKind.Core, "badhoevedorp"),
        new("zwanenburg", "Zwanenburg", AreaKind.Village, "north"),
        new("nieuw-vennep", "Nieuw-Vennep", AreaKind.Village, "south"),
        new("t-kabel", "'t Kabel", AreaKind.Core, "nieuw-vennep"),
    ];

    public static readonly IReadOnlyList<AddressRecord> Addresses =
    [
        new("Nieuwemeerdijk", 12, null, null, "1171 AB", "Badhoevedorp", "nieuwemeer", new RdPoint(113_690, 483_910)),
        new("Nieuwemeerdijk", 12, "A", null, "1171 AB", "Badhoevedorp", "nieuwemeer", new RdPoint(113_691, 483_911)),
        new("Nieuwemeerdijk", 12, "A", "2", "1171 AB", "Badhoevedorp", "nieuwemeer", new RdPoint(113_692, 483_912)),
        new("Nieuwemeerdijk", 121, null, null, "1171 AC", "Badhoevedorp", "badhoevedorp", new RdPoint(113_990, 484_010)),
        new("Dorpsstraat", 3, null, null, "1161 BC", "Zwanenburg", "zwanenburg", new RdPoint(108_000, 488_000)),
        new("Dorpsstraat", 3, null, null, "2152 BC", "Nieuw-Vennep", "nieuw-vennep", new RdPoint(105_000, 475_000)),
        new("Van der Meulenstraat", 1, null, null, "2152 XY", "Nieuw-Vennep", "nieuw-vennep", new RdPoint(105_100, 475_100)),
        new("'t Höfke", 7, null, null, "2152 XZ", "Nieuw-Vennep", "t-kabel", new RdPoint(105_200, 475_100)),
    ];

    public static readonly IReadOnlyList<AssetRecord> Assets =
    [
        new("118-042", AssetKind.LampPost, Lamp42, "nieuwemeer", "Nieuwemeerdijk", Feeder: "118-K4", Contractor: "street-light-contractor"),
        new("118-043", AssetKind.LampPost, new RdPoint(113_725, 483_900), "nieuwemeer", "Nieuwemeerdijk", Feeder: "118-K4", Owner: "grid-operator"),
        new("C118-01", AssetKind.Container, new RdPoint(113_705, 483_903), "nieuwemeer", "Nieuwemeerdijk"),
        new("118042", AssetKind.Tree, new RdPoint(105_000, 475_010), "nieuw-vennep", "Dorpsstraat"),
    ];

    public static async Task<Town> On(Database database)
    {
        var town = await Town.On(database, Start.Empty);
        var done = await Bring(town, new SetUpPlaces.Request(Areas, Addresses, Assets, Who.System));
        return done.Succeeded ? town : throw new InvalidOperationException($"{done.Failure.Code} {string.Join(' ', done.Failure.Arguments)}");
    }

    public static Task<Result<Done>> Bring(Town town, SetUpPlaces.Request request) =>
        town.Use<SetUpPlaces, Result<Done>>(use => use.Handle(request, CancellationToken.None));

    public static Task<T> Read<T>(this Town town, Func<LoketDb, Task<T>> read) => town.Use<UnitOfWork, T>(work => work.Read(read));
}

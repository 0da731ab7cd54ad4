namespace Loket.Demo.Town;

/// <summary>Where the n-th customer lives: over the villages as the inhabitants are, and anywhere within a village.</summary>
/// <remarks>Customers whose numbers differ by <see cref="Count"/> live in one home.</remarks>
internal sealed class Homes
{
    public const int Count = 1 << 16;

    // An odd factor maps the numbers below Count one to one onto the homes, far apart; its inverse finds who lives in a home.
    private const uint Spread = 40_503;
    private const uint Gather = 30_599;
    private readonly Address[] _byHome = new Address[Count];

    public Homes(StreetPlan plan)
    {
        var homes = plan.Addresses.Where(address => address.Street.Kind is not StreetKind.Business).ToLookup(address => address.Street.Village);
        var total = (double)Areas.Villages.Where(village => homes[village.Key].Any()).Sum(village => village.Inhabitants);
        var (filled, inhabitants) = (0, 0);
        foreach (var village in Areas.Villages)
        {
            var addresses = homes[village.Key].ToArray();
            if (addresses.Length == 0) continue;
            inhabitants += village.Inhabitants;
            var end = (int)(inhabitants / total * Count);
            for (var i = filled; i < end; i++) _byHome[i] = addresses[(int)((long)(i - filled) * addresses.Length / (end - filled))];
            filled = end;
        }
    }

    public Address Of(int customer) => _byHome[HomeOf(customer)];

    /// <summary>The number of somebody who lives so many homes further down the street.</summary>
    public static int Neighbour(int customer, int homesFurther) => unchecked((int)(((HomeOf(customer) + (uint)homesFurther) * Gather) & (Count - 1)));

    /// <summary>Homes in the order of the villages, for whoever wants to live near a place.</summary>
    public static uint HomeOf(int customer) => unchecked((uint)customer * Spread) & (Count - 1);
}

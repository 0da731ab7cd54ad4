namespace Loket.Demo.Town;

/// <summary>The demo town: everything that stands and everybody who works there. Contacts and cases come from <see cref="CaseGenerator"/>.</summary>
public sealed record DemoTown(ulong Seed, StreetPlan Plan, IReadOnlyList<StaffMember> Staff)
{
    /// <summary>Builds it; the same seed gives the same town.</summary>
    public static DemoTown Build(ulong seed) => new(seed, StreetPlan.Build(seed), StaffList.Invent(seed));
}

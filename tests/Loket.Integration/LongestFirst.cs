using Loket.Integration.Demo;
using Loket.Integration.Host;
using Loket.Integration.Organisation;
using Loket.Integration.Web;
using Loket.Testing;

namespace Loket.Integration;

/// <summary>Those of these tests.</summary>
public sealed class LongestFirst() : NamedFirst(
    nameof(BadInputOnSqliteTests), nameof(BadInputOnPostgresTests), nameof(BenchTests), nameof(FoundingTests), nameof(DemoProgramTests), nameof(ProgramTests), nameof(RightsMatrixTests));

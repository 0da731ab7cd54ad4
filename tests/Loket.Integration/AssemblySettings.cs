using Loket.Integration;
using Loket.Testing;
using Xunit;

// Each test has a tenant of its own, so they may run beside each other.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerClass)]
[assembly: AssemblyFixture(typeof(InstallationOfTheRun))]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

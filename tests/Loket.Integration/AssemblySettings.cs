using Loket.Integration;
using Loket.Testing;
using Xunit;
using Xunit.v3;

// Each test has a tenant of its own, so they may run beside each other.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerClass)]
// One more than there are cores: a third of the time a test waits, for a program that starts or for the disk.
[assembly: Parallelization(MaxThreads = 3)]
[assembly: AssemblyFixture(typeof(InstallationOfTheRun))]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

using Loket.Browser;
using Loket.Browser.Checks;
using Loket.Browser.Windows;
using Loket.Testing;
using Xunit;
using Xunit.v3;

// Each test has a town and a window of its own, so they may run beside each other.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerClass)]
// One more than there are cores: a test waits a part of the time, for its window or for the program.
[assembly: Parallelization(MaxThreads = 3)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
[assembly: AssemblyFixture(typeof(InstallationOfTheRun))]
[assembly: AssemblyFixture(typeof(BrowserOfTheRun))]
[assembly: AssemblyFixture(typeof(HtmlValidator))]

using Loket.Browser.Checks;
using Loket.Browser.Windows;
using Loket.Testing;
using Xunit;

// Each test has a town and a window of its own, so they may run beside each other.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerClass)]
[assembly: AssemblyFixture(typeof(InstallationOfTheRun))]
[assembly: AssemblyFixture(typeof(BrowserOfTheRun))]
[assembly: AssemblyFixture(typeof(HtmlValidator))]

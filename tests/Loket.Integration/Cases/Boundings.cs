using Loket.Cases.Bounding;
using Loket.Kernel;
using Loket.Organisation.Bounding;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What happens in the stories about bounds, told in few words.</summary>
internal static class Boundings
{
    /// <summary>From now on this colleague may know of these areas alone; of all when none is named.</summary>
    public static async Task Bound(this Town town, string name, params IReadOnlyList<string> areas)
    {
        var person = (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find(name, TestContext.Current.CancellationToken)))!;
        var set = await town.Use<SetBounds, Result<Done>>(use => use.Handle(
            new SetBounds.Request(RequestKey.None, new BoundOwner(null, person.Id), areas, [], Actor.System), TestContext.Current.CancellationToken));
        Assert.True(set.Succeeded, set.Failure?.Code);
    }
}

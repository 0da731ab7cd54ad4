using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Gives the municipality another profile, as it stands now.</summary>
internal static class Naming
{
    extension(Town town)
    {
        public async Task Becomes(Profile profile)
        {
            var (_, version) = await town.Use<Profiles, (Profile, int Version)>(profiles => profiles.ForForm(CancellationToken.None));
            var set = await town.Use<SetProfile, Result<Done>>(use => use.Handle(new(RequestKey.None, profile, version, Actor.System), CancellationToken.None));
            Assert.True(set.Succeeded, set.Failure?.Code);
        }
    }
}

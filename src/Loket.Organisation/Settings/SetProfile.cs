using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Settings;

/// <summary>The municipality gets another name, number, prefix or address.</summary>
public sealed class SetProfile(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, Profile Profile, Actor By);

    /// <summary>Sets it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, request.Profile, async current =>
            request.By.May(Right.Configure) ? await Set(current, request.Profile, request.By, cancel) : OrganisationFailures.Forbidden, cancel);

    internal static async Task<Result<Done>> Set(Work current, Profile profile, Who by, CancellationToken cancel)
    {
        var kept = await current.Db.TenantProfiles.SingleOrDefaultAsync(cancel);
        if (kept is null) current.Db.Add(kept = new TenantProfile());
        var set = kept.Set(profile);
        if (set.Succeeded) current.Journal.Write(new ProfileSet(kept.Profile()), by);
        return set;
    }
}

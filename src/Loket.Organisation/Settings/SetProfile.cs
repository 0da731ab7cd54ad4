using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Settings;

/// <summary>The municipality gets another name, number, prefix or address.</summary>
public sealed class SetProfile(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Profile">As it is to be.</param>
    /// <param name="Seen">The version that was open, 0 when none was set.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, Profile Profile, int Seen, Actor By);

    /// <summary>Sets it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        Setting<TenantProfile, Profile>.Change(unit, request.Key, request.Profile, request.Seen, request.By, cancel);
}

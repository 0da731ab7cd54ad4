using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Settings;

/// <summary>Something of which a municipality has exactly one, filled in on one form.</summary>
/// <typeparam name="TDetails">What is filled in.</typeparam>
internal interface ISetting<TDetails> : IVersioned   // versions begin at 1: 0 is what was never set
{
    /// <summary>Sets it, or says what is wrong.</summary>
    Result<Done> Set(TDetails details);

    /// <summary>What the journal says of it, as it is now.</summary>
    IJournalEvent WasSet();
}

/// <summary>Keeps the one row of a setting.</summary>
/// <typeparam name="TSetting">The row.</typeparam>
/// <typeparam name="TDetails">What is filled in.</typeparam>
internal static class Setting<TSetting, TDetails>
    where TSetting : class, ISetting<TDetails>, new()
    where TDetails : class
{
    /// <summary>A person changes it, who saw it at a version; 0 when none was set.</summary>
    public static Task<Result<Done>> Change(UnitOfWork unit, RequestKey key, TDetails details, int seen, Actor by, CancellationToken cancel) =>
        unit.Run<Done>(key, new { details, seen }, async work =>
        {
            if (!by.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var stands = await work.Db.Set<TSetting>().SingleOrDefaultAsync(cancel);
            if ((stands?.Version ?? 0) != seen) return StorageFailures.ChangedMeanwhile;
            return Put(work, stands, details, by);
        }, cancel);

    /// <summary>It is set as part of something larger, whatever it was.</summary>
    public static async Task<Result<Done>> Put(Work work, TDetails details, Who by, CancellationToken cancel) =>
        Put(work, await work.Db.Set<TSetting>().SingleOrDefaultAsync(cancel), details, by);

    private static Result<Done> Put(Work work, TSetting? stands, TDetails details, Who by)
    {
        var setting = stands ?? new TSetting();
        var set = setting.Set(details);
        if (!set.Succeeded) return set;
        if (stands is null) work.Db.Add(setting);
        work.Journal.Write(setting.WasSet(), by);
        return set;
    }
}

using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Demo.Town.Loading;

/// <summary>Gives somebody work of their own, so that who signs in as them sees a list that says something.</summary>
internal static class OwnWork
{
    private const int Rows = 40;
    private const int Enough = 6;

    /// <summary>They take some open cases of their team that nobody took.</summary>
    public static async Task Take(IServiceProvider services, StaffId staff, CancellationToken cancel)
    {
        if (await services.GetRequiredService<Actors>().Of(staff, cancel) is not { } by) return;
        var rows = (await services.GetRequiredService<Worklists>().Page(WorklistKind.Team, by, Rows, null, cancel)).Rows;
        foreach (var row in rows.Where(row => row.Handler is null).Take(Enough))
            await services.GetRequiredService<TakeCase>().Handle(new CaseChange(RequestKey.None, row.Id, by), cancel);
    }
}

using Loket.Cases.Colleagues;
using Loket.Cases.Types;
using Loket.Organisation;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Tasks;

/// <summary>A task of a case.</summary>
/// <param name="Id">Which.</param>
/// <param name="Nl">What, in Dutch.</param>
/// <param name="En">What, in English.</param>
/// <param name="Team">The team that does it; without team, person and partner it is the handler's.</param>
/// <param name="Staff">The colleague who does it.</param>
/// <param name="Partner">The partner that does it.</param>
/// <param name="DueAt">Until when.</param>
/// <param name="State">How it stands.</param>
/// <param name="IsQuestion">Whether it is done by answering yes or no.</param>
/// <param name="Answer">The answer that was given.</param>
/// <param name="BeforeClosing">Whether the case can't be closed before it.</param>
/// <param name="ForResult">Key of the result with which alone that counts; null for all.</param>
public sealed record CaseTaskView(
    CaseTaskId Id, string Nl, string En, TeamId? Team, StaffId? Staff, PartnerId? Partner, Instant DueAt, TaskState State, bool IsQuestion, bool? Answer, bool BeforeClosing, string? ForResult);

internal static class CaseTasks
{
    /// <summary>Whether a case of a type can have tasks: where neither the type nor a virtual colleague brings any, nothing is asked.</summary>
    public static async Task<bool> MayBe(LoketDb db, CaseTypeDetails type, CancellationToken cancel) => type.Tasks.Count > 0 || (await db.Colleagues(cancel)).Count > 0;

    /// <summary>The tasks of a case that was found within the reader's rights, in the order of its type, and then those of virtual colleagues. What became another kind has the tasks of that.</summary>
    public static async Task<IReadOnlyList<CaseTaskView>> Of(LoketDb db, Case found, CaseTypeDetails type, CancellationToken cancel)
    {
        if (!await MayBe(db, type, cancel)) return [];
        return InOrder(await db.Set<CaseTask>().Where(task => task.CaseId == found.Id).ToListAsync(cancel), type);
    }

    /// <summary>The same of those that were made.</summary>
    public static IReadOnlyList<CaseTaskView> InOrder(IReadOnlyCollection<CaseTask> made, CaseTypeDetails type)
    {
        var order = type.Tasks.Index().ToDictionary(task => task.Item.Key, task => task.Index, StringComparer.Ordinal);
        return
        [
            .. made.Where(task => task.IsOf(type.Tasks)).OrderBy(task => order.GetValueOrDefault(task.Key, order.Count)).ThenBy(task => task.MadeAt).ThenBy(task => task.Id.Value).Select(task => new CaseTaskView(
                task.Id, task.Nl, task.En, task.Team, task.Staff, task.Partner, task.DueAt, task.State, task.IsQuestion, task.Answer, task.BeforeClosing, task.ForResult)),
        ];
    }

    /// <summary>How many are to be done before the case can be closed with a result.</summary>
    public static async Task<int> OpenBeforeClosing(LoketDb db, Case found, CaseTypeDetails type, string result, CancellationToken cancel) =>
        (await Of(db, found, type, cancel)).Count(task => task is { BeforeClosing: true, State: TaskState.Open } && (task.ForResult is null || task.ForResult == result));
}

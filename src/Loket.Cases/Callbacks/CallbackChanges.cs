using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Callbacks;

/// <summary>Which callback request is changed, by whom, and as whom saw it.</summary>
/// <param name="Key">Names the wish.</param>
/// <param name="Callback">Which.</param>
/// <param name="By">Who changes it.</param>
/// <param name="Seen">The version that the person had before them; another one now is a conflict. Null where any will do.</param>
public sealed record CallbackChange(RequestKey Key, CallbackId Callback, Actor By, int? Seen = null);

/// <summary>Loads a callback request with rights for a change, and saves it with its timer.</summary>
public sealed class CallbackChanges(UnitOfWork unit, CallbackWatch watch)
{
    internal const int LongestText = 2_000;

    internal Task<Result<Done>> Run(CallbackChange change, object? question, Func<Work, CallbackRequest, Task<Failure?>> body, CancellationToken cancel) =>
        unit.Run<Done>(change.Key, new { change.Callback, question }, async work =>
        {
            if (!change.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            var found = await work.Db.Callbacks.VisibleTo(change.By).FirstOrDefaultAsync(one => one.Id == change.Callback, cancel);
            if (found is null) return CallbackFailures.NotFound;
            if (change.Seen is { } seen && seen != found.Version) return StorageFailures.ChangedMeanwhile;
            if (found.IsEnded) return CallbackFailures.Ended;
            if (await body(work, found) is { } failure) return failure;
            await work.Db.SaveChangesAsync(cancel);
            await watch.Set(work, found, cancel);
            return default(Done);
        }, cancel);

    /// <summary>A text about the call, cleaned; null where nothing was said. One in which something is still to be filled in is refused.</summary>
    internal static Result<string?> Text(string? typed, string field)
    {
        var text = CleanText.Lines(typed, LongestText);
        if (!text.Succeeded) return text.Failure.At(field);
        if (StaffText.GapIn(text.Value) is { } gap) return gap.At(field);
        return text.Value.Length == 0 ? (string?)null : text.Value;
    }
}

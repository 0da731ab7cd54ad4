using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Storage.Journal;

namespace Loket.Intake.Repeats;

/// <summary>What stands beside the form while a contact is taken.</summary>
/// <param name="Cases">The cases that it may be about.</param>
/// <param name="Known">Who used the number or address before.</param>
/// <param name="Callbacks">The callbacks that are promised to the number already.</param>
public sealed record FoundBeside(SimilarCases Cases, IReadOnlyList<KnownCustomer> Known, IReadOnlyList<CallbackRow> Callbacks);

/// <summary>Finds all that is suggested while a contact is taken (row A3). Showing it is one look, and is written down before any of it is shown.</summary>
public sealed class SuggestBeside(FindSimilar similar, FindCustomers customers, OpenCallbacksOf callbacks, Looks looks)
{
    /// <summary>Finds it.</summary>
    /// <param name="about">What is known of the matter.</param>
    /// <param name="who">What is known of who asks; null where it is settled who that is.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<FoundBeside> Handle(FindSimilar.Request about, FindCustomers.Request? who, CancellationToken cancel)
    {
        var found = new FoundBeside(await similar.Read(about, cancel), [], []);
        List<Look> shown = FindSimilar.LookAt(about, found.Cases) is { } look ? [look] : [];
        if (who is not null)
        {
            found = found with { Known = await customers.Read(who, cancel), Callbacks = await callbacks.Read(who.Phone, who.By, cancel) };
            shown.AddRange([FindCustomers.LookAt(who, found.Known), OpenCallbacksOf.LookAt(who.Key, found.Callbacks)]);
        }

        if (shown.Count > 0) await looks.Write(shown, about.By, cancel);
        return found;
    }
}

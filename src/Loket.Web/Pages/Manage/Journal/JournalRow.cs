using Loket.Cases;
using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Documents;
using Loket.Messages;
using Loket.Organisation;
using Loket.Storage.Journal;
using Loket.Web.Pages.Staff;

namespace Loket.Web.Pages.Manage.Journal;

/// <summary>One entry as a reviewer reads it.</summary>
/// <param name="Item">When, who and what, in words.</param>
/// <param name="Cases">Numbers of the cases that it is about, the first few.</param>
/// <param name="MoreCases">How many more cases it is about.</param>
/// <param name="About">Names of colleagues, teams and partners that it is about.</param>
/// <param name="Purpose">For what somebody looked; null when it is no look.</param>
public sealed record JournalRow(TimelineItem Item, IReadOnlyList<string> Cases, int MoreCases, IReadOnlyList<string> About, string? Purpose)
{
    // A list that was opened is about all that stood on it.
    private const int MostCases = 5;

    internal static JournalRow Of(TimelineLine line, TimelineItem item, NameBook names, IReadOnlyDictionary<Guid, string> numbers)
    {
        IReadOnlyList<Guid> about = [.. (line.Happened?.About() ?? []).Distinct()];
        IReadOnlyList<string> cases = [.. about.Select(id => numbers.GetValueOrDefault(id)).OfType<string>()];
        return new JournalRow(
            item, [.. cases.Take(MostCases)], Math.Max(0, cases.Count - MostCases),
            [.. about.Select(id => names.Person(new StaffId(id)) ?? names.Team(new TeamId(id)) ?? names.Partner(new PartnerId(id))).OfType<string>()],
            PurposeOf(line.Happened));
    }

    private static string? PurposeOf(IJournalEvent? happened)
    {
        var purpose = happened switch
        {
            CaseLookedAt look => look.Purpose,
            CasesLookedAt look => look.Purpose,
            ContactsLookedAt look => look.Purpose,
            CustomerLookedAt look => look.Purpose,
            CallbacksLookedAt look => look.Purpose,
            NationalNumberLookedAt look => "number." + look.Purpose,
            DocumentLookedAt look => look.Purpose,
            MessagesLookedAt look => look.List,
            _ => null,
        };
        return purpose is not null && TimelineWords.Here.Has("purpose." + purpose) ? TimelineWords.Here["purpose." + purpose] : purpose;
    }
}

namespace Loket.Cases.Reading;

/// <summary>The orders of a list, forwards and backwards, and where a page begins in each.</summary>
internal static class WorklistOrder
{
    /// <summary>In this order; backwards for the page before.</summary>
    public static IQueryable<Case> In(this IQueryable<Case> cases, WorklistSort sort, bool backwards) => (sort, Falls(sort, backwards)) switch
    {
        (WorklistSort.Deadline, false) => cases.OrderBy(one => one.SortAt).ThenBy(one => one.Id),
        (WorklistSort.Deadline, true) => cases.OrderByDescending(one => one.SortAt).ThenByDescending(one => one.Id),
        (WorklistSort.LastContact, false) => cases.OrderBy(one => one.LastContactAt).ThenBy(one => one.Id),
        (WorklistSort.LastContact, true) => cases.OrderByDescending(one => one.LastContactAt).ThenByDescending(one => one.Id),
        // Identities grow with time.
        (_, false) => cases.OrderBy(one => one.Id),
        _ => cases.OrderByDescending(one => one.Id),
    };

    /// <summary>Only what comes after a row in this order.</summary>
    public static IQueryable<Case> Beyond(this IQueryable<Case> cases, WorklistSort sort, bool backwards, WorklistKey key) => (sort, Falls(sort, backwards)) switch
    {
        // The first condition looks superfluous; without it PostgreSQL scans.
        (WorklistSort.Deadline, false) => cases.Where(one => one.SortAt >= key.SortAt && (one.SortAt > key.SortAt || one.Id > key.Id)),
        (WorklistSort.Deadline, true) => cases.Where(one => one.SortAt <= key.SortAt && (one.SortAt < key.SortAt || one.Id < key.Id)),
        (WorklistSort.LastContact, false) => cases.Where(one => one.LastContactAt >= key.SortAt && (one.LastContactAt > key.SortAt || one.Id > key.Id)),
        (WorklistSort.LastContact, true) => cases.Where(one => one.LastContactAt <= key.SortAt && (one.LastContactAt < key.SortAt || one.Id < key.Id)),
        (_, false) => cases.Where(one => one.Id > key.Id),
        _ => cases.Where(one => one.Id < key.Id),
    };

    private static bool Falls(WorklistSort sort, bool backwards) => (sort is WorklistSort.Newest or WorklistSort.LastContact) != backwards;
}

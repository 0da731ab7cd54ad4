using Microsoft.EntityFrameworkCore;

namespace Loket.Storage;

/// <summary>Which wishes were carried out, for what must not outlive its wish.</summary>
public static class CarriedOut
{
    /// <summary>The keys of those of one scope, as part of a query.</summary>
    public static IQueryable<string> Keys(LoketDb db, string scope) => db.Set<StoredRequest>().Where(request => request.Scope == scope).Select(request => request.Key);
}

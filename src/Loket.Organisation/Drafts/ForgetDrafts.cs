using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Drafts;

/// <summary>Removes what anybody was still writing about something that is destroyed, inside its transaction.</summary>
public static class ForgetDrafts
{
    /// <summary>Removes it.</summary>
    public static Task About(LoketDb db, IReadOnlyCollection<Guid> things, CancellationToken cancel) =>
        db.Drafts.Where(draft => things.Contains(draft.Thing)).ExecuteDeleteAsync(cancel);

    /// <summary>The same of new contacts, which are about nothing yet: each is opened and judged by what was typed. Nobody gets to read them.</summary>
    /// <param name="db">The context.</param>
    /// <param name="keys">With which they are sealed.</param>
    /// <param name="fits">Whether what was typed goes.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task OfContacts(LoketDb db, TenantKeys keys, Func<IReadOnlyDictionary<string, string[]>, bool> fits, CancellationToken cancel)
    {
        var going = new List<Draft>();
        await foreach (var draft in db.Drafts.AsNoTracking().Where(one => one.Place == DraftPlace.Contact).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (ReadDrafts.Read(draft, keys) is { } open && fits(open.Fields)) going.Add(draft);
        }

        foreach (var draft in going)
        {
            var (writer, thing, form) = (draft.StaffId, draft.Thing, draft.Form);
            await db.Drafts.Where(one => one.StaffId == writer && one.Place == DraftPlace.Contact && one.Thing == thing && one.Form == form).ExecuteDeleteAsync(cancel);
        }
    }
}

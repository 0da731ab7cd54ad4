using System.Text.Json;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Accounts;

/// <summary>Removes forms that are kept for who had to sign in again, inside the transaction of a use case. Nobody gets to read them.</summary>
public static class ForgetForms
{
    /// <summary>Removes those in which something stands that goes.</summary>
    /// <param name="db">The context.</param>
    /// <param name="keys">With which they are sealed.</param>
    /// <param name="fits">Whether what was typed goes.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task Typed(LoketDb db, TenantKeys keys, Func<IReadOnlyDictionary<string, string[]>, bool> fits, CancellationToken cancel)
    {
        var going = new List<byte[]>();
        await foreach (var form in db.KeptForms.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (keys.Open(KeepForm.Purpose(form.Hash), form.Body) is { } plain && JsonSerializer.Deserialize<Dictionary<string, string[]>>(plain, Json.Options) is { } fields && fits(fields))
                going.Add(form.Hash);
        }

        foreach (var hash in going) await db.KeptForms.Where(form => form.Hash == hash).ExecuteDeleteAsync(cancel);
    }
}

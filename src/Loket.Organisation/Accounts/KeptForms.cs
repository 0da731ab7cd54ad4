using System.Text.Json;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Accounts;

/// <summary>Gives back forms that were kept, to the person who typed them and nobody else.</summary>
public sealed class KeptForms(UnitOfWork work, TenantContext context, TimeProvider machine)
{
    /// <summary>The fields that were typed on a page; null when there is no such form, or it is somebody else's.</summary>
    public Task<IReadOnlyDictionary<string, string[]>?> Find(string? token, string path, Actor by, CancellationToken cancel) =>
        work.Read<IReadOnlyDictionary<string, string[]>?>(async db =>
        {
            if (Token.HashOf(token) is not { } hash || by.Staff is not { } staff) return null;
            var now = machine.Instant();
            var body = await db.KeptForms.Where(form => form.Hash == hash && form.StaffId == staff && form.Path == path && form.Until > now)
                .Select(form => form.Body).SingleOrDefaultAsync(cancel);
            if (body is null || context.Tenant.Keys.Open(KeepForm.Purpose(hash), body) is not { } plain) return null;
            return JsonSerializer.Deserialize<Dictionary<string, string[]>>(plain, Json.Options);
        });
}

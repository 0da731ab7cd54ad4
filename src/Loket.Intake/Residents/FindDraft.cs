using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Intake.Residents;

/// <summary>Gives a resident's draft to the browser that has its secret.</summary>
public sealed class FindDraft(UnitOfWork unit, TenantContext context, TimeProvider machine)
{
    /// <summary>The draft; null when there is none or its time is up.</summary>
    public Task<ResidentDraft?> Handle(string? token, CancellationToken cancel) => unit.Read(async db =>
        Token.HashOf(token) is { } hash && await db.FindAsync<IntakeDraft>([hash], cancel) is { } draft && draft.Until > machine.Instant()
            ? draft.Read(context.Tenant.Keys)
            : null);
}

using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>Somebody no longer works here: signed out everywhere, out of every team, nobody's deputy. The journal keeps who they were.</summary>
public sealed class CloseStaff(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffId Staff, Actor By);

    /// <summary>Closes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, request.Staff, async current =>
        {
            if (!request.By.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
            if (request.By.Staff == request.Staff) return OrganisationFailures.OwnAccount;
            return await Close(current, request.Staff, request.By, cancel);
        }, cancel);

    /// <summary>Closes it in a transaction that is under way, also when the municipality's provider says that they left.</summary>
    internal static async Task<Result<Done>> Close(Work current, StaffId id, Who by, CancellationToken cancel)
    {
        var staff = await current.Db.Staff.Include(one => one.Memberships).SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (staff is null) return OrganisationFailures.NotFound;
        if (staff.Close(current.Now).Failure is { } failure) return failure;

        foreach (var principal in await current.Db.Staff.Where(one => one.DeputyId == id).ToListAsync(cancel)) principal.SetDeputy(null);
        foreach (var team in await current.Db.Teams.Where(team => team.LeadId == id).ToListAsync(cancel)) team.IsLedBy(null);
        await current.Db.Accounts.Where(account => account.StaffId == id).ExecuteDeleteAsync(cancel);
        await current.Db.RecoveryCodes.Where(code => code.StaffId == id).ExecuteDeleteAsync(cancel);
        await current.Db.Passkeys.Where(passkey => passkey.StaffId == id).ExecuteDeleteAsync(cancel);
        await current.Db.Sessions.Where(session => session.StaffId == id).ExecuteDeleteAsync(cancel);
        await current.Db.KnownDevices.Where(device => device.StaffId == id).ExecuteDeleteAsync(cancel);
        await current.Db.KeptForms.Where(form => form.StaffId == id).ExecuteDeleteAsync(cancel);
        await current.Db.Drafts.Where(draft => draft.StaffId == id).ExecuteDeleteAsync(cancel);
        current.Journal.Write(new StaffClosed(id), by);
        return default(Done);
    }
}

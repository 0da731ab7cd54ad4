using Loket.Kernel;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Removes sessions, kept forms, drafts, counts and browsers whose time is up, each hour.</summary>
public sealed record CleanSignIns : IJobPayload
{
    /// <inheritdoc />
    public static string Kind => "account.clean-sign-ins";
}

internal sealed class CleanSignInsHandler(TimeProvider machine) : IJobHandler<CleanSignIns>
{
    private static readonly Duration Often = Duration.FromHours(1);

    // An ended session is remembered for a day: a form posted under it is kept for the same person.
    private static readonly Duration SessionsStay = Duration.FromDays(1);
    private static readonly Duration DevicesStay = Duration.FromDays(180);
    private static readonly Duration DraftsStay = Duration.FromDays(30);

    public Task Run(CleanSignIns payload, JobContext job, CancellationToken cancel)
    {
        var now = machine.Instant();
        var (sessions, devices, counts) = (now - SessionsStay, now - DevicesStay, now - SessionsStay);
        var drafts = job.Tenant.Clock.Now() - DraftsStay;
        return job.Complete(
            async current =>
            {
                await current.Db.Sessions.Where(session => session.EndsAt < sessions).ExecuteDeleteAsync(cancel);
                await current.Db.SpentTickets.Where(ticket => ticket.Until < now).ExecuteDeleteAsync(cancel);
                await current.Db.KeptForms.Where(form => form.Until < now).ExecuteDeleteAsync(cancel);
                await current.Db.Drafts.Where(draft => draft.SavedAt < drafts).ExecuteDeleteAsync(cancel);
                await current.Db.BackOffs.Where(count => count.LastAt < counts).ExecuteDeleteAsync(cancel);
                await current.Db.KnownDevices.Where(device => device.UsedAt < devices).ExecuteDeleteAsync(cancel);
            },
            cancel,
            JobOutcome.Again(job.Tenant.Clock.Now() + Often));
    }
}

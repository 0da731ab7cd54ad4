using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Contacts.Erasing;
using Loket.Kernel;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>Let go of contacts without a case that were kept long enough.</summary>
internal sealed record ForgetContacts : IJobPayload
{
    public static string Kind => "destruction.forget-contacts";
}

/// <summary>Much of what people ask is answered at once and becomes no case. It is kept as long as such an answer in a case, and then nothing of what was said is left. Nobody approves that:
/// nothing was decided about anybody, and a list of a thousand questions about opening hours is read by nobody.</summary>
/// <remarks>Some at a time, each whole or not at all, with what says that they are gone; the first of each month, before anybody is at work.</remarks>
internal sealed class ForgetContactsHandler(UnitOfWork reading, EraseContacts erase) : IJobHandler<ForgetContacts>
{
    private const int Batch = 50;
    private const int Page = 200;

    public async Task Run(ForgetContacts payload, JobContext job, CancellationToken cancel)
    {
        var now = job.Tenant.Clock.Now();
        var (due, next) = await reading.Read(async db => ((await Due(db, now, cancel)).Count, Retention.NextMonth(now, (await Calendars.Current(db, cancel)).Zone)));
        await job.Complete(work => Forget(work, cancel), cancel, JobOutcome.Again(due < Batch ? next : now));
        if (due is > 0 and < Batch) await reading.Read(db => FromDisk(db, job, cancel));
    }

    private async Task Forget(Work work, CancellationToken cancel)
    {
        var going = await Due(work.Db, work.Now, cancel);
        if (going.Count == 0) return;
        var callbacks = await work.Db.Set<CallbackAsk>().Where(ask => going.Contains(ask.Matter)).Select(ask => ask.Callback).Distinct().ToListAsync(cancel);
        var gone = await erase.Handle(work, going, callbacks, [], cancel);
        work.Journal.Write(new ContactsForgotten(going.Count, gone.Contacts, gone.Customers, gone.Messages, gone.Files), Who.System);
    }

    private static async Task<List<MatterId>> Due(LoketDb db, Instant now, CancellationToken cancel)
    {
        var due = new List<MatterId>();
        if (await Retention.OfContacts(db, now, cancel) is not { } before) return due;
        for (var last = default(MatterId); ;)
        {
            var page = await EndedMatters.Before(db, before, last, Page, cancel);
            due.AddRange((await Free(db, page, before, cancel)).Take(Batch - due.Count));
            if (due.Count == Batch || page.Count < Page) return due;
            last = page[^1];
        }
    }

    // On no case, and with nobody still to be called about it, or called a short while ago or about a case that is kept.
    private static async Task<List<MatterId>> Free(LoketDb db, IReadOnlyList<MatterId> ids, Instant before, CancellationToken cancel)
    {
        var cases = db.Cases.Where(one => one.DestroyedAt == null);
        var callbacks = db.Callbacks.Where(one => one.EndedAt == null || one.EndedAt >= before || cases.Any(its => its.Id == one.CaseId));
        var asked = db.Set<CallbackAsk>().Where(ask => ids.Contains(ask.Matter) && callbacks.Any(one => one.Id == ask.Callback)).Select(ask => ask.Matter);
        var kept = await db.Participants.Where(one => ids.Contains(one.Matter) && one.LeftAt == null).Select(one => one.Matter).Concat(asked).ToListAsync(cancel);
        return [.. ids.Except(kept)];
    }

    private static async Task<Done> FromDisk(LoketDb db, JobContext job, CancellationToken cancel)
    {
        await job.Tenant.Database.ForgetErased(db, cancel);
        return default;
    }
}

using Loket.Cases.Callbacks;
using Loket.Kernel;
using Loket.Messages;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Snoozing;

/// <summary>News for a case that is not told by the event itself: somebody is to be called back about it, a letter came back, a colleague wrote a note.</summary>
internal sealed class WakeOnMore : ISubscription<CallbackMade>, ISubscription<CallbackRaised>, ISubscription<MessageFailed>, ISubscription<CaseNoted>
{
    public Task Handle(CallbackMade happened, Written entry, Work work, CancellationToken cancel) => Wake(work, happened.Case, entry, cancel);

    public async Task Handle(CallbackRaised happened, Written entry, Work work, CancellationToken cancel) =>
        await Wake(work, (await work.Db.Set<CallbackRequest>().FindAsync([happened.Callback], cancel))?.CaseId, entry, cancel);

    public Task Handle(MessageFailed happened, Written entry, Work work, CancellationToken cancel) =>
        happened.Reason == MessageFailures.Returned.Code && happened.Subjects.Case is { } id ? Wake(work, new CaseId(id), entry, cancel) : Task.CompletedTask;

    // What its handler writes is no news to them.
    public async Task Handle(CaseNoted happened, Written entry, Work work, CancellationToken cancel)
    {
        if ((await work.Db.CaseOf(happened.Case, cancel)).Handler is { } handler && entry.By == new Who(WhoKind.Staff, handler.Value)) return;
        await Wake(work, happened.Case, entry, cancel);
    }

    // A part sleeps on as it did; the news is for the whole. What a message is about is only a name to the room of messages: it may be no case.
    private static async Task Wake(Work work, CaseId? about, Written entry, CancellationToken cancel)
    {
        if (about is not { } id || await work.Db.Cases.FindAsync([id], cancel) is not { } found) return;
        if (found.MergedInto is { } whole) found = await work.Db.CaseOf(whole, cancel);
        await Waking.Wake(work, found, WakeCause.News, entry.By, cancel);
    }
}

using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Intake.Follow;

/// <summary>Opens the follow page with a reference and a code that was sent, or the PIN of a slip or letter (row B7).</summary>
public sealed class OpenFollow(UnitOfWork unit, TenantContext context, FollowedCases cases, Matters matters, TimeProvider machine)
{
    // Stands in where there is no code or PIN, so that a check takes as long.
    private const string NoHash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /// <summary>The try.</summary>
    /// <param name="Reference">As it was read from what they typed.</param>
    /// <param name="Code">As it was read from what they typed.</param>
    /// <param name="Client">The address where it comes from.</param>
    public sealed record Request(Reference Reference, SixDigitCode Code, string Client);

    /// <summary>Gives the ticket for the browser; a code for one use is used up.</summary>
    public async Task<Result<string>> Handle(Request request, CancellationToken cancel)
    {
        var reference = request.Reference.ToString();
        var counted = await unit.Run<Done>(async work =>
            await FollowTries.Count(work, FollowTries.Door.Open, reference, request.Client, machine.Instant(), cancel) is { } wait ? wait : default(Done), cancel);
        if (!counted.Succeeded) return counted.Failure;

        var opened = await unit.Run<Opened>(async work => new Opened(await Check(work, reference, request, cancel)), cancel);
        return opened.Value.Ticket is { } ticket ? ticket.ToText(context.Tenant.Keys) : FollowFailures.Wrong;
    }

    // As many questions to the database and as many hashes for a reference that does not exist, so that the time tells nothing.
    private async Task<FollowTicket?> Check(Work work, string reference, Request request, CancellationToken cancel)
    {
        var (now, code) = (machine.Instant(), request.Code);
        var hashes = FollowKeys.Hashes(work.Tenant.Keys);
        var sent = await work.Db.FindAsync<FollowCode>([FollowCodes.KeyOf(work.Tenant.Keys, reference)], cancel);
        var known = await cases.Key(work.Db, reference, cancel);
        var (slip, letter) = await matters.PinHashes(work.Db, known?.Matter ?? default, cancel);

        var isCode = hashes.Matches(code, CodePurpose.OneTimeCode, reference, sent?.CodeHash ?? NoHash) && sent!.Until > now;
        var isSlip = hashes.Matches(code, CodePurpose.Pin, reference, slip ?? NoHash);
        var isLetter = hashes.Matches(code, CodePurpose.Pin, reference, letter ?? NoHash);
        if (known is null || !(isCode || isSlip || isLetter)) return null;
        if (isCode) work.Db.Remove(sent!);
        await FollowTries.Forgive(work, reference, request.Client, cancel);
        return FollowTicket.For(known.Participant, now);
    }

    private sealed record Opened(FollowTicket? Ticket);
}

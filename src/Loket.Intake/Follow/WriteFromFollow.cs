using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake.Papers;
using Loket.Intake.Register;
using Loket.Intake.Residents;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Follow;

/// <summary>Somebody who follows a case writes to its handler. What may be a formal paper, or tells of danger when the case has ended, is a contact of its own:
/// a term of the law may run from it, others may not know of it, and nobody works on what is closed.</summary>
public sealed class WriteFromFollow(OpenFollowed open, UnitOfWork unit, WriteToHandler write, RegisterContact register, DangerWords danger)
{
    /// <summary>The longest message, in characters.</summary>
    public const int Longest = 5_000;

    /// <summary>The message, the files with it, the ticket that shows whose it is, and in which language they read.</summary>
    public sealed record Request(RequestKey Key, string? Ticket, string? Text, IReadOnlyList<ReceivedFile> Files, string Language = "nl");

    /// <summary>Puts it on the timeline and tells the handler, or registers it apart.</summary>
    public async Task<Result<WrittenMessage>> Handle(Request request, CancellationToken cancel)
    {
        var text = CleanText.Lines(request.Text, Longest);
        if (!text.Succeeded) return text.Failure.At("Text");
        if (text.Value.Length == 0 && request.Files.Count == 0) return CaseFailures.TextMissing;
        if (await open.Find(request.Ticket, cancel) is not { } followed) return FollowFailures.Ended;

        var written = await Write(request, followed, text.Value, cancel);
        if (!written.Succeeded) return written;
        await unit.Run<Done>(async work =>
        {
            await UnsentMessage.Remove(work, followed.Participant, cancel);
            return default(Done);
        }, cancel);
        return written;
    }

    private async Task<Result<WrittenMessage>> Write(Request request, FollowedCase followed, string text, CancellationToken cancel)
    {
        var apart = new NewMatter(SendDraft.SubjectOf(text), text, followed.Category, followed.Place, Kind: ResidentKind.Question);
        var paper = PaperWords.Read(apart).ProposedPaper;
        if (paper is not null || (followed.Status == CaseStatus.Closed && await danger.In(followed.Category, text, cancel)))
            return (await Apart(request, followed, apart, cancel)).Then(receipt => new WrittenMessage(receipt.Matters[0].Reference, paper));
        return (await write.Handle(request.Key, followed.Case, followed.Participant, text, request.Files, cancel)).Then(_ => new WrittenMessage());
    }

    private Task<Result<ContactReceipt>> Apart(Request request, FollowedCase followed, NewMatter matter, CancellationToken cancel)
    {
        // They proved that the reference is theirs: so it is the same customer, of whom nothing is shown.
        var by = new Actor(new Who(WhoKind.Resident, followed.Customer?.Value), [Right.SeePersonalData], [], []);
        var contact = new NewContact(Channel.Web, followed.Customer, new CustomerDetails(Language: request.Language), null, [matter]);
        return register.Handle(new RegisterContact.Request(request.Key, contact, [new MatterEnding.ByItself()], by, request.Files), cancel);
    }
}

/// <summary>What became of a message.</summary>
/// <param name="Apart">The reference under which it was registered apart; null where it stands with the case.</param>
/// <param name="Proposed">The formal paper that it may be by its words.</param>
public sealed record WrittenMessage(string? Apart = null, FormalPaper? Proposed = null);

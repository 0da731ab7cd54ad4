using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Papers;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Intake.Residents;

/// <summary>A resident sends what was filled in: one contact per draft, however often the button is pressed (rows A1, A2, A13).</summary>
public sealed class SendDraft(
    UnitOfWork unit, TenantContext context, FindDraft find, ReadPlace place, ProposeCategory propose, RegisterContact register, FollowedCases followed)
{
    private const int LongestSubject = 120;

    /// <summary>Registers the contact and keeps its confirmation in place of the answers.</summary>
    /// <param name="token">The browser's secret.</param>
    /// <param name="language">In which the resident reads: nl or en.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<ResidentReceipt>> Handle(string? token, string language, CancellationToken cancel)
    {
        if (Token.HashOf(token) is not { } hash || await find.Handle(token, cancel) is not { } draft) return IntakeFailures.DraftGone;
        if (draft.Sent is { } earlier) return earlier;
        if (draft.Answers.NextStep != ResidentStep.Check) return IntakeFailures.DraftUnfinished;

        var answers = draft.Answers;
        var where = await place.Handle(WhereIn(answers), cancel);
        if (!where.Succeeded) return where.Failure.At("Village");
        var contact = await ContactOf(answers, where.Value, language, cancel);
        var registered = await register.Handle(
            new RegisterContact.Request(new RequestKey("resident-draft", Convert.ToHexString(hash)), contact, [new MatterEnding.ByItself()], Actor.Resident, answers.Files), cancel);
        if (!registered.Succeeded) return registered.Failure;

        var receipt = await ReceiptOf(registered.Value.Matters[0], answers, cancel);
        await unit.Run<Done>(async work =>
        {
            if (await work.Db.FindAsync<IntakeDraft>([hash], cancel) is { } kept)
                kept.Body = IntakeDraft.Seal(context.Tenant.Keys, hash, new ResidentDraft(new ResidentAnswers(), receipt));
            return default(Done);
        }, cancel);
        return receipt;
    }

    /// <summary>The formal paper as which these answers are registered, because the resident says so; null when they are none.</summary>
    public static FormalPaper? PaperIn(ResidentAnswers answers) => answers.Kind == ResidentKind.Complaint ? FormalPaper.Complaint : null;

    /// <summary>The formal paper that they may be by their words; a member of staff decides.</summary>
    public static FormalPaper? PaperProposed(ResidentAnswers answers) =>
        PaperIn(answers) is null && answers.Text is { } text ? PaperWords.Propose(SubjectOf(text), text) : null;

    /// <summary>Where these answers say that it is. Who tells of lamp 118-042 need not say so again, and the first sentence may name the street.</summary>
    public static PlaceTyped WhereIn(ResidentAnswers answers) =>
        new(answers.Place, Area: answers.Village, Subject: answers.Text is { } text ? SubjectOf(text) : null, Told: answers.Text);

    /// <summary>The first sentence, shortened where it is long.</summary>
    internal static string SubjectOf(string text)
    {
        var line = text.Split('\n', 2)[0].Trim();
        var end = line.IndexOfAny(['.', '?', '!'], Math.Min(8, line.Length));
        if (end > 0 && end < LongestSubject && (end + 1 == line.Length || line[end + 1] == ' ')) line = line[..(line[end] == '.' ? end : end + 1)];
        if (line.Length <= LongestSubject) return line;
        var space = line.LastIndexOf(' ', LongestSubject - 1);
        var cut = space > LongestSubject / 2 ? space : LongestSubject - 1;
        return line[..(char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut)] + "…";
    }

    private async Task<NewContact> ContactOf(ResidentAnswers answers, Place where, string language, CancellationToken cancel)
    {
        var text = answers.Text!;
        var paper = PaperIn(answers);
        var category = paper is null ? await propose.Handle(text, where, cancel) : null;
        var details = answers.TellBy is null
            ? new CustomerDetails(Language: language)
            : new CustomerDetails(answers.Name, answers.Phone, answers.Email, answers.Address, language);
        return new NewContact(
            Channel.Web, null, details, answers.TellBy, [new NewMatter(SubjectOf(text), text, category?.Key, where, paper, answers.Kind)],
            Assisted: answers.IsHelped ? new Assisted(Assistance.FilledInTogether, answers.HelpedBy) : null);
    }

    private async Task<ResidentReceipt> ReceiptOf(MatterReceipt matter, ResidentAnswers answers, CancellationToken cancel)
    {
        var promised = await followed.Promised(matter.Reference, cancel);
        return new ResidentReceipt(
            matter.Reference, answers.Kind!.Value, matter.Outcome == Outcome.Joined, promised?.OpenedAt, matter.Contacts, promised?.DeadlineAt, promised?.Team,
            promised?.Partner, PaperIn(answers), answers.TellBy, promised is { CanBeFollowed: true }, PaperProposed(answers));
    }
}

using Loket.Cases.Telling;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handling;

/// <summary>What one person gets.</summary>
/// <param name="Reference">Their own reference.</param>
/// <param name="Name">Who it is; null when that is not known, or not for this reader.</param>
/// <param name="By">The channel; null when there is no way to them.</param>
/// <param name="OwnPart">What is for them alone.</param>
/// <param name="ReadsElsewhere">It is too long for a text message: that tells where to read it.</param>
public sealed record AnswerTo(string Reference, string? Name, MessageChannel? By, string? OwnPart, bool ReadsElsewhere);

/// <summary>An answer as it will go out.</summary>
/// <param name="People">Everybody who asked, once, however often they did.</param>
/// <param name="MaybeNamed">Names in the text that another may not read; each may be an ordinary word too.</param>
public sealed record AnswerPreview(IReadOnlyList<AnswerTo> People, IReadOnlyList<string> MaybeNamed)
{
    /// <summary>How many people are told.</summary>
    public int Told => People.Count(one => one.By is not null);

    /// <summary>How many get a text message that tells where to read it.</summary>
    public int Elsewhere => People.Count(one => one.ReadsElsewhere);

    /// <summary>How many by which channel, most first.</summary>
    public IReadOnlyList<(MessageChannel Channel, int People)> Ways =>
        [.. People.Select(one => one.By).OfType<MessageChannel>().CountBy(channel => channel).OrderByDescending(way => way.Value).ThenBy(way => way.Key).Select(way => (way.Key, way.Value))];
}

/// <summary>Shows to whom an answer goes, how, and what each will read; sends nothing.</summary>
public sealed class PreviewAnswer(UnitOfWork unit, AnswerAddressees addressees)
{
    /// <summary>The answer as it will go out; refused where <see cref="AnswerCase"/> would refuse it.</summary>
    public Task<Result<AnswerPreview>> Handle(
        CaseId id, string text, IReadOnlyDictionary<ParticipantId, string>? ownParts, Actor by, CancellationToken cancel) => unit.Read<Result<AnswerPreview>>(async db =>
    {
        if (!by.May(Right.WorkOnCases)) return OrganisationFailures.Forbidden;
        if (await db.Cases.VisibleTo(by).Include(one => one.Participants).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } found) return CaseFailures.NotFound;
        var read = AnswerText.Read(text, ownParts, found.Participants);
        if (!read.Succeeded) return read.Failure;
        var (common, own) = read.Value;
        var told = await addressees.Of(db, found.Participants, own, MessageKind.Answer, cancel);
        var named = AnswerAddressees.Named(common, told);
        if (AnswerAddressees.Refused(named, "Text") is { } refused) return refused;
        var elsewhere = await addressees.ReadElsewhere(db, found, common, told, cancel);
        return new AnswerPreview(
            [.. told.Select(one => new AnswerTo(one.Participant.Reference, by.May(Right.SeePersonalData) ? one.Recipient.Name : null, one.By, one.Text, elsewhere.Contains(one.Participant.Id)))],
            [.. named.Select(one => one.Trait.Value).Distinct(StringComparer.Ordinal)]);
    });
}

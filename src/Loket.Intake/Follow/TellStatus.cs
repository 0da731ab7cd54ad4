using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Intake.Follow;

/// <summary>Somebody was told by telephone or at a desk how a case stands; which questions they answered, never the answers.</summary>
[JournalEvent("case.status-told", Audience.Staff)]
public sealed record StatusTold(
    CaseId Case, ParticipantId Participant, ContactId Contact, CustomerId? Customer, IReadOnlyList<ControlQuestion> Questions) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Customer is { } customer ? [Case.Value, Contact.Value, customer.Value] : [Case.Value, Contact.Value];
}

/// <summary>What an agent needs to ask who calls, and to tell them.</summary>
/// <param name="Case">The case, as that participant may see it.</param>
/// <param name="Matter">What they asked.</param>
/// <param name="Person">What is known of them; null for who did not say who they are.</param>
/// <param name="Questions">What can be asked: of which the answer is known.</param>
/// <param name="Planned">The day on which a partner does it, where one was promised.</param>
public sealed record StatusToTell(
    FollowedCase Case, MatterCard Matter, KnownPerson? Person, IReadOnlyList<ControlQuestion> Questions, NodaTime.LocalDate? Planned);

/// <summary>A resident hears by telephone or at a desk how a case stands, after control questions (row A11): the same words as on the page for following.</summary>
public sealed class TellStatus(UnitOfWork unit, FollowedCases cases, Matters matters, ContactCards contacts)
{
    /// <summary>How many questions must be answered rightly.</summary>
    public const int Fewest = 2;

    /// <summary>What was asked and answered.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Reference">The reference of the participant who says to be calling.</param>
    /// <param name="Answered">The questions that they answered rightly.</param>
    /// <param name="By">Who tells it.</param>
    public sealed record Request(RequestKey Key, string Reference, IReadOnlyList<ControlQuestion> Answered, Actor By);

    /// <summary>What can be asked, for who may know of the case and see who asked; that it was looked at is written first.</summary>
    public async Task<Result<StatusToTell>> Open(string reference, Actor by, CancellationToken cancel)
    {
        if (await Find(reference, by, cancel) is not { } found) return CaseFailures.NotFound;
        await unit.Run<Done>(work =>
        {
            work.Journal.Write(new CaseLookedAt(found.Case.Case, "control questions"), by);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return found;
    }

    /// <summary>Writes down that it is told; refused while too little was answered.</summary>
    public async Task<Result<StatusToTell>> Handle(Request request, CancellationToken cancel)
    {
        if (await Find(request.Reference, request.By, cancel) is not { } found) return CaseFailures.NotFound;
        var answered = request.Answered.Where(found.Questions.Contains).Distinct().Order().ToList();
        if (answered.Count < Fewest) return IntakeFailures.TooFewAnswered;
        var told = await unit.Run<Done>(request.Key, new { request.Reference, answered }, work =>
        {
            work.Journal.Write(new StatusTold(found.Case.Case, found.Case.Participant, found.Case.Contact, found.Case.Customer, answered), request.By);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return told.Succeeded ? found : told.Failure;
    }

    private async Task<StatusToTell?> Find(string reference, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.SeePersonalData) || !Kernel.References.Reference.TryParse(reference, out var parsed)) return null;
        if (await cases.ToTell(parsed, by, cancel) is not { } found) return null;
        var (matter, person) = await unit.Read(async db => (await matters.Find(db, found.Matter, by, cancel), await contacts.PersonOf(db, found.Matter, by, cancel)));
        return matter is null ? null : new StatusToTell(
            found, matter, person, [.. QuestionsAbout(matter, person)], FollowedCases.PlannedOn(found, await cases.Timeline(found, cancel)));
    }

    private static IEnumerable<ControlQuestion> QuestionsAbout(MatterCard matter, KnownPerson? person)
    {
        yield return ControlQuestion.Reference;
        if (Cases.Telling.PlaceWords.Of(matter.Place) is not null) yield return ControlQuestion.Place;
        yield return ControlQuestion.Day;
        if (person?.Phone is not null) yield return ControlQuestion.Phone;
        if (person?.Email is not null) yield return ControlQuestion.Email;
        if (person?.Address is not null) yield return ControlQuestion.Address;
    }
}

using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>What a contact asked and stood with the wrong case is put with another, or gets a case of its own; nothing of it is lost (row A3).</summary>
public sealed class MoveContact(UnitOfWork unit, UndoLinks links, CaseRegister cases)
{
    /// <summary>Which matter, from which case as it was seen, to which; without a reference to a case of its own.</summary>
    public sealed record Request(RequestKey Key, CaseId From, int? Seen, MatterId Matter, string? To, Actor By);

    /// <summary>Moves it.</summary>
    public Task<Result<RegisteredCase>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<RegisteredCase>(request.Key, new { request.From, request.Matter, request.To }, async work =>
        {
            if (!request.By.May(Right.WorkOnCases)) return OrganisationFailures.Forbidden;
            CaseId? target = null;
            if (!string.IsNullOrWhiteSpace(request.To))
            {
                target = await FindCase.Read(work.Db, request.To, request.By, cancel);
                if (target is null || target == request.From) return IntakeFailures.NoSuchCase;
            }

            var left = await links.Leave(work, request.From, request.Matter, request.Seen, request.By, cancel);
            if (!left.Succeeded) return left.Failure;
            return target is { } to
                ? await cases.Join(work, to, left.Value.Matter, byItself: false, request.By, cancel, left.Value.Danger)
                : await cases.Open(work, left.Value.Matter, left.Value.Danger, request.By, cancel);
        }, cancel);
}

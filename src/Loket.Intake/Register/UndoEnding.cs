using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>How a matter ended is taken back: it is open again. What it joined is left; a case of its own that nobody worked on is withdrawn.</summary>
public sealed class UndoEnding(UnitOfWork unit, Matters matters, UndoLinks links)
{
    /// <summary>Which matter, by who may see it or took it.</summary>
    public sealed record Request(RequestKey Key, Reference Matter, Actor By);

    /// <summary>Takes it back.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { Matter = request.Matter.ToString() }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (await matters.FindTaken(work.Db, request.Matter, request.By, cancel) is not { Outcome: not null } matter) return ContactFailures.NotFound;
            if (await CaseOfMatter.Find(work.Db, matter.Id, Actor.System, cancel) is { } found)
            {
                var left = await links.Leave(work, found.Id, matter.Contact, null, request.By, cancel);
                if (!left.Succeeded) return left.Failure == CaseFailures.WorkedOn ? IntakeFailures.CaseWorkedOn : left.Failure;
            }
            else if (await matters.Reopen(work, matter.Id, null, request.By, cancel) is { } failure)
            {
                return failure;
            }

            return default(Done);
        }, cancel);
}

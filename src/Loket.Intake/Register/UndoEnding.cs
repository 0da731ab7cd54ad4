using Loket.Cases;
using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>How a matter ended is taken back: it is open again. What it joined is left; a case or callback request of its own that nobody worked on is withdrawn.</summary>
public sealed class UndoEnding(UnitOfWork unit, Matters matters, UndoLinks links, UndoRights undoRights, CallbackRegister callbacks)
{
    /// <summary>Which matter, by who may see it or took it.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Matter">The reference of the matter.</param>
    /// <param name="By">Who.</param>
    /// <param name="On">The case on which it is thought to stand; null where that does not matter.</param>
    /// <param name="Seen">The version of that case that the person had before them.</param>
    public sealed record Request(RequestKey Key, Reference Matter, Actor By, CaseId? On = null, int? Seen = null);

    /// <summary>Takes it back.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { Matter = request.Matter.ToString(), request.On }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (await matters.FindTaken(work.Db, request.Matter, request.By, cancel) is not { Outcome: not null } matter) return ContactFailures.NotFound;
            var stands = await CaseOfMatter.Find(work.Db, matter.Id, Actor.System, cancel);
            if (request.On is { } thought && thought != stands?.Id) return CaseFailures.NotJoined;
            if (stands is not null)
            {
                if (!await undoRights.Allowed(matter.Contact, stands, request.By, cancel)) return OrganisationFailures.Forbidden;
                var left = await links.Leave(work, stands.Id, matter.Id, request.Seen, request.By, cancel);
                if (!left.Succeeded) return left.Failure;
                return matter.Outcome == Outcome.NewCase && await callbacks.LeaveWith(work, matter.Id, stands.Id, request.By, cancel) is { } spoken ? spoken : default(Done);
            }

            if (matter.Outcome == Outcome.Callback && (await callbacks.Leave(work, matter.Id, request.By, cancel)).Failure is { } called) return called;
            return await matters.Reopen(work, matter.Id, null, request.By, cancel) is { } failure ? failure : default(Done);
        }, cancel);
}

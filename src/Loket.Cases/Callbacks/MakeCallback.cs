using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Callbacks;

/// <summary>Somebody is to be called back about a contact that was registered before, on a case or not. One without an ending is refused: that may be a formal paper, or tell of
/// danger, and whoever ends it says so.</summary>
public sealed class MakeCallback(UnitOfWork unit, Matters matters, CallbackRegister callbacks)
{
    /// <summary>Which matter, and what is asked.</summary>
    public sealed record Request(RequestKey Key, Reference Matter, NewCallback Asked, Actor By);

    /// <summary>What is known about a matter before it is asked for: the person, where the reader may see them.</summary>
    public Task<(MatterCard Matter, CaseOfMatter? Case)?> Find(string typed, Actor by, CancellationToken cancel) => unit.Read(async db =>
        await Organisation.Settings.Profiles.MeantBy(db, typed, cancel) is { } reference && await matters.FindTaken(db, reference, by, cancel) is { } matter
            ? (matter, await CaseOfMatter.Find(db, matter.Id, by, cancel)) : ((MatterCard, CaseOfMatter?)?)null);

    /// <summary>Makes it.</summary>
    public Task<Result<RegisteredCallback>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<RegisteredCallback>(request.Key, new { Matter = request.Matter.ToString(), request.Asked }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (await matters.FindTaken(work.Db, request.Matter, request.By, cancel) is not { } matter) return ContactFailures.NotFound;
            if (matter.Outcome is null) return CallbackFailures.MatterOpen;
            var stands = await CaseOfMatter.Find(work.Db, matter.Id, request.By, cancel);
            return await callbacks.Make(work, matter, request.Asked, stands?.Id, request.By, cancel);
        }, cancel);
}

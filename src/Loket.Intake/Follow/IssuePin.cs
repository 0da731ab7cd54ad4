using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Follow;

/// <summary>Gives out a PIN for a matter, for the slip (row A11). It can be read once; a new one takes its place.</summary>
public sealed class IssuePin(UnitOfWork unit, Matters matters)
{
    /// <summary>For which matter, by who may see it or took it.</summary>
    public sealed record Request(Reference Matter, Actor By);

    /// <summary>The six digits, for printing; kept as a salted hash only.</summary>
    public Task<Result<string>> Handle(Request request, CancellationToken cancel) => unit.Run<string>(async work =>
    {
        if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
        if (await matters.FindTaken(work.Db, request.Matter, request.By, cancel) is not { } matter) return ContactFailures.NotFound;
        return (await matters.IssuePin(work, matter.Id, PinPaper.Slip, request.By, cancel)).Digits;
    }, cancel);
}

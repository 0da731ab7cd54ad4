using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>A matter that is open, after its ending was taken back, ends in another way.</summary>
public sealed class EndMatter(UnitOfWork unit, Matters matters, MatterEndings endings)
{
    /// <summary>Which matter, how, as which formal paper if it is one, by who may see it or took it.</summary>
    public sealed record Request(RequestKey Key, Reference Matter, MatterEnding Ending, FormalPaper? Paper, Actor By);

    /// <summary>Ends it.</summary>
    public Task<Result<MatterReceipt>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MatterReceipt>(request.Key, new { Matter = request.Matter.ToString(), Ending = (object)request.Ending, request.Paper }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (await matters.FindTaken(work.Db, request.Matter, request.By, cancel) is not { } matter) return ContactFailures.NotFound;
            if (matter.Outcome is not null) return ContactFailures.MatterEnded;
            if (request.Paper != matter.FormalPaper || matter.ProposedPaper is not null)
            {
                await matters.MarkPaper(work, matter.Id, request.Paper, cancel);
                work.Journal.Write(new MatterPaperSet(matter.Contact, matter.Id, request.Paper), request.By);
                await work.Db.SaveChangesAsync(cancel);
            }

            var again = new NewMatter(matter.Subject, matter.Text, matter.Category, matter.Place, request.Paper, matter.Kind, PaperDecided: true);
            return await endings.End(work, new RegisteredMatter(matter.Id, request.Matter, again), request.Ending, request.By, cancel);
        }, cancel);
}

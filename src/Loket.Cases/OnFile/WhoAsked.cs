using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.OnFile;

/// <summary>Who is behind a request about their own data, for who has the right to answer such requests; for everybody else a reference means nobody. Whose case it is or what kind it has opens nothing:
/// a handler could make that so.</summary>
public sealed class WhoAsked(Matters matters)
{
    internal async Task<Result<Asked>> Find(LoketDb db, string? typed, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.AnswerPrivacyRequests) || await Profiles.MeantBy(db, typed, cancel) is not { } meant) return AccessFailures.UnknownReference;
        var matter = await matters.Find(db, meant, Actor.System, cancel);
        var id = await FindCase.Read(db, typed, Actor.System, cancel);
        var request = id is { } known && await IsRequest(db, known, cancel) ? id : null;
        if (matter is not null) return matter.Customer is { } own ? new Asked(own, request, meant.ToString()) : AccessFailures.UnknownReference;
        if (id is not { } on) return AccessFailures.UnknownReference;

        var people = await db.Participants.Where(one => one.CaseId == on && one.LeftAt == null && one.Customer != null).Select(one => one.Customer!.Value).Distinct().ToListAsync(cancel);
        return people switch
        {
            [] => AccessFailures.UnknownReference,
            [var one] => new Asked(one, request, meant.ToString()),
            _ => AccessFailures.SeveralPeople,
        };
    }

    private static async Task<bool> IsRequest(LoketDb db, CaseId id, CancellationToken cancel) =>
        await db.Cases.Where(one => one.Id == id).Select(one => one.Type).SingleOrDefaultAsync(cancel) is { } type && (await db.TypeOf(type, cancel))?.FormalPaper == FormalPaper.PrivacyRequest;
}

/// <summary>Who asked.</summary>
/// <param name="Customer">The person.</param>
/// <param name="Request">The case in which they asked; null where the reference is of something else.</param>
/// <param name="Reference">The reference, written in full.</param>
internal sealed record Asked(CustomerId Customer, CaseId? Request, string Reference);

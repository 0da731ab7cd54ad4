using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.OnFile;

/// <summary>Who is behind a request about their own data, and whether somebody may answer it: the privacy officer of anybody, a handler of who asked for it in the case that they handle.</summary>
public sealed class WhoAsked(Matters matters)
{
    internal async Task<Result<Asked>> Find(LoketDb db, string? typed, Actor by, CancellationToken cancel)
    {
        if (await Profiles.MeantBy(db, typed, cancel) is not { } meant) return AccessFailures.UnknownReference;
        var matter = await matters.Find(db, meant, Actor.System, cancel);
        var id = await FindCase.Read(db, typed, Actor.System, cancel);
        var request = id is { } known && await Handles(db, known, by, cancel) ? id : null;
        if (!by.May(Right.AnswerPrivacyRequests) && request is null) return AccessFailures.UnknownReference;
        if (matter is not null) return matter.Customer is { } own ? new Asked(own, request) : AccessFailures.UnknownReference;
        if (id is not { } on) return AccessFailures.UnknownReference;

        var people = await db.Participants.Where(one => one.CaseId == on && one.LeftAt == null && one.Customer != null).Select(one => one.Customer!.Value).Distinct().ToListAsync(cancel);
        return people switch
        {
            [] => AccessFailures.UnknownReference,
            [var one] => new Asked(one, request),
            _ => AccessFailures.SeveralPeople,
        };
    }

    // Who asked to see their data is known to who handles that, and to them alone.
    private static async Task<bool> Handles(LoketDb db, CaseId id, Actor by, CancellationToken cancel)
    {
        if (by.Staff is not { } staff || !by.May(Right.WorkOnCases) || !by.May(Right.SeePersonalData)) return false;
        var type = await db.Cases.VisibleTo(by).Where(one => one.Id == id && one.Handler == staff && one.Status != CaseStatus.Closed).Select(one => one.Type).SingleOrDefaultAsync(cancel);
        return type is not null && (await db.TypeOf(type, cancel))?.FormalPaper == FormalPaper.PrivacyRequest;
    }
}

/// <summary>Who asked.</summary>
/// <param name="Customer">The person.</param>
/// <param name="Request">The case in which they asked, where whoever answers handles that.</param>
internal sealed record Asked(CustomerId Customer, CaseId? Request);

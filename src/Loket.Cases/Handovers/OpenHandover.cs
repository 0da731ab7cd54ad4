using Loket.Cases.Reading;
using Loket.Cases.Telling;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>A handover as its partner sees it.</summary>
public sealed record HandoverForPartner
{
    /// <summary>How it stands.</summary>
    public required HandoverView Handover { get; init; }

    /// <summary>The code in the reader's own link to it, by which its files are opened.</summary>
    public required string Token { get; init; }

    /// <summary>Who reads, for acting.</summary>
    public required Actor Reader { get; init; }

    /// <summary>The partner.</summary>
    public required PartnerCard Partner { get; init; }

    /// <summary>The number of the case.</summary>
    public required string Reference { get; init; }

    /// <summary>What it is about; null where that is sensitive.</summary>
    public required string? Subject { get; init; }

    /// <summary>Where it is.</summary>
    public required Place Place { get; init; }

    /// <summary>Where it is, as somebody else who asks for the same may read it.</summary>
    public required Place PlaceForOthers { get; init; }

    /// <summary>The place in words; null when nothing is known.</summary>
    public required string? Where { get; init; }

    /// <summary>Cannot wait.</summary>
    public required bool Danger { get; init; }

    /// <summary>Until when the partner may take to answer; null once it has answered.</summary>
    public required Instant? AnswerBy { get; init; }

    /// <summary>The people who asked, as far as the partner may know; empty once the handover has ended.</summary>
    public required IReadOnlyList<SharedPerson> People { get; init; }

    /// <summary>The files that went along, and those that the partner sent.</summary>
    public required IReadOnlyList<HandoverFileView> Files { get; init; }

    /// <summary>What happened to this handover, newest first.</summary>
    public required IReadOnlyList<HandoverStep> Steps { get; init; }

    /// <summary>The municipality's time zone, for dates.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Whether it can still be acted on.</summary>
    public bool IsLive => Handover.State is HandoverState.Offered or HandoverState.Accepted;
}

/// <summary>Something that happened to a handover.</summary>
/// <param name="At">When.</param>
/// <param name="By">Name of the colleague at the partner who did it; null for others.</param>
/// <param name="Happened">What.</param>
public sealed record HandoverStep(Instant At, string? By, ICaseEvent Happened);

/// <summary>Somebody of a partner looked at the people in a handover, or at what files of theirs went along.</summary>
[JournalEvent("handover.looked-at", Audience.Audit)]
public sealed record HandoverLookedAt(CaseId Case, HandoverId Handover, PartnerId Partner) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>Somebody of a partner opens a handover by their own link (row B5). Nothing is used up by it.</summary>
public sealed class OpenHandover(UnitOfWork unit, TenantContext tenant, SharedPeople people, AreaTree areas, JournalReader journal)
{
    private const int MostSteps = 200;

    /// <summary>The handover; <c>handover.not-found</c> for a link that is not ours, of somebody who no longer works there, or of what ended long ago.</summary>
    public async Task<Result<HandoverForPartner>> Handle(string? token, CancellationToken cancel)
    {
        if (PartnerLinks.Read(tenant.Tenant.Keys, token) is not { } link) return HandoverFailures.NotFound;
        var view = await unit.Read(db => Read(db, link.Handover, link.Person, cancel));
        if (view is null) return HandoverFailures.NotFound;
        if (view.People.Count > 0 || view.Files.Any(one => !one.FromPartner))
        {
            // The look is written before anything is shown; when it can't be, nothing is.
            await unit.Run<Done>(work =>
            {
                work.Journal.Write(new HandoverLookedAt(view.Handover.Case, view.Handover.Id, view.Handover.Partner), view.Reader);
                return Task.FromResult<Result<Done>>(default(Done));
            }, cancel);
        }

        return view with { Steps = await Steps(view, cancel) };
    }

    private async Task<HandoverForPartner?> Read(LoketDb db, HandoverId id, PartnerPersonId? person, CancellationToken cancel)
    {
        if (await PartnerDoor.ByLink(db, tenant.Tenant, id, person, cancel) is not { } at) return null;
        // Where its case goes on as part of another that this partner has too, the link leads there.
        var (handover, partner) = (at.Whole, at.Partner);
        var found = await db.Cases.SingleAsync(one => one.Id == handover.CaseId, cancel);
        var calendar = await Calendars.Current(db, cancel);
        var map = await areas.Map(db, cancel);
        var place = PartnerEyes.PlaceOf(found, partner, map);
        return new HandoverForPartner
        {
            Handover = HandoverView.Of(handover).WithoutNationalNumbers(),
            Token = PartnerLinks.TokenFor(tenant.Tenant.Keys, handover.Id, person),
            Reader = at.Reader,
            Partner = partner,
            Reference = found.Reference,
            Subject = await PartnerEyes.SubjectOf(db, found, partner, CaseNames.Language, cancel),
            Place = place,
            PlaceForOthers = place.ForOthers(map),
            Where = PlaceWords.Of(place),
            Danger = found.Danger,
            AnswerBy = handover.State == HandoverState.Offered
                ? new Deadlines(calendar, new StatutoryCalendar()).For(handover.OfferedAt, partner.ResponseNorm).At : null,
            People = handover.IsLive ? await people.Of(db, found, partner, cancel) : [],
            Files = await PartnerFiles.Of(db, at with { Handover = handover }, CaseNames.Language, cancel),
            Steps = [],
            Zone = calendar.Zone,
        };
    }

    private async Task<IReadOnlyList<HandoverStep>> Steps(HandoverForPartner view, CancellationToken cancel)
    {
        var lines = await journal.Timeline(view.Handover.Case.Value, Audience.Staff, MostSteps, null, cancel);
        return
        [
            .. from line in lines
               let happened = line.Happened as ICaseEvent
               where happened is not null && Handover(happened) == view.Handover.Id
               select new HandoverStep(
                   line.At, line.By.Kind == WhoKind.Partner ? view.Partner.People.FirstOrDefault(one => one.Id.Value == line.By.Id)?.Name ?? view.Partner.Name : null,
                   happened),
        ];
    }

    // What we do when a partner stays silent is our own business.
    private static HandoverId? Handover(IJournalEvent happened) => happened switch
    {
        HandoverOffered one => one.Handover,
        HandoverAccepted one => one.Handover,
        HandoverRefused one => one.Handover,
        HandoverProgressed one => one.Handover,
        HandoverAskedBack one => one.Handover,
        HandoverAnswered one => one.Handover,
        HandoverFilesGiven { Later: true } one => one.Handover,
        HandoverFilesReceived one => one.Handover,
        HandoverDone one => one.Handover,
        HandoverTakenBack one => one.Handover,
        HandoverChased one => one.Handover,
        _ => null,
    };
}

using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Telling;

/// <summary>Tells colleagues where they live, by e-mail and in the chat of their team: near and passed deadlines, repeats, silent partners.
/// Of a sensitive case only its number is told.</summary>
public sealed class TellStaff(Outbox outbox) :
    ISubscription<CaseEscalated>, ISubscription<RepeatsEscalated>, ISubscription<HandoverSilenceEscalated>, ISubscription<HandoverRefused>,
    ISubscription<HandoverAskedBack>, ISubscription<ParticipantWrote>
{
    /// <inheritdoc />
    public Task Handle(CaseEscalated happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Case, happened.Told, happened.Team, happened.Step == EscalationStep.Warning
            ? "De uiterste datum komt dichtbij." : "De uiterste datum is voorbij.", cancel);

    /// <inheritdoc />
    public Task Handle(RepeatsEscalated happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Case, happened.Told, happened.Team, $"Hierover kwamen al {happened.Contacts} contacten binnen.", cancel);

    /// <inheritdoc />
    public Task Handle(HandoverSilenceEscalated happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Case, happened.Told, happened.Team, "De ketenpartner antwoordt niet, ook niet na twee herinneringen.", cancel);

    /// <inheritdoc />
    public Task Handle(HandoverRefused happened, Written entry, Work work, CancellationToken cancel) =>
        TellOwner(work, entry, happened.Case, "De ketenpartner heeft deze zaak teruggegeven.", cancel);

    /// <inheritdoc />
    public Task Handle(HandoverAskedBack happened, Written entry, Work work, CancellationToken cancel) =>
        TellOwner(work, entry, happened.Case, "De ketenpartner heeft een vraag.", cancel);

    /// <inheritdoc />
    public Task Handle(ParticipantWrote happened, Written entry, Work work, CancellationToken cancel) =>
        TellOwner(work, entry, happened.Case, "Een inwoner heeft een bericht gestuurd.", cancel);

    private async Task TellOwner(Work work, Written entry, CaseId id, string reason, CancellationToken cancel)
    {
        var found = await work.Db.Cases.SingleAsync(one => one.Id == id, cancel);
        await Tell(work, entry, id, found.Handler, found.Team, reason, cancel);
    }

    private async Task Tell(Work work, Written entry, CaseId id, StaffId? told, TeamId? teamId, string reason, CancellationToken cancel)
    {
        var found = await work.Db.Cases.SingleAsync(one => one.Id == id, cancel);
        var profile = await Profiles.Current(work.Db, cancel);
        var team = teamId is { } key ? await TeamDirectory.Find(work.Db, key, cancel) : null;
        var values = ParticipantNews.Fill(
            ("reference", found.Reference),
            ("subject", found.SensitiveGroup is null ? found.Subject : found.Reference),
            ("matter", MatterNames.Of(found, "nl")),
            ("reason", reason),
            ("owner", team?.Name),
            ("deadline", found.DeadlineAt is { } at ? MessageWords.Day(at, work.Now, "nl") : null),
            ("link", $"{profile.BaseAddress.TrimEnd('/')}/zaken/{found.Reference}"));

        var staff = told is { } person ? await StaffDirectory.Find(work.Db, person, cancel) : null;
        if (staff is { Email.Length: > 0 }) await Queue(MessageAddress.Email(staff.Email, staff.Name), staff.Id.Value);
        else if (team is { Email.Length: > 0 }) await Queue(MessageAddress.Email(team.Email, team.Name), team.Id.Value);
        if (team is { ChatWebhook.Length: > 0 }) await Queue(MessageAddress.Chat(team.ChatWebhook), team.Id.Value, channelAttempt: 2);

        Task Queue(MessageAddress to, Guid whom, int channelAttempt = 1) => outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.StaffEscalation,
            To = to,
            Template = TemplateKeys.StaffEscalation,
            Values = values,
            Event = entry.Entry.Value,
            Person = whom,
            ChannelAttempt = channelAttempt,
            About = new MessageAbout(found.Id.Value),
            SensitiveGroup = found.SensitiveGroup,
        }, cancel);
    }
}

using Loket.Cases.Colleagues;
using Loket.Cases.Danger;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Telling;

/// <summary>Tells colleagues where they live, by e-mail and in the chat of their team: danger, near and passed deadlines, repeats, silent partners;
/// new work in the chat of a team that has one.
/// What residents wrote is told to those alone who may read it; of a sensitive case only its number. Who may not know of a case is told nothing of it; then its team is.</summary>
public sealed class TellStaff(Outbox outbox, Addressees addressees) :
    ISubscription<CaseOpened>, ISubscription<CaseRouted>, ISubscription<CaseEscalated>, ISubscription<RepeatsEscalated>, ISubscription<HandoverSilenceEscalated>,
    ISubscription<HandoverRefused>, ISubscription<HandoverDone>, ISubscription<HandoverAskedBack>, ISubscription<HandoverAnswerOwed>, ISubscription<ParticipantWrote>, ISubscription<CaseResumed>,
    ISubscription<DangerFound>, ISubscription<CaseTaskEscalated>, ISubscription<CaseReminded>, ISubscription<CasePosted>
{
    /// <inheritdoc />
    public Task Handle(CaseOpened happened, Written entry, Work work, CancellationToken cancel) =>
        happened.Danger ? TellOfDanger(work, entry, happened.Case, cancel) : Task.CompletedTask;

    /// <inheritdoc />
    public Task Handle(DangerFound happened, Written entry, Work work, CancellationToken cancel) => TellOfDanger(work, entry, happened.Case, cancel);

    /// <inheritdoc />
    public async Task Handle(CaseRouted happened, Written entry, Work work, CancellationToken cancel)
    {
        // Who was named, and a partner, hear of it themselves; of danger everybody is told in its own way.
        if (happened is not { Team: { } id, Staff: null, Partner: null } || await TeamDirectory.Find(work.Db, id, cancel) is not { ChatWebhook.Length: > 0 }) return;
        if (!(await work.Db.CaseOf(happened.Case, cancel)).Danger) await Tell(work, entry, happened.Case, null, StaffReasons.NewForTeam, cancel, inChatAlone: true);
    }

    /// <inheritdoc />
    public Task Handle(CaseEscalated happened, Written entry, Work work, CancellationToken cancel) => Tell(
        work, entry, happened.Case, happened.Told, happened.Step == EscalationStep.Warning ? StaffReasons.DeadlineNears : StaffReasons.DeadlinePassed, cancel);

    /// <inheritdoc />
    public async Task Handle(CaseTaskEscalated happened, Written entry, Work work, CancellationToken cancel)
    {
        // What is to be done in a sensitive case would tell what it is about.
        var isSecret = (await work.Db.CaseOf(happened.Case, cancel)).SensitiveGroup is not null;
        await Tell(
            work, entry, happened.Case, happened.Told,
            language => StaffReasons.TaskDate(happened.Step == EscalationStep.Warning, isSecret ? null : language == "en" ? happened.En : happened.Nl, language), cancel, task: happened);
    }

    /// <inheritdoc />
    public async Task Handle(CaseReminded happened, Written entry, Work work, CancellationToken cancel)
    {
        var colleague = await NameOf(work, entry.By, happened.Case, cancel);
        await Tell(work, entry, happened.Case, happened.Told, language => StaffReasons.Reminder(colleague, language), cancel);
    }

    /// <inheritdoc />
    public async Task Handle(CasePosted happened, Written entry, Work work, CancellationToken cancel)
    {
        var colleague = await NameOf(work, entry.By, happened.Case, cancel);
        await Tell(work, entry, happened.Case, null, language => StaffReasons.Posted(colleague, language), cancel, inChatAlone: true, postedFor: happened.Team);
    }

    /// <inheritdoc />
    public Task Handle(RepeatsEscalated happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Case, happened.Told, language => StaffReasons.Repeats(happened.Contacts, language), cancel);

    /// <inheritdoc />
    public Task Handle(HandoverSilenceEscalated happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Case, happened.Told, StaffReasons.PartnerIsSilent, cancel);

    /// <inheritdoc />
    public Task Handle(HandoverRefused happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Case, happened.Told, StaffReasons.PartnerRefused, cancel);

    /// <inheritdoc />
    public Task Handle(HandoverAskedBack happened, Written entry, Work work, CancellationToken cancel) =>
        TellOwner(work, entry, happened.Case, StaffReasons.PartnerAsks, cancel);

    /// <inheritdoc />
    public async Task Handle(HandoverDone happened, Written entry, Work work, CancellationToken cancel)
    {
        if (!happened.Solved) await TellOwner(work, entry, happened.Case, StaffReasons.PartnerDidNotSolve, cancel);
        else if (!(await work.Db.CaseOf(happened.Case, cancel)).IsClosed) await TellOwner(work, entry, happened.Case, StaffReasons.TasksAreLeft, cancel);
    }

    /// <inheritdoc />
    public Task Handle(HandoverAnswerOwed happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Case, happened.Told, StaffReasons.PartnerWaits, cancel);

    /// <inheritdoc />
    public Task Handle(ParticipantWrote happened, Written entry, Work work, CancellationToken cancel) =>
        TellOwner(work, entry, happened.Case, StaffReasons.ResidentWrote, cancel);

    /// <inheritdoc />
    public Task Handle(CaseResumed happened, Written entry, Work work, CancellationToken cancel) =>
        happened.ByItself ? TellOwner(work, entry, happened.Case, StaffReasons.WaitIsOver, cancel) : Task.CompletedTask;

    // Of a sensitive case what a virtual colleague is called would tell what it is about.
    private static async Task<string?> NameOf(Work work, Who by, CaseId about, CancellationToken cancel) =>
        by is { Kind: WhoKind.VirtualColleague, Id: { } id } && (await work.Db.CaseOf(about, cancel)).SensitiveGroup is null
            ? (await VirtualColleagues.Names(work.Db, cancel)).GetValueOrDefault(new VirtualColleagueId(id)) : null;

    // Outside working hours whoever is on duty is called.
    private async Task TellOfDanger(Work work, Written entry, CaseId id, CancellationToken cancel)
    {
        if (new WorkingTime(await Calendars.Current(work.Db, cancel)).IsWorking(work.Now)) await TellOwner(work, entry, id, StaffReasons.Danger, cancel);
    }

    private async Task TellOwner(Work work, Written entry, CaseId id, Func<string, string> reason, CancellationToken cancel)
    {
        var found = await work.Db.CaseOf(id, cancel);
        await Tell(work, entry, id, await addressees.Owner(work, found, cancel), reason, cancel);
    }

    private async Task Tell(Work work, Written entry, CaseId about, StaffId? told, Func<string, string> reason, CancellationToken cancel, bool inChatAlone = false, CaseTaskEscalated? task = null, TeamId? postedFor = null)
    {
        var found = await work.Db.CaseOf(about, cancel);
        var profile = await Profiles.Current(work.Db, cancel);
        var teams = await TeamsOf(work, found, postedFor ?? task?.Team ?? found.Team, cancel);
        var until = task?.DueAt ?? found.DeadlineAt;
        var reader = told is { } person && await Actors.Of(work.Db, person, cancel) is { } known && known.MayKnow(found) ? known : null;
        var staff = reader?.Staff is { } id ? await StaffDirectory.Find(work.Db, id, cancel) : null;
        var name = found.SensitiveGroup is null ? await CaseNames.Of(work.Db, found, profile.Language, cancel) : found.Reference;
        var reads = reader is not null && found.SensitiveGroup is null && CaseNames.MayRead(reader);
        if (staff is { Email.Length: > 0 }) await Queue(MessageAddress.Email(staff.Email, staff.Name), staff.Id.Value, reads ? found.Subject : name);
        foreach (var team in teams)
        {
            if (staff is not { Email.Length: > 0 } && team.Email.Length > 0 && !inChatAlone) await Queue(MessageAddress.Email(team.Email, team.Name), team.Id.Value, name);
            if (team.ChatWebhook.Length > 0) await Queue(MessageAddress.Chat(team.ChatWebhook), team.Id.Value, name, channelAttempt: 2);
        }

        Task Queue(MessageAddress to, Guid whom, string subject, int channelAttempt = 1) => outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.StaffEscalation,
            To = to,
            Template = TemplateKeys.StaffEscalation,
            Values = ParticipantNews.Fill(
                ("reference", found.Reference), ("subject", subject), ("matter", MatterNames.Of(found, profile.Language)), ("reason", reason(profile.Language)),
                ("owner", teams is [var first, ..] ? first.Name : null), ("deadline", until is { } at ? MessageWords.Day(at, work.Now, profile.Language) : null),
                ("link", profile.AddressOf($"/zaken/{found.Reference}", profile.Language))),
            Event = entry.Entry.Value,
            Person = whom,
            ChannelAttempt = channelAttempt,
            Language = profile.Language,
            About = new MessageAbout(found.Id.Value),
            SensitiveGroup = found.SensitiveGroup,
        }, cancel);
    }

    /// <summary>The team that must act; where it may not know of a sensitive case, those that may.</summary>
    private static async Task<IReadOnlyList<TeamCard>> TeamsOf(Work work, Case found, TeamId? team, CancellationToken cancel)
    {
        var own = team is { } id ? await TeamDirectory.Find(work.Db, id, cancel) : null;
        if (found.SensitiveGroup is not { } group) return own is null ? [] : [own];
        return own?.Groups.Contains(group) == true ? [own] : [.. (await TeamDirectory.All(work.Db, cancel)).Where(team => team.Groups.Contains(group))];
    }
}

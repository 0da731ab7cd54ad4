using Loket.Cases.Telling;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Callbacks;

/// <summary>Tells colleagues what they must know of a callback request: whoever calls that it is theirs, that the time has come or has passed; whoever made it how it ended.
/// The mail has the reference and the time; who it is and what about, is read in the program.</summary>
public sealed class TellCaller(Outbox outbox) :
    ISubscription<CallbackMade>, ISubscription<CallbackHandedOn>, ISubscription<CallbackRaised>, ISubscription<CallbackMoved>, ISubscription<CallbackWatched>, ISubscription<CallbackEnded>
{
    /// <inheritdoc />
    public Task Handle(CallbackMade happened, Written entry, Work work, CancellationToken cancel) => ToOwner(work, entry, happened.Callback, CallbackWords.New, cancel);

    /// <inheritdoc />
    public Task Handle(CallbackHandedOn happened, Written entry, Work work, CancellationToken cancel) => ToOwner(work, entry, happened.Callback, CallbackWords.HandedOn, cancel);

    /// <inheritdoc />
    public Task Handle(CallbackRaised happened, Written entry, Work work, CancellationToken cancel) => ToOwner(work, entry, happened.Callback, CallbackWords.Raised, cancel);

    /// <inheritdoc />
    public Task Handle(CallbackMoved happened, Written entry, Work work, CancellationToken cancel) =>
        ToOwner(work, entry, happened.Callback, language => CallbackWords.Moved(entry.By.Kind, language), cancel);

    /// <inheritdoc />
    public async Task Handle(CallbackWatched happened, Written entry, Work work, CancellationToken cancel)
    {
        var found = (await work.Db.Callbacks.FindAsync([happened.Callback], cancel))!;
        await Tell(work, entry, found, happened.Told, language => CallbackWords.Reason(happened.Step, language), cancel);
    }

    /// <inheritdoc />
    public async Task Handle(CallbackEnded happened, Written entry, Work work, CancellationToken cancel)
    {
        var found = (await work.Db.Callbacks.FindAsync([happened.Callback], cancel))!;
        string Reason(string language) => CallbackWords.Ended(happened.Outcome, language);
        if (found.MadeBy is { } maker && maker.Value != entry.By.Id) await Tell(work, entry, found, maker, Reason, cancel, orTeam: false);
        if (found.Owner != found.MadeBy && found.Owner?.Value != entry.By.Id) await Tell(work, entry, found, found.Owner, Reason, cancel);
    }

    private async Task ToOwner(Work work, Written entry, CallbackId id, Func<string, string> reason, CancellationToken cancel)
    {
        var found = (await work.Db.Callbacks.FindAsync([id], cancel))!;
        // Who does it themselves knows.
        if (found.Owner is not { } owner || owner.Value != entry.By.Id) await Tell(work, entry, found, found.Owner, reason, cancel);
    }

    private async Task Tell(Work work, Written entry, CallbackRequest found, StaffId? told, Func<string, string> reason, CancellationToken cancel, bool orTeam = true)
    {
        var profile = await Profiles.Current(work.Db, cancel);
        var zone = (await Calendars.Current(work.Db, cancel)).Zone;
        var person = told is { } id ? await StaffDirectory.Find(work.Db, id, cancel) : null;
        if (person is { ClosedAt: null, Email.Length: > 0 })
        {
            await Queue(MessageAddress.Email(person.Email, person.Name), person.Id.Value, 1);
            return;
        }

        if (!orTeam || await TeamDirectory.Find(work.Db, found.Team, cancel) is not { } team) return;
        if (team.Email.Length > 0) await Queue(MessageAddress.Email(team.Email, team.Name), team.Id.Value, 1);
        if (team.ChatWebhook.Length > 0) await Queue(MessageAddress.Chat(team.ChatWebhook), team.Id.Value, 2);

        Task Queue(MessageAddress to, Guid whom, int attempt) => outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.StaffCallback,
            To = to,
            Template = TemplateKeys.StaffCallback,
            Values = ParticipantNews.Fill(
                ("reference", found.Reference), ("reason", reason(profile.Language)), ("when", found.IsEnded ? null : CallbackWords.When(found.Window, work.Now, zone, profile.Language)),
                ("link", profile.AddressOf($"/terugbellen/verzoek/{found.Reference}", profile.Language))),
            Event = entry.Entry.Value,
            Person = whom,
            ChannelAttempt = attempt,
            Language = profile.Language,
            About = new MessageAbout(found.CaseId?.Value),
            SensitiveGroup = found.SensitiveGroup,
        }, cancel);
    }
}

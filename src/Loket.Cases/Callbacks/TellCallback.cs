using Loket.Cases.Telling;
using Loket.Contacts;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Callbacks;

/// <summary>Tells who is called back when, that we called in vain, and how it ended (row A6). What nobody has heard yet and is overtaken, is not sent any more.</summary>
/// <remarks>By mail or text message: the promise was said on the telephone, and paper comes too late. Only who could not be reached gets a letter, where that is all we have.</remarks>
public sealed class TellCallback(ContactCards people, Outbox outbox) :
    ISubscription<CallbackMade>, ISubscription<CallbackAttempted>, ISubscription<CallbackMoved>, ISubscription<CallbackEnded>
{
    private static readonly MessageChannel[] Quick = [MessageChannel.Email, MessageChannel.Sms];
    private static readonly MessageChannel[] Written = [.. Quick, MessageChannel.Letter];

    /// <inheritdoc />
    public Task Handle(CallbackMade happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Callback, TemplateKeys.CallbackPromised, Quick, (_, _) => [], cancel);

    /// <inheritdoc />
    public Task Handle(CallbackMoved happened, Written entry, Work work, CancellationToken cancel) =>
        Tell(work, entry, happened.Callback, TemplateKeys.CallbackMoved, Quick, (_, _) => [], cancel);

    /// <inheritdoc />
    public Task Handle(CallbackAttempted happened, Written entry, Work work, CancellationToken cancel) =>
        // Without a next moment it ended, and that is told.
        happened.NextFrom is null ? Task.CompletedTask
        // Whoever has that number is told nothing, and what was on its way there goes no further.
        : happened.Result is AttemptResult.WrongNumber ? outbox.Withdraw(work, happened.Callback.Value, MessageKind.Callback, cancel)
        : Tell(work, entry, happened.Callback, TemplateKeys.CallbackMissed, Quick, (_, _) => [("voicemail", happened.Result == AttemptResult.Voicemail ? "ja" : null)], cancel);

    /// <inheritdoc />
    public Task Handle(CallbackEnded happened, Written entry, Work work, CancellationToken cancel) => happened.Outcome == CallbackOutcome.Died
        // Who has died is told nothing, and what was on its way to them goes no further.
        ? outbox.WithdrawAll(work, happened.Callback.Value, cancel)
        : Tell(
            work, entry, happened.Callback, TemplateKeys.CallbackEnded, happened.Outcome == CallbackOutcome.Unreachable ? Written : Quick,
            // What was said stays with those who may know of it.
            (found, language) => [("outcome", Outcome(happened.Outcome, language)), ("report", found.SensitiveGroup is null ? happened.Report : null), ("ask_again", happened.Outcome is CallbackOutcome.Unreachable ? "ja" : null)],
            cancel);

    private async Task Tell(
        Work work, Written entry, CallbackId id, string template, MessageChannel[] channels, Func<CallbackRequest, string, (string Name, string? Value)[]> values, CancellationToken cancel)
    {
        var found = (await work.Db.Callbacks.FindAsync([id], cancel))!;
        // Who has not heard that they would be called, need not hear that they won't.
        if (!await outbox.Withdraw(work, id.Value, MessageKind.Callback, cancel) && found.Outcome is CallbackOutcome.Withdrawn or CallbackOutcome.Undone) return;
        var contact = await LastAsked(work, id, cancel);
        var recipient = (await people.Recipients(work.Db, [contact], MessageKind.Callback, cancel))[contact];
        if (WaysTo(found, recipient).FirstOrDefault(way => channels.Contains(way.Channel)) is not { } way) return;
        var (profile, zone, language) = (await Profiles.Current(work.Db, cancel), (await Calendars.Current(work.Db, cancel)).Zone, recipient.Language);
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.Callback,
            To = way,
            Template = template,
            Values = ParticipantNews.Fill(
            [
                ("reference", found.Reference), ("subject", found.SensitiveGroup is null ? found.About : found.Reference), ("about", found.SensitiveGroup is null ? found.About : null),
                ("when", CallbackWords.When(found.Window, work.Now, zone, language)), ("team", found.SensitiveGroup is null ? (await TeamDirectory.Find(work.Db, found.Team, cancel))?.Name : null),
                ("signed_link", found.IsEnded ? null : CallbackLinks.AddressFor(profile, work.Tenant.Keys, id, language)), .. values(found, language),
            ]),
            Event = entry.Entry.Value,
            Person = id.Value,
            Language = language,
            About = new MessageAbout(found.CaseId?.Value, contact.Value),
            SensitiveGroup = found.SensitiveGroup,
        }, cancel);
    }

    // A number that proved to be somebody else's is none of theirs; a text to a landline arrives nowhere.
    private static IEnumerable<MessageAddress> WaysTo(CallbackRequest found, Recipient recipient)
    {
        if (!found.IsPhoneCorrected) return recipient.Ways;
        var isMobile = NormalisedPhone.Read(found.Phone) is { Succeeded: true, Value.IsMobile: true };
        return recipient.Ways.Where(way => way.Channel != MessageChannel.Sms || isMobile).Select(way => way.Channel == MessageChannel.Sms ? MessageAddress.Sms(found.Phone, way.Name) : way);
    }

    // Who called again may have said another way to be told.
    private static async Task<ContactId> LastAsked(Work work, CallbackId id, CancellationToken cancel) =>
        work.Db.Set<CallbackAsk>().Local.Where(ask => ask.Callback == id).OrderByDescending(ask => ask.At).FirstOrDefault()?.Contact
        ?? await work.Db.Set<CallbackAsk>().Where(ask => ask.Callback == id).OrderByDescending(ask => ask.At).Select(ask => ask.Contact).FirstAsync(cancel);

    private static string Outcome(CallbackOutcome outcome, string language) => (outcome, language) switch
    {
        (CallbackOutcome.Spoken, "en") => "We have spoken to you.",
        (CallbackOutcome.Spoken, _) => "Wij hebben u gesproken.",
        (CallbackOutcome.Unreachable, "en") => "We called you several times but could not reach you.",
        (CallbackOutcome.Unreachable, _) => "Wij hebben u een paar keer gebeld, maar konden u niet bereiken.",
        (CallbackOutcome.Withdrawn, "en") => "We will not call you any more, as you asked.",
        (CallbackOutcome.Withdrawn, _) => "Wij bellen u niet meer, zoals u vroeg.",
        (CallbackOutcome.Undone, "en") => "Our message that we would call you was a mistake. We will not call you about this.",
        (CallbackOutcome.Undone, _) => "Ons bericht dat wij u zouden bellen, was een vergissing. Wij bellen u hier niet over.",
        (_, "en") => "We no longer need to call you: it was settled in another way.",
        _ => "Wij hoeven u niet meer te bellen: het is op een andere manier opgelost.",
    };
}

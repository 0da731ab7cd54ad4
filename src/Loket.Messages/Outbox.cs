using Loket.Kernel;
using Loket.Messages.Sending;
using Loket.Messages.Templates;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Messages;

/// <summary>What became of an envelope.</summary>
/// <param name="Message">The message; the earlier one when this event was told to this person already.</param>
/// <param name="IsNew">Whether it was made now.</param>
/// <param name="Failure">Why it cannot go by this channel. The message stands on the list of failed ones, and <see cref="MessageFailed"/> is in the journal.</param>
public sealed record Queued(MessageId Message, bool IsNew, Failure? Failure = null);

/// <summary>Takes messages in for sending; for subscriptions, in the transaction of what happened.</summary>
public sealed class Outbox(TemplateShelf shelf)
{
    /// <summary>Four parts of a text message; who has to read more is better told where to read it.</summary>
    private const int LongestSms = 612;

    /// <summary>As much of what somebody wrote as fits beside the rest, where all of it does not.</summary>
    private const int LongestPart = 150;

    /// <summary>Puts an envelope into words and queues it. It goes out after the commit. What cannot be delivered never stops what happened: it is kept as failed.</summary>
    public async Task<Queued> Queue(Work work, Envelope envelope, CancellationToken cancel)
    {
        if (await Earlier(work, envelope, cancel) is { } earlier) return new Queued(earlier, IsNew: false);

        var values = Values(envelope, await shelf.Name(work.Db, work.Tenant, cancel));
        var filled = await shelf.Fill(work.Db, envelope.Template, envelope.Language, values, cancel, envelope.Text);
        if (filled.Succeeded && IsTooLong(envelope, filled.Value)) filled = await Shorter(work.Db, envelope, filled.Value, values, cancel);
        var failure = filled.Failure
            ?? (!AddressForm.Fits(envelope.To) ? MessageFailures.AddressInvalid : null)
            ?? (IsTooLong(envelope, filled.Value) ? MessageFailures.TooLong : null);
        var message = Make(work, envelope, filled.Succeeded ? filled.Value : new TemplateText.Filled("", "", "", ""), values);
        work.Db.Messages.Add(message);

        if (failure is not null)
        {
            message.Fail(failure, failure.Arguments.Length > 0 ? failure.Arguments[0].ToString() : null, work.Now);
            work.Journal.Write(message.ToFailed(), Who.System);
            return new Queued(message.Id, IsNew: true, failure);
        }

        message.Queue(work.Now);
        if (message.State == MessageState.Queued) work.Jobs.Add(new SendMessage(message.Id));
        if (message.State == MessageState.Delivered) work.Journal.Write(message.ToSent(), Who.System);
        return new Queued(message.Id, IsNew: true);
    }

    /// <summary>Whether somebody will read by text message only where it stands, as it is too long for one.</summary>
    public async Task<bool> ReadsElsewhere(LoketDb db, Tenant tenant, Envelope envelope, CancellationToken cancel)
    {
        if (envelope.To.Channel != MessageChannel.Sms) return false;
        var filled = await shelf.Fill(db, envelope.Template, envelope.Language, Values(envelope, await shelf.Name(db, tenant, cancel)), cancel, envelope.Text);
        return filled.Succeeded && IsTooLong(envelope, filled.Value);
    }

    /// <summary>When somebody was last written to for a purpose; null when never.</summary>
    public Task<Instant?> LastTo(LoketDb db, Guid person, MessageKind kind, CancellationToken cancel) =>
        db.Messages.Where(message => message.PersonId == person && message.Kind == kind).MaxAsync(message => (Instant?)message.QueuedAt, cancel);

    /// <summary>Takes back the last that somebody was to be told for a purpose, where they have not heard it yet.</summary>
    /// <returns>Whether they heard it, or may have.</returns>
    public async Task<bool> Withdraw(Work work, Guid person, MessageKind kind, CancellationToken cancel)
    {
        var last = await work.Db.Messages.Where(message => message.PersonId == person && message.Kind == kind).OrderByDescending(message => message.Id).FirstOrDefaultAsync(cancel);
        if (last is not { IsUnheard: true }) return last is not null;
        last.Withdraw(work.Now);
        return false;
    }

    /// <summary>Takes back all that somebody was to be told and that has not gone out.</summary>
    public async Task WithdrawAll(Work work, Guid person, CancellationToken cancel)
    {
        foreach (var message in await work.Db.Messages.Where(message => message.PersonId == person).ToListAsync(cancel)) message.Withdraw(work.Now);
    }

    /// <summary>The first way by which nobody tried yet to tell a person what could not be delivered to them; null when all were tried.</summary>
    /// <remarks>Which ways were tried, not how many: the order is that of the present wish, which may be another than at the first try, and differs by kind of message.</remarks>
    /// <param name="work">The transaction.</param>
    /// <param name="failed">What could not be delivered.</param>
    /// <param name="ways">The ways that reach them now, the wanted one first.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<MessageAddress?> NextWay(Work work, MessageFailed failed, IReadOnlyList<MessageAddress> ways, CancellationToken cancel)
    {
        var tried = await work.Db.Messages.Where(message => message.EventId == failed.Event && message.PersonId == failed.Person)
            .Select(message => message.Channel).ToListAsync(cancel);
        // What failed at once is not saved yet.
        tried.AddRange(work.Db.Messages.Local.Where(message => message.EventId == failed.Event && message.PersonId == failed.Person).Select(message => message.Channel));
        return ways.FirstOrDefault(way => !tried.Contains(way.Channel));
    }

    /// <summary>What was told about a case is from now on for the eyes of this group alone; null for everybody who may see cases.</summary>
    public Task Regroup(Work work, Guid @case, string? sensitiveGroup, CancellationToken cancel) =>
        work.Db.Messages.Where(message => message.CaseId == @case).ExecuteUpdateAsync(set => set.SetProperty(message => message.SensitiveGroup, sensitiveGroup), cancel);

    /// <summary>What still waits to be told about these contacts is told to nobody any more.</summary>
    public async Task WithdrawAbout(Work work, IReadOnlyCollection<Guid> contacts, CancellationToken cancel)
    {
        if (contacts.Count == 0) return;
        Guid?[] ids = [.. contacts];
        MessageState[] waiting = [MessageState.Queued, MessageState.ToPost, MessageState.ToCall, MessageState.AtDesk, MessageState.Failed];
        foreach (var message in await work.Db.Messages.Where(message => ids.Contains(message.ContactId) && waiting.Contains(message.State)).ToListAsync(cancel)) message.Withdraw(work.Now);
    }

    /// <summary>Where letters about these contacts went is from now on for nobody to read.</summary>
    public Task KeepAddressesSecret(Work work, IReadOnlyCollection<Guid> contacts, CancellationToken cancel)
    {
        if (contacts.Count == 0) return Task.CompletedTask;
        Guid?[] ids = [.. contacts];
        return work.Db.Messages.Where(message => ids.Contains(message.ContactId) && message.Channel == MessageChannel.Letter)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.AddressIsSecret, true), cancel);
    }

    /// <summary>These words are from now on for nobody to read in what partners were written about these cases and contacts, and go out no more with what waits or is sent again.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="about">The cases and contacts.</param>
    /// <param name="words">As they were filled in, on one line.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task HideFromPartners(Work work, IReadOnlyCollection<Guid> about, string words, CancellationToken cancel)
    {
        if (about.Count == 0 || string.IsNullOrWhiteSpace(words)) return;
        Guid?[] ids = [.. about];
        var plain = TemplateText.Clean(words);
        var html = Markup.Encode(plain);
        await work.Db.Messages.Where(message => message.PartnerId != null && (ids.Contains(message.CaseId) || ids.Contains(message.ContactId))).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.Text, message => message.Text.Replace(plain, Secrets.Dots)).SetProperty(message => message.Html, message => message.Html.Replace(html, Secrets.Dots)),
            cancel);
    }

    /// <summary>What somebody was told is from now on for the eyes of this group alone; null for everybody who may see it.</summary>
    public Task RegroupOf(Work work, Guid person, string? sensitiveGroup, CancellationToken cancel) =>
        work.Db.Messages.Where(message => message.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(message => message.SensitiveGroup, sensitiveGroup), cancel);

    private static bool IsTooLong(Envelope envelope, TemplateText.Filled filled) => envelope.To.Channel == MessageChannel.Sms && filled.Short.Length > LongestSms;

    // A resident is told where to read it; a colleague who is called because of danger reads as much of each part as fits.
    private async Task<TemplateText.Filled> Shorter(LoketDb db, Envelope envelope, TemplateText.Filled whole, Dictionary<string, string> values, CancellationToken cancel)
    {
        var shorter = envelope.About.Participant is null
            ? await shelf.Fill(db, envelope.Template, envelope.Language, values.ToDictionary(value => value.Key, value => Part(value.Key, value.Value), StringComparer.Ordinal), cancel)
            : await shelf.Fill(db, TemplateKeys.ReadElsewhere, envelope.Language,
                new Dictionary<string, string>(values, StringComparer.Ordinal) { ["what"] = MessageWords.Waiting(envelope.Kind, envelope.Language) }, cancel);
        return shorter.Succeeded ? whole with { Short = shorter.Value.Short } : whole;
    }

    private static string Part(string field, string value)
    {
        if (value.Length <= LongestPart || field.EndsWith("link", StringComparison.Ordinal)) return value;
        return value[..(char.IsHighSurrogate(value[LongestPart - 2]) ? LongestPart - 2 : LongestPart - 1)] + "…";
    }

    private static async Task<MessageId?> Earlier(Work work, Envelope envelope, CancellationToken cancel)
    {
        var local = work.Db.Messages.Local.FirstOrDefault(message =>
            message.EventId == envelope.Event && message.PersonId == envelope.Person && message.ChannelAttempt == envelope.ChannelAttempt);
        if (local is not null || work.Journal.Wrote(new JournalEntryId(envelope.Event))) return local?.Id;
        return await work.Db.Messages
            .Where(message => message.EventId == envelope.Event && message.PersonId == envelope.Person && message.ChannelAttempt == envelope.ChannelAttempt)
            .Select(message => (MessageId?)message.Id).FirstOrDefaultAsync(cancel);
    }

    private static Message Make(Work work, Envelope envelope, TemplateText.Filled filled, IReadOnlyDictionary<string, string> values) => new()
    {
        Id = Ids.New<MessageId>(),
        Kind = envelope.Kind,
        Channel = envelope.To.Channel,
        Template = envelope.Template,
        Language = envelope.Language,
        Address = Cut(TemplateText.Clean(envelope.To.To), 1000),
        AddressIsSecret = envelope.To.IsSecret,
        Name = envelope.To.Name is { } name ? Cut(TemplateText.Clean(name), 300) : null,
        Subject = filled.Subject,
        Short = filled.Short,
        Text = filled.Text,
        Html = filled.Html,
        Secrets = Secrets.Seal(values, work.Tenant.Keys),
        EventId = envelope.Event,
        PersonId = envelope.Person,
        ChannelAttempt = envelope.ChannelAttempt,
        CaseId = envelope.About.Case,
        ContactId = envelope.About.Contact,
        ParticipantId = envelope.About.Participant,
        PartnerId = envelope.About.Partner,
        SensitiveGroup = envelope.SensitiveGroup,
        QueuedAt = work.Now,
        ExpiresAt = envelope.ExpiresAt,
    };

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static Dictionary<string, string> Values(Envelope envelope, MunicipalName own)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["municipality"] = own.Short,
            ["phone"] = own.Phone,
            ["website"] = own.Website,
            ["name"] = envelope.To.Name ?? "",
            ["matter"] = envelope.Language == "en" ? "message" : "bericht",
        };
        foreach (var (field, value) in envelope.Values) values[field] = value;
        // A link that is none would be shown as it is; leaving it out makes it a missing field instead.
        if (values.TryGetValue("signed_link", out var link) && !Uri.IsWellFormedUriString(link, UriKind.Absolute)) values.Remove("signed_link");
        return values;
    }
}

internal static class MessageJournal
{
    public static MessageSent ToSent(this Message message) =>
        new(message.Id, message.Kind, message.Channel, message.MaybeTwice, message.About);

    public static MessageFailed ToFailed(this Message message) => new(
        message.Id, message.Kind, message.Channel, message.EventId, message.PersonId, message.ChannelAttempt, message.FailureCode!, message.About);
}

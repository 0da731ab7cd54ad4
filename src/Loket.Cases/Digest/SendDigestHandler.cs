using System.Buffers.Binary;
using System.Globalization;
using Loket.Cases.Telling;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Cases.Digest;

/// <summary>Writes one colleague what waits, with links and numbers only; nothing when nothing waits.</summary>
internal sealed class SendDigestHandler(Outbox outbox, Calendars calendars) : IJobHandler<SendDigest>
{
    public async Task Run(SendDigest payload, JobContext job, CancellationToken cancel)
    {
        var tomorrow = (await calendars.Current(cancel)).Zone.AtStartOfDay(payload.Day.PlusDays(1)).ToInstant();
        await job.Complete(work => Write(work, payload, tomorrow, cancel), cancel);
    }

    private async Task Write(Work work, SendDigest payload, Instant tomorrow, CancellationToken cancel)
    {
        if (await StaffDirectory.Find(work.Db, payload.Staff, cancel) is not { } person || await Actors.Of(work.Db, payload.Staff, cancel) is not { } reader) return;
        var since = await outbox.LastTo(work.Db, payload.Staff.Value, MessageKind.StaffDigest, cancel);
        var list = await DigestList.Of(work.Db, reader, since, work.Now, tomorrow, cancel);
        if (list.IsEmpty) return;

        var profile = await Profiles.Current(work.Db, cancel);
        var words = new DigestWords(profile);
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.StaffDigest,
            To = MessageAddress.Email(person.Email, person.Name),
            Template = TemplateKeys.StaffDigest,
            Values = ParticipantNews.Fill(
                ("date", MessageWords.Day(payload.Day, payload.Day, profile.Language)), ("summary", words.Summary(list)),
                ("late", words.Lines(list.Late)), ("due", words.Lines(list.Today)), ("new", words.Lines(list.Given)),
                ("answered", words.Lines(list.Answered)), ("calls", words.Lines(list.Calls, "/terugbellen/verzoek/")),
                ("team_late", words.Lines(list.TeamLate)), ("team_new", words.Lines(list.TeamNew)), ("triage", words.Lines(list.ToPlace)), ("link", words.Link("/werk"))),
            Event = Name(work.Tenant.Keys, payload.Day),
            Person = payload.Staff.Value,
            Language = profile.Language,
        }, cancel);
    }

    // The overview of a day has no entry in the journal; its day names it, so that nobody gets it twice.
    private static Guid Name(TenantKeys keys, LocalDate day)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Period.DaysBetween(default, day));
        return new Guid(keys.Mac("staff-digest", bytes).AsSpan(0, 16), bigEndian: true);
    }
}

/// <summary>An overview in words.</summary>
/// <param name="Profile">Of the municipality, in whose language it is.</param>
internal sealed record DigestWords(Profile Profile)
{
    private string Language => Profile.Language;

    public string Link(string path) => Profile.AddressOf(path, Language);

    public string Summary(DigestList list) => string.Join(", ", new[]
    {
        Counted(list.Late, "te laat", "late"), Counted(list.Today, "voor vandaag", "due today"), Counted(list.Calls, "terug te bellen", "to call back"), Counted(list.Given, "nieuw", "new"),
        Counted(list.Answered, "beantwoord", "answered"), Counted(list.TeamLate, "te laat bij uw team", "late in your team"),
        Counted(list.TeamNew, "nieuw voor uw team", "new for your team"), Counted(list.ToPlace, "te verdelen", "to place"),
    }.OfType<string>());

    public string? Lines(DigestPart part, string path = "/zaken/")
    {
        if (part.Count == 0) return null;
        var more = part.Count - part.First.Count;
        var rest = more == 0 ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"{(Language == "en" ? "and" : "en")} {more} {(Language == "en" ? "more" : "meer")}") };
        return string.Join('\n', part.First.Select(line => $"{line.Reference}, {KindOf(line)}: {Link(path + line.Reference)}").Concat(rest));
    }

    private string KindOf(DigestLine line) => Language == "en" ? line.TypeEn ?? "case" : line.TypeNl ?? "zaak";

    private string? Counted(DigestPart part, string dutch, string english) =>
        part.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{part.Count} {(Language == "en" ? english : dutch)}");
}

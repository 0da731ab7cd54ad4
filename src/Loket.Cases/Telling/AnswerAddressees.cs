using Loket.Cases.Participants;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Cases.Telling;

/// <summary>One person who is told.</summary>
/// <param name="Participant">As whom they are told.</param>
/// <param name="Recipient">How.</param>
/// <param name="Text">The part that is for them alone.</param>
internal sealed record Told(Participant Participant, Recipient Recipient, string? Text)
{
    /// <summary>The channel; null when there is no way to them.</summary>
    public MessageChannel? By => Recipient.Ways.Count > 0 ? Recipient.Ways[0].Channel : null;
}

/// <summary>What is said of one person where another would read it.</summary>
/// <param name="Trait">What is said.</param>
/// <param name="In">In whose own part; null for the text for everybody.</param>
internal sealed record Naming(Trait Trait, Participant? In);

/// <summary>Who is told what by an answer or a question: everybody who asked, once.</summary>
public sealed class AnswerAddressees(ContactCards people, Outbox outbox, TenantContext tenant)
{
    /// <summary>Who asked three times is told once, under the last reference; who gets a part of their own, gets that.</summary>
    internal static List<Participant> Once(IEnumerable<Participant> all, IReadOnlyDictionary<ContactId, Recipient> recipients, IReadOnlyDictionary<Guid, string>? own) =>
        [.. all.GroupBy(one => recipients[one.Contact].Told?.Value ?? one.Id.Value).SelectMany(one => one.Any(each => HasOwn(each, own)) ? one.Where(each => HasOwn(each, own)) : [one.Last()])];

    internal async Task<IReadOnlyList<Told>> Of(
        LoketDb db, IEnumerable<Participant> participants, IReadOnlyDictionary<Guid, string>? own, MessageKind kind, CancellationToken cancel)
    {
        var all = participants.Where(one => one.LeftAt is null).OrderBy(one => one.JoinedAt).ThenBy(one => one.Id).ToList();
        var recipients = await people.Recipients(db, [.. all.Select(one => one.Contact)], kind, cancel);
        return [.. Once(all, recipients, own).Select(one => new Told(one, recipients[one.Contact], own?.GetValueOrDefault(one.Id.Value)))];
    }

    /// <summary>What keeps a text from going to everybody who asked: it says for sure who one of them is. Null when nothing does.</summary>
    internal async Task<Failure?> Check(
        Work work, Case found, string? text, IReadOnlyDictionary<Guid, string>? own, MessageKind kind, string field, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var told = await Of(work.Db, found.Participants, own, kind, cancel);
        return Refused(Named(text, told), field);
    }

    /// <summary>Who of them will read by text message only where the answer stands, as it is too long for one.</summary>
    internal async Task<HashSet<ParticipantId>> ReadElsewhere(LoketDb db, Case found, string text, IReadOnlyList<Told> told, CancellationToken cancel)
    {
        var elsewhere = new HashSet<ParticipantId>();
        var bySms = told.Where(one => one.By == MessageChannel.Sms).ToList();
        if (bySms.Count == 0) return elsewhere;
        var cards = await people.OfMatters(db, [.. bySms.Select(one => one.Participant.Matter)], Actor.System, cancel);
        var profile = await Profiles.Current(db, cancel);
        var type = await db.TypeOf(found, cancel);
        foreach (var one in bySms)
        {
            var news = ParticipantNews.OfAnswer(text, one.Text);
            var envelope = ParticipantEnvelope.Of(news, found, type, one.Participant, cards[one.Participant.Matter].Subject, one.Recipient, profile, default);
            if (await outbox.ReadsElsewhere(db, tenant.Tenant, envelope, cancel)) elsewhere.Add(one.Participant.Id);
        }

        return elsewhere;
    }

    /// <summary>The failure that names somebody for sure, at the field in which they are named; null when none does.</summary>
    internal static Failure? Refused(IReadOnlyList<Naming> named, string field) => named.FirstOrDefault(one => one.Trait.IsCertain) is { } certain
        ? CaseFailures.NamesAnother.At(certain.In is { } alone ? OwnField(alone.Reference) : field).With(certain.Trait.Value) : null;

    /// <summary>The field of what one person alone reads, by their reference.</summary>
    internal static string OwnField(string reference) => $"Own[{reference}]";

    /// <summary>What the texts say of one person that another would read.</summary>
    internal static IReadOnlyList<Naming> Named(string text, IReadOnlyList<Told> told)
    {
        var known = told.GroupBy(one => Person(one.Participant)).ToDictionary(person => person.Key, person => person.SelectMany(TraitsOf).ToHashSet());
        var everybodys = known.Values.SelectMany(traits => traits).Distinct().ToList();

        // What all who read it share, two people with one telephone, tells nobody anything new.
        var common = Traits.In(text, everybodys.Where(trait => known.Values.Any(traits => !traits.Contains(trait)))).Select(trait => new Naming(trait, null));
        var own = told.Where(one => one.Text is not null)
            .SelectMany(one => Traits.In(one.Text!, everybodys.Where(trait => !known[Person(one.Participant)].Contains(trait))).Select(trait => new Naming(trait, one.Participant)));
        return [.. common.Concat(own).Distinct()];
    }

    private static bool HasOwn(Participant one, IReadOnlyDictionary<Guid, string>? own) => own?.ContainsKey(one.Id.Value) == true;

    private static Guid Person(Participant one) => one.Customer?.Value ?? one.Id.Value;

    private static IEnumerable<Trait> TraitsOf(Told one) => Traits.Of(one.Recipient);
}

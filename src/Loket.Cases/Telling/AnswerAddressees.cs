using Loket.Cases.Participants;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Messages;
using Loket.Storage;

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
public sealed class AnswerAddressees(ContactCards people)
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

using Loket.Cases;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Demo.Playing;
using Loket.Demo.Town;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Demo.Scenarios;

/// <summary>How many people heard of each step; those who came after it heard it at once.</summary>
/// <param name="Receipt">That it arrived.</param>
/// <param name="Handover">That another organisation acts.</param>
/// <param name="Repair">That it is repaired.</param>
/// <param name="ByOwnChannel">How many got all their messages by the channel that they asked for.</param>
internal sealed record Informed(int Receipt, int Handover, int Repair, int ByOwnChannel);

/// <summary>What a story left behind, read from cases, messages and journal.</summary>
/// <param name="Cases">How many cases its contacts are on.</param>
/// <param name="Contacts">How many contacts are on them.</param>
/// <param name="People">How many people that are.</param>
/// <param name="Messages">What they were told, by channel and event.</param>
/// <param name="Informed">How many heard of each step.</param>
/// <param name="Handovers">How often it was placed with a partner.</param>
/// <param name="Chased">How often a partner had to be reminded.</param>
/// <param name="EscalatedAtContact">At which contact it was heard that people keep asking.</param>
/// <param name="FirstRecognisedAtContact">Which contact was the first to be recognised as a repeat.</param>
/// <param name="DaysToRightOwner">From the first contact until it was with who could solve it.</param>
/// <param name="Solved">Whether it ended solved.</param>
/// <param name="Danger">Whether the program took it for dangerous.</param>
/// <param name="WronglyCertain">At how many contacts the program was certain of a case that is about something else.</param>
internal sealed record CaseFigures(
    int Cases, int Contacts, int People, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Messages, Informed Informed, int Handovers, int Chased,
    int? EscalatedAtContact, int? FirstRecognisedAtContact, double? DaysToRightOwner, bool Solved, bool Danger, int WronglyCertain)
{
    private const int Many = 1000;

    /// <summary>Reads them.</summary>
    public static async Task<CaseFigures> Of(Stage stage, IReadOnlyList<PlayedContact> played, CancellationToken cancel)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = stage.Tenant;
        var open = scope.ServiceProvider.GetRequiredService<OpenCase>();
        var cases = new Dictionary<CaseId, CaseView>();
        foreach (var contact in played)
        {
            if (await open.Handle(contact.Reference, Actor.System, "scenario", cancel) is { Succeeded: true } found) cases[found.Value.Id] = found.Value;
        }

        var lines = new List<TimelineLine>();
        var messages = new List<MessageView>();
        foreach (var id in cases.Keys)
        {
            lines.AddRange(await scope.ServiceProvider.GetRequiredService<JournalReader>().Timeline(id.Value, Audience.Audit, Many, null, cancel));
            messages.AddRange(await scope.ServiceProvider.GetRequiredService<ReadMessages>().OfCase(id.Value, Actor.System, Many, null, cancel));
        }

        lines.Reverse();
        var people = cases.Values.SelectMany(one => one.Participants).Where(one => one.LeftAt is null).ToList();
        var toPeople = messages.Where(one => one.About.Participant is not null).ToList();
        return new CaseFigures(
            cases.Count, people.Count, people.Select(PersonOf).Distinct().Count(),
            toPeople.GroupBy(one => Name(one.Channel)).OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary(one => one.Key, one => (IReadOnlyDictionary<string, int>)
                one.GroupBy(message => Name(message.Kind)).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => kind.Count())),
            Hear(people, toPeople, lines, played),
            Happened<HandoverOffered>(lines).Count(), Happened<HandoverChased>(lines).Count(),
            Happened<RepeatsEscalated>(lines).FirstOrDefault().Event?.Contacts, Happened<ContactJoined>(lines).FirstOrDefault().Event?.Participants,
            DaysTo(lines), cases.Values.All(one => one.Solved == true), cases.Values.Any(one => one.Danger), played.Count(one => one.SureOfAnother));
    }

    private static Informed Hear(List<ParticipantView> people, List<MessageView> messages, List<TimelineLine> lines, IReadOnlyList<PlayedContact> played)
    {
        var placed = Happened<HandoverOffered>(lines).Select(one => (Instant?)one.At).LastOrDefault();
        var wanted = played.ToDictionary(one => one.Reference, one => one.Contact.By?.Preferred, StringComparer.Ordinal);
        var told = people.GroupBy(PersonOf).Select(person => (
            Wants: wanted.GetValueOrDefault(person.Last().Reference),
            Messages: messages.Where(message => message.State != MessageState.Failed && person.Any(one => one.Id.Value == message.About.Participant)).ToList())).ToList();
        return new Informed(
            told.Count(one => one.Messages.Exists(message => message.Kind is MessageKind.Receipt or MessageKind.Joined)),
            told.Count(one => one.Messages.Exists(message => message.Kind is MessageKind.Handover or MessageKind.Joined && message.QueuedAt >= placed)),
            told.Count(one => one.Messages.Exists(message => message.Kind == MessageKind.Closed)),
            told.Count(one => one.Messages.Count > 0 && one.Messages.TrueForAll(message => message.Channel.ToString() == one.Wants.ToString())));
    }

    // The right owner is who in the end reported it solved.
    private static double? DaysTo(List<TimelineLine> lines)
    {
        if (Happened<HandoverDone>(lines).LastOrDefault(done => done.Event.Solved).Event is not { } last) return null;
        var opened = Happened<CaseOpened>(lines).First().At;
        var placed = Happened<HandoverOffered>(lines).First(one => one.Event.Partner == last.Partner).At;
        return Math.Round((placed - opened).TotalDays, 1);
    }

    private static IEnumerable<(TEvent Event, Instant At)> Happened<TEvent>(List<TimelineLine> lines) where TEvent : IJournalEvent =>
        lines.Where(line => line.Happened is TEvent).Select(line => ((TEvent)line.Happened!, line.At));

    private static Guid PersonOf(ParticipantView one) => one.Customer?.Value ?? one.Id.Value;

    private static string Name<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

using System.Globalization;
using Loket.Cases.Callbacks;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using NodaTime;

namespace Loket.Web.Pages.Staff.Callbacks;

/// <summary>Who can call, and when, to choose from; and what was chosen.</summary>
public sealed class CallbackChoices(TeamDirectory teams, StaffDirectory staff, CallTimes times, Calendars calendars, TenantContext tenant)
{
    private const string OfTeam = "team:";
    private const string OfPerson = "staff:";
    private const int Days = 5;

    private static readonly Availability[] SoonestFirst = [Availability.Present, Availability.Busy, Availability.OffHours, Availability.Away];

    /// <summary>Teams, then the colleagues who are in one: those who may open such a request. Who is there now comes first, then who is busy, who does not work at this hour, and who is away.</summary>
    /// <param name="group">The sensitive group whose people alone may know of it; null for no secret, or where it is not known yet.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<Choice>> Owners(string? group, CancellationToken cancel)
    {
        var (say, all) = (StaffWords.Here, await teams.All(cancel));
        var (now, calendar) = (tenant.Tenant.Clock.Now(), await calendars.Current(cancel));
        return
        [
            .. all.Where(team => team.MayKnowOf(group)).Select(team => new Choice(OfTeam + team.Id.Value, team.Name, Group: say["Callback.Teams"])),
            .. (await staff.All(null, cancel)).Where(person => person.Teams.Count > 0 && Callers.MayCall(person, all, group))
                .Select(person => (Person: person, Is: Reach.At(person, now, calendar))).OrderBy(one => Array.IndexOf(SoonestFirst, one.Is))
                .Select(one => new Choice(OfPerson + one.Person.Id.Value, NameOf(one.Person, one.Is, say), Group: say["Callback.People"])),
        ];
    }

    /// <summary>The times that can be promised, by day.</summary>
    public async Task<IReadOnlyList<Choice>> Times(CancellationToken cancel)
    {
        var zone = (await calendars.Current(cancel)).Zone;
        var today = tenant.Tenant.Clock.Now().InZone(zone).Date;
        return [.. (await times.Offer(Days, cancel)).Select(window => new Choice(ValueOf(window), InWords(window, zone, today), Group: DateWords.Long(window.From.InZone(zone).Date, CultureInfo.CurrentUICulture)))];
    }

    /// <summary>"vandaag 10:00–12:00".</summary>
    public static string InWords(CallWindow window, DateTimeZone zone, LocalDate today) =>
        DateWords.Between(window.From.InZone(zone).LocalDateTime, window.Until.InZone(zone).TimeOfDay, today, CultureInfo.CurrentUICulture);

    /// <summary>A stretch of time as it is posted.</summary>
    public static string ValueOf(CallWindow window) => string.Create(CultureInfo.InvariantCulture, $"{window.From.ToUnixTimeSeconds()}-{window.Until.ToUnixTimeSeconds()}");

    /// <summary>A stretch of time as it was posted; null for none.</summary>
    public static CallWindow? WindowOf(string? posted) =>
        posted?.Split('-') is [var from, var until] && Second(from) is { } begin && Second(until) is { } end ? new CallWindow(begin, end) : null;

    /// <summary>Who calls, as it was posted; null for none.</summary>
    public static CallbackOwner? OwnerOf(string? posted) =>
        IdOf(OfTeam, posted) is { } team ? new CallbackOwner(new TeamId(team), null)
        : IdOf(OfPerson, posted) is { } person ? new CallbackOwner(null, new StaffId(person)) : null;

    // At another hour everybody is off: that is said of nobody.
    private static string NameOf(StaffCard person, Availability availability, Words say) =>
        availability is Availability.Busy or Availability.Away ? say["Callback." + availability, person.Name] : person.Name;

    private static Instant? Second(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var second) && second <= Instant.MaxValue.ToUnixTimeSeconds() ? Instant.FromUnixTimeSeconds(second) : null;

    private static Guid? IdOf(string kind, string? text) =>
        text is not null && text.StartsWith(kind, StringComparison.Ordinal) && Guid.TryParse(text[kind.Length..], out var id) ? id : null;
}

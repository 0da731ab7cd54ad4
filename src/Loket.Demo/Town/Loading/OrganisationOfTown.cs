using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loket.Kernel.Calendars;
using Loket.Organisation.Accounts;
using Loket.Organisation.Desks;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.SetUp;
using NodaTime;

namespace Loket.Demo.Town.Loading;

/// <summary>The organisation of the demo town, as the program sets one up.</summary>
public static class OrganisationOfTown
{
    /// <summary>With what everybody in the demo signs in; a program with these secrets refuses to serve in production.</summary>
    public const string Password = "welkom-bij-loket";

    /// <summary>The plan.</summary>
    /// <param name="staff">The people.</param>
    /// <param name="baseAddress">Where the site is.</param>
    /// <param name="now">From when people are on call.</param>
    public static OrganisationPlan Plan(IReadOnlyList<StaffMember> staff, string baseAddress, Instant now) => new(
        ProfileAt(baseAddress),
        null,
        [.. Team.All.Select(team => new PlannedTeam(
            team.Key, team.Name.Dutch, staff.FirstOrDefault(person => person.WorksFor == team.Key && person.Role == StaffRole.TeamLead)?.SignIn,
            team.Email, null, [.. SensitiveGroups.Of(team.Key)], [.. AreasOf(team)]))],
        [.. staff.Where(person => person.Role != StaffRole.Partner).Select(Planned)],
        [.. Partners.All.Select(partner => new PartnerDetails(
            partner.Key, partner.Name.Dutch, partner.Email, partner.ResponseNorm, SharingOf(partner.Goes), null,
            [.. staff.Where(person => person.WorksFor == partner.Key).Select(person => new PartnerPersonDetails(person.Name.Full, person.Email))],
            PicturesGoAlong: partner.GetsPictures))],
        [.. Desk.All.Select(desk => new DeskDetails(
            desk.Key, desk.Name.Dutch, $"{desk.Street} {desk.HouseNumber.ToString(CultureInfo.InvariantCulture)}, {Areas.VillageOf(desk.Village).Name}",
            "0900 1852", HoursOf(desk.Hours), desk.Accessibility.Dutch, desk.Accessibility.English))],
        OnCallOf(staff, now),
        [.. Portfolio.All.Select(portfolio => new PortfolioDetails(
            portfolio.Key, portfolio.Name.Dutch, portfolio.Name.English, portfolio.Holder, portfolio.IsMayor ? Office.Mayor : Office.Alderman))]);

    /// <summary>What the town is called, and where its site is.</summary>
    public static Profile ProfileAt(string baseAddress) =>
        new("Gemeente Haarlemmermeer", "HLM", "0900 1852", "nl", baseAddress, "loket@haarlemmermeer.example");

    /// <summary>The secret of somebody's app in the demo; follows from the sign-in name so that it can be shown.</summary>
    public static byte[] CodeKeyOf(string signIn) =>
        SHA256.HashData(Encoding.UTF8.GetBytes("loket demo " + signIn))[..OneTimeCodes.KeyBytes];

    private static PlannedStaff Planned(StaffMember person) => new(
        person.SignIn, person.Name.Full, [RoleOf(person.Role)], [person.WorksFor], person.Email, person.Phone, person.Expertise,
        HoursOf(person.Timetable.Select(shift => (shift.Day, shift.From, shift.Until))), person.Deputy, PresenceOf(person.Presence),
        Account: new PlannedAccount(Password, CodeKeyOf(person.SignIn)));

    private static IEnumerable<string> AreasOf(Team team) => team.AreaTeam is { } area ? [area] : [];

    private static string HoursOf(IEnumerable<(IsoDayOfWeek Day, LocalTime From, LocalTime Until)> hours) => string.Join('\n', hours
        .GroupBy(part => part.Day).OrderBy(day => day.Key).Select(day =>
            ((int)day.Key).ToString(CultureInfo.InvariantCulture) + " " + string.Join(' ', day.OrderBy(part => part.From)
                .Select(part => $"{part.From.ToString("HH:mm", CultureInfo.InvariantCulture)}-{part.Until.ToString("HH:mm", CultureInfo.InvariantCulture)}"))));

    // From Monday to Monday, at the time that work begins.
    private static PlannedDuty[] OnCallOf(IReadOnlyList<StaffMember> staff, Instant now)
    {
        var monday = DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)(WorkDays.DayOf(now));
        Instant Start(int week) => monday.PlusWeeks(week).At(new LocalTime(9, 0)).InZoneLeniently(MunicipalCalendar.Amsterdam).ToInstant();
        string[] people = [.. staff.Where(person => person.IsOnCall).Select(person => person.SignIn)];
        return [.. Enumerable.Range(0, 60).Select(week => new PlannedDuty(
            Start(week - 20), Start(week - 19),
            [.. people.Skip(week % people.Length).Concat(people.Take(week % people.Length)).Take(3)]))];
    }

    private static Role RoleOf(StaffRole role) => Enum.Parse<Role>(role.ToString());

    private static Sharing SharingOf(PersonalDataShared goes) => goes switch
    {
        PersonalDataShared.None => Sharing.Nothing,
        PersonalDataShared.Contact => Sharing.NameAndContact,
        _ => Sharing.Contact,
    };

    private static Organisation.People.Presence PresenceOf(Presence presence) => presence switch
    {
        Presence.Present => Organisation.People.Presence.Present,
        Presence.InMeeting => Organisation.People.Presence.Busy,
        _ => Organisation.People.Presence.Away,
    };
}

using NodaTime;

namespace Loket.Demo.Town;

/// <summary>The roles of row K2, but for the resident.</summary>
public enum StaffRole
{
    DeskHost,

    /// <summary>A local resident at a desk; no personal data unless given it.</summary>
    CoHost,
    Agent,
    Handler,
    TeamLead,
    AreaManager,

    /// <summary>Somebody of a partner.</summary>
    Partner,

    /// <summary>Sees figures, not people.</summary>
    Councillor,

    /// <summary>Sees figures, not people.</summary>
    Alderman,
    Manager,
    Editor,
    RecordsManager,
    PrivacyOfficer,
    FunctionalAdministrator,
    Auditor,

    /// <summary>Accounts and delivery; no cases.</summary>
    SystemAdministrator,
}

/// <summary>Where somebody is now.</summary>
public enum Presence
{
    Present,
    InMeeting,
    Absent,
}

/// <summary>Somebody works at these hours on this day, in Dutch time.</summary>
public sealed record Shift(IsoDayOfWeek Day, LocalTime From, LocalTime Until);

/// <summary>An invented employee, administrator or person of a partner.</summary>
/// <param name="SignIn">Unique; "fatima.el.amrani".</param>
/// <param name="WorksFor">Key of a team, or of a partner for <see cref="StaffRole.Partner"/>.</param>
/// <param name="Deputy">Sign-in name of who stands in; of the same team or partner.</param>
/// <param name="IsOnCall">In turn reachable outside working hours, for danger.</param>
/// <param name="Expertise">Keys of the categories that this person knows best.</param>
public sealed record StaffMember(
    string SignIn, PersonName Name, StaffRole Role, string WorksFor, Words JobTitle, string Email, string Phone,
    Presence Presence, string? Deputy, bool IsOnCall, IReadOnlyList<Shift> Timetable, IReadOnlyList<string> Expertise);

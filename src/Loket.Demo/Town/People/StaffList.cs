using NodaTime;

namespace Loket.Demo.Town;

/// <summary>Everybody who signs in: staff, administrators and people of partners, invented from a seed.</summary>
public sealed class StaffList
{
    private readonly ulong _seed;
    private readonly List<StaffMember> _all = [];
    private readonly HashSet<string> _signIns = new(StringComparer.Ordinal);

    private StaffList(ulong seed) => _seed = seed;

    /// <summary>Invents them; the same seed gives the same people.</summary>
    public static IReadOnlyList<StaffMember> Invent(ulong seed)
    {
        var list = new StaffList(seed);
        foreach (var team in Team.All) list.Add(team.Key, StaffRoles.Of(team));
        foreach (var partner in Partners.All) list.Add(partner.Key, Enumerable.Repeat(StaffRole.Partner, partner.People));
        return list._all;
    }

    private void Add(string worksFor, IEnumerable<StaffRole> roles)
    {
        var dice = new Dice(_seed, kind: 2, (ulong)_all.Count);
        var faces = KnownFaces.All.Where(face => face.WorksFor == worksFor).ToList();
        var holders = Portfolio.All.Select(portfolio => portfolio.Holder).Distinct().ToList();
        var members = new List<StaffMember>();
        foreach (var role in roles)
        {
            var known = faces.FindIndex(face => face.Role == role);
            var name = role is StaffRole.Alderman ? NameOf(Take(holders, 0)) : known >= 0 ? Take(faces, known).Name : Names.Invent(dice);
            members.Add(Member(name, role, worksFor, members.Count, isKnown: known >= 0, dice));
        }

        for (var i = 0; i < members.Count; i++)
            _all.Add(members[i] with { Deputy = members.Count > 1 ? members[(i + 1) % members.Count].SignIn : null });
    }

    private StaffMember Member(PersonName name, StaffRole role, string worksFor, int rank, bool isKnown, Dice dice)
    {
        var signIn = Unique(PlainText.Dotted(name.Full));
        var (desk, isOnCall) = (PhoneNumbers.Landline(dice), worksFor == TeamKeys.PublicSpace && rank is > 0 and <= 6);
        return new(
            signIn, name, role, worksFor, StaffRoles.JobTitle(role),
            role is StaffRole.Partner ? $"{signIn}@{worksFor}.example" : $"{signIn}@haarlemmermeer.example",
            isOnCall ? PhoneNumbers.MobileOfStaff(rank) : desk, isKnown ? Presence.Present : PresenceOf(dice), Deputy: null,
            isOnCall,
            Timetable(role, dice), Expertise(worksFor, role, dice));
    }

    private static Presence PresenceOf(Dice dice) => dice.Below(100) switch
    {
        < 74 => Presence.Present,
        < 86 => Presence.InMeeting,
        _ => Presence.Absent,
    };

    // Most work four or five days; desks share the evenings.
    private static List<Shift> Timetable(StaffRole role, Dice dice)
    {
        var free = dice.Percent(55) ? dice.Between(1, 5) : 0;
        var days = Enumerable.Range(1, 5).Where(day => day != free).Select(day => (IsoDayOfWeek)day);
        var from = role is StaffRole.DeskHost or StaffRole.CoHost ? new LocalTime(8, 45) : new LocalTime(8, dice.Percent(50) ? 30 : 0);
        var shifts = days.Select(day => new Shift(day, from, from.PlusHours(8).PlusMinutes(30))).ToList();
        if (role is StaffRole.DeskHost or StaffRole.CoHost)
            shifts.Add(new((IsoDayOfWeek)dice.Between(1, 4), new(18, 0), new(21, 0)));
        return [.. shifts.OrderBy(shift => shift.Day).ThenBy(shift => shift.From)];
    }

    private static List<string> Expertise(string worksFor, StaffRole role, Dice dice)
    {
        var own = Categories.All.Where(category => category.Owner == worksFor).Select(category => category.Key).ToList();
        if (role is StaffRole.Agent or StaffRole.DeskHost)
            own = [.. Enumerable.Range(0, 3).Select(_ => dice.Pick(Categories.All).Key).Distinct()];
        return own.Count <= 3 ? own : [.. own.Where(_ => dice.Percent(60))];
    }

    private string Unique(string signIn)
    {
        var unique = signIn;
        for (var n = 2; !_signIns.Add(unique); n++) unique = $"{signIn}{n}";
        return unique;
    }

    private static T Take<T>(List<T> list, int at)
    {
        var taken = list[at];
        list.RemoveAt(at);
        return taken;
    }

    private static PersonName NameOf(string full)
    {
        var parts = full.Split(' ');
        return new(parts[0], string.Join(' ', parts[1..^1]), parts[^1], parts[0] is "Marijke" or "Tineke" or "Sevda");
    }
}

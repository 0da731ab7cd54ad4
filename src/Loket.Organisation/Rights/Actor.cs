using System.Collections.Frozen;
using Loket.Kernel;

namespace Loket.Organisation.Rights;

/// <summary>Who acts or reads, with all that reads are filtered by. Made once per request.</summary>
/// <param name="Who">The reference for the journal.</param>
/// <param name="Rights">What this person may do; personal data given to a co-host is among them.</param>
/// <param name="Teams">The teams of which this person is a member.</param>
/// <param name="Groups">The sensitive groups (care, youth, debt, …) of which this person may see cases, existence included.</param>
/// <param name="Partner">The partner for which this person acts, when it is somebody of a partner.</param>
public sealed record Actor(
    Who Who, FrozenSet<Right> Rights, FrozenSet<TeamId> Teams, FrozenSet<string> Groups, PartnerId? Partner = null)
{
    /// <summary>Of which areas and kinds this person may know cases.</summary>
    public Bounds Bounds { get; init; } = Bounds.None;

    /// <summary>The program itself: timers and rules, which see everything and show nothing.</summary>
    public static Actor System { get; } = new(Who.System, Enum.GetValues<Right>().ToFrozenSet(), [], []);

    /// <summary>A resident who has not said who they are.</summary>
    public static Actor Resident { get; } = new(new Who(WhoKind.Resident), [], [], []);

    /// <summary>Whether it is the program itself.</summary>
    public bool IsSystem => Who.Kind == WhoKind.System;

    /// <summary>The member of staff, when it is one.</summary>
    public StaffId? Staff => Who is { Kind: WhoKind.Staff, Id: { } id } ? new StaffId(id) : null;

    /// <summary>Whether this person has a right.</summary>
    public bool May(Right right) => Rights.Contains(right);

    /// <summary>Whether this person may know that something of a sensitive group exists; what has no group is no secret.</summary>
    public bool MayKnowOf(string? group) => IsSystem || group is null || Groups.Contains(group);

    /// <summary>The journal takes the reference only.</summary>
    public static implicit operator Who(Actor actor) => actor.Who;
}

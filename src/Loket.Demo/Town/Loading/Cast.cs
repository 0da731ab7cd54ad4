using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Demo.Town.Loading;

/// <summary>Who plays whom: the people of the stories as the program knows them.</summary>
internal sealed class Cast(OrganisationKeys keys, IReadOnlyList<StaffMember> staff)
{
    private readonly Dictionary<StaffId, Actor?> actors = [];
    private readonly Dictionary<StaffId, string> names = keys.Staff.ToDictionary(one => one.Value, one => one.Key);
    private readonly ILookup<string, string> workers = staff.Where(one => one.Role is StaffRole.Handler or StaffRole.TeamLead).ToLookup(one => one.WorksFor, one => one.SignIn, StringComparer.Ordinal);
    private readonly string[] agents = [.. staff.Where(one => one.Role is StaffRole.Agent).Select(one => one.SignIn)];

    /// <summary>The program, as far as it sees no people: it looks without leaving a look behind.</summary>
    public static Actor Onlooker { get; } = Actor.System with { Rights = [] };

    /// <summary>A team by its key; null for a partner.</summary>
    public TeamId? Team(string key) => keys.Teams.TryGetValue(key, out var team) ? team : null;

    /// <summary>A partner by its key; null for a team.</summary>
    public PartnerId? Partner(string key) => keys.Partners.TryGetValue(key, out var partner) ? partner : null;

    /// <summary>Somebody of a partner.</summary>
    public static Actor Of(PartnerId partner) => new(new Who(WhoKind.Partner), [], [], [], partner);

    /// <summary>An employee by sign-in name.</summary>
    public Task<Actor?> Of(IServiceProvider services, string signIn, CancellationToken cancel) => Of(services, keys.Staff[signIn], cancel);

    /// <summary>An employee.</summary>
    public async Task<Actor?> Of(IServiceProvider services, StaffId id, CancellationToken cancel)
    {
        if (actors.TryGetValue(id, out var known)) return known;
        return actors[id] = await services.GetRequiredService<Actors>().Of(id, cancel);
    }

    /// <summary>Somebody of the contact centre, in turn.</summary>
    public string Agent(int turn) => agents[turn % agents.Length];

    /// <summary>Somebody of a team who works on cases, in turn; null for a team that does not.</summary>
    public string? Worker(TeamId? team, int turn)
    {
        var key = keys.Teams.FirstOrDefault(one => one.Value == team).Key;
        string[] people = key is null ? [] : [.. workers[key]];
        return people.Length == 0 ? null : people[turn % people.Length];
    }

    /// <summary>The sign-in name of an employee.</summary>
    public string NameOf(StaffId id) => names[id];
}

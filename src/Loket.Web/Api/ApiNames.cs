using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Teams;

namespace Loket.Web.Api;

/// <summary>Names of teams and partners, looked up once per request whatever the number of rows.</summary>
internal sealed class ApiNames(TeamDirectory teams, PartnerDirectory partners)
{
    private Dictionary<TeamId, NamedAnswer> byTeam = [];
    private Dictionary<PartnerId, NamedAnswer> byPartner = [];

    public async Task Load(CancellationToken cancel)
    {
        byTeam = (await teams.All(cancel)).ToDictionary(team => team.Id, team => new NamedAnswer(team.Key, team.Name));
        byPartner = (await partners.All(cancel)).ToDictionary(partner => partner.Id, partner => new NamedAnswer(partner.Key, partner.Name));
    }

    public NamedAnswer? Of(TeamId? id) => id is { } known ? byTeam.GetValueOrDefault(known) : null;

    public NamedAnswer? Of(PartnerId? id) => id is { } known ? byPartner.GetValueOrDefault(known) : null;
}

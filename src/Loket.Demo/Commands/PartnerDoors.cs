using System.Text;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Demo.Commands;

/// <summary>The links with which people of partners come in; they have no account.</summary>
internal static class PartnerDoors
{
    private const int Rows = 60;

    /// <summary>A line for each partner of the known faces, with the link of an open handover as it stands in their mail.</summary>
    public static async Task<string> Lines(IServiceProvider services, Tenant tenant, string baseAddress, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = tenant;
        var lists = scope.ServiceProvider.GetRequiredService<Worklists>();
        var open = scope.ServiceProvider.GetRequiredService<OpenCase>();
        var partners = (await scope.ServiceProvider.GetRequiredService<PartnerDirectory>().All(cancel))
            .Where(partner => KnownFaces.All.Any(face => face.WorksFor == partner.Key)).ToDictionary(partner => partner.Id);
        var lines = new StringBuilder();
        foreach (var row in (await lists.Page(WorklistKind.WithPartner, Actor.System, Rows, null, cancel)).Rows)
        {
            if (row.Partner is not { } id || !partners.TryGetValue(id, out var partner)) continue;
            if (await open.Handle(row.Reference, Cast.Onlooker, "demo", cancel) is not { Succeeded: true, Value: var view }) continue;
            if (view.Handovers.FirstOrDefault(one => one.State is HandoverState.Offered or HandoverState.Accepted) is not { } live) continue;
            var person = partner.People is [var first, ..] ? first : null;
            lines.Append("  ").Append($"{person?.Name} of {partner.Name}".PadRight(54)).Append(baseAddress).Append("partner/").Append(PartnerLinks.TokenFor(tenant.Keys, live.Id, person?.Id)).AppendLine();
            partners.Remove(id);
        }

        return lines.ToString().TrimEnd();
    }
}

using Loket.Demo.Playing;
using Loket.Demo.Town;
using Loket.Organisation;
using Loket.Organisation.Clients;
using Loket.Organisation.Rights;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Demo.Scenarios;

/// <summary>The programs through which the people of a story act, on a stage that is the demo town.</summary>
internal sealed class StoryCast : IDisposable
{
    private readonly Dictionary<string, ApiCaller> partners = new(StringComparer.Ordinal);

    private StoryCast(ApiCaller website, ApiCaller agent, ApiCaller handler) => (Website, Agent, Handler) = (website, agent, handler);

    /// <summary>Where residents report; may do nothing else than register.</summary>
    public ApiCaller Website { get; }

    /// <summary>Who answers telephone and mail.</summary>
    public ApiCaller Agent { get; }

    /// <summary>Who works on cases.</summary>
    public ApiCaller Handler { get; }

    /// <summary>The program of a partner.</summary>
    public ApiCaller Partner(string key) => partners[key];

    /// <summary>Sets the business clock of the town and gives everybody a program.</summary>
    public static async Task<StoryCast> On(Stage stage, Instant at, CancellationToken cancel)
    {
        stage.Tenant.Clock.SetTo(at);
        await using var scope = stage.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = stage.Tenant;
        var clients = scope.ServiceProvider.GetRequiredService<MakeClient>();

        var cast = new StoryCast(
            await SignIn("website", null, Right.RegisterContacts),
            await SignIn("contact-centre", null, Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases, Right.Triage),
            await SignIn("lighting-team", null, Right.SeePersonalData, Right.SeeCases, Right.WorkOnCases, Right.HandOver));
        foreach (var key in new[] { PartnerKeys.StreetLightContractor, PartnerKeys.GridOperator })
            cast.partners.Add(key, await SignIn(key, stage.Town.Partners[key], Right.AnswerHandovers));
        return cast;

        async Task<ApiCaller> SignIn(string key, PartnerId? partner, params Right[] rights)
        {
            var made = await clients.Handle(new ClientDetails(key, key, rights, partner), Actor.System, cancel);
            return await ApiCaller.SignIn(stage.Address, made.Value, cancel);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var caller in partners.Values.Append(Website).Append(Agent).Append(Handler)) caller.Dispose();
    }
}

using System.Reflection;
using Loket.Organisation.Accounts;
using Loket.Organisation.Bounding;
using Loket.Organisation.Clients;
using Loket.Organisation.Desks;
using Loket.Organisation.Drafts;
using Loket.Organisation.Emergency;
using Loket.Organisation.Partners;
using Loket.Organisation.Passkeys;
using Loket.Organisation.People;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Providers;
using Loket.Organisation.Review;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.SetUp;
using Loket.Organisation.Teams;
using Loket.Storage.Jobs;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Loket.Organisation;

/// <summary>Registers the room.</summary>
public static class OrganisationServices
{
    // OWASP's advice for PBKDF2 with HMAC-SHA-512, which is what the hasher uses.
    private const int PasswordRounds = 210_000;

    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(OrganisationServices).Assembly;

    /// <summary>People, teams, partners, desks, calendars, accounts.</summary>
    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Calendars>().AddScoped<Profiles>().AddScoped<SetCalendar>().AddScoped<SetProfile>();
        services.AddScoped<TeamDirectory>().AddScoped<MakeTeam>().AddScoped<ChangeTeam>().AddScoped<SetMember>();
        services.AddScoped<PartnerDirectory>().AddScoped<MakePartner>().AddScoped<ChangePartner>();
        services.AddScoped<DeskDirectory>().AddScoped<MakeDesk>().AddScoped<ChangeDesk>();
        services.AddScoped<PortfolioDirectory>().AddScoped<MakePortfolio>().AddScoped<ChangePortfolio>();
        services.AddScoped<StaffDirectory>().AddScoped<MakeStaff>().AddScoped<ChangeStaff>().AddScoped<CloseStaff>();
        services.AddScoped<SetPresence>().AddScoped<SetDeputy>().AddScoped<ChooseDigest>().AddScoped<ChooseKeys>().AddScoped<GivePersonalData>();
        services.AddScoped<OnCall>().AddScoped<ComingDuties>().AddScoped<SetOnCallDuty>().AddScoped<RemoveOnCallDuty>();
        services.AddScoped<SetUpOrganisation>();
        services.AddScoped<ReadEmergencies>().AddScoped<ReviewEmergency>();
        services.AddScoped<MakeClient>().AddScoped<CloseClient>().AddScoped<ListClients>().AddScoped<LookIntoJournal>().AddScoped<GiveToken>().AddScoped<ClientActors>();
        return services.AddAccounts();
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddSingleton<Passwords>();
        services.AddScoped<Actors>().AddScoped<GiveStartCode>().AddScoped<StartAccount>().AddScoped<AppCoupling>();
        services.AddScoped<CheckPassword>().AddScoped<CheckCode>().AddScoped<SignOut>().AddScoped<ChangePassword>();
        services.AddScoped<OwnAccount>().AddScoped<EndSession>().AddScoped<EndSessionsOf>().AddScoped<MakeRecoveryCodes>();
        services.AddScoped<BoundKeeper>();
        services.AddScoped<PasskeyList>().AddScoped<SignInWithPasskey>().AddScoped<AddPasskey>().AddScoped<RemovePasskey>();
        services.AddScoped<KeepForm>().AddScoped<KeptForms>().AddScoped<KeepDraft>().AddScoped<ReadDrafts>().AddScoped<DropDraft>();
        services.AddSingleton<TenantProviders>();
        services.AddScoped<OpenProviderAnswer>().AddScoped<SignInThroughProvider>().AddScoped<EndThroughProvider>().AddScoped<ProviderLinks>();
        return services.AddSchedule<CleanSignIns, CleanSignInsHandler>();
    }
}

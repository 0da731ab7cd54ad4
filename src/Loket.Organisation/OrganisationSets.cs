using Loket.Organisation.Accounts;
using Loket.Organisation.Clients;
using Loket.Organisation.Desks;
using Loket.Organisation.Drafts;
using Loket.Organisation.Emergency;
using Loket.Organisation.Partners;
using Loket.Organisation.Passkeys;
using Loket.Organisation.People;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Providers;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation;

/// <summary>The tables of this room.</summary>
internal static class OrganisationSets
{
    extension(LoketDb db)
    {
        internal DbSet<Staff> Staff => db.Set<Staff>();

        internal DbSet<Membership> Memberships => db.Set<Membership>();

        internal DbSet<OnCallDuty> OnCallDuties => db.Set<OnCallDuty>();

        internal DbSet<Team> Teams => db.Set<Team>();

        internal DbSet<Partner> Partners => db.Set<Partner>();

        internal DbSet<PartnerPerson> PartnerPeople => db.Set<PartnerPerson>();

        internal DbSet<Desk> Desks => db.Set<Desk>();

        internal DbSet<Portfolio> Portfolios => db.Set<Portfolio>();

        internal DbSet<CalendarSettings> CalendarSettings => db.Set<CalendarSettings>();

        internal DbSet<TenantProfile> TenantProfiles => db.Set<TenantProfile>();

        internal DbSet<Account> Accounts => db.Set<Account>();

        internal DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        internal DbSet<Session> Sessions => db.Set<Session>();

        internal DbSet<KnownDevice> KnownDevices => db.Set<KnownDevice>();

        internal DbSet<BackOff> BackOffs => db.Set<BackOff>();

        internal DbSet<KeptForm> KeptForms => db.Set<KeptForm>();

        internal DbSet<Draft> Drafts => db.Set<Draft>();

        internal DbSet<ProviderLink> ProviderLinks => db.Set<ProviderLink>();

        internal DbSet<Passkey> Passkeys => db.Set<Passkey>();

        internal DbSet<SpentTicket> SpentTickets => db.Set<SpentTicket>();

        internal DbSet<ApiClient> ApiClients => db.Set<ApiClient>();

        internal DbSet<ClientToken> ClientTokens => db.Set<ClientToken>();

        internal DbSet<EmergencyAccess> EmergencyAccesses => db.Set<EmergencyAccess>();
    }
}

using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Desks;
using Loket.Organisation.Entry;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.SetUp;

/// <summary>Sets a whole organisation up at once: what is there under its key is changed, what is not is made; nothing is removed.</summary>
public sealed class SetUpOrganisation(UnitOfWork work, Passwords passwords)
{
    /// <summary>Whether anybody can sign in already, or has a code to start with.</summary>
    public Task<bool> IsInUse(CancellationToken cancel) => work.Read(db => db.Accounts.AnyAsync(cancel));

    /// <summary>Sets it up; all or nothing.</summary>
    public async Task<Result<OrganisationKeys>> Handle(OrganisationPlan plan, CancellationToken cancel)
    {
        // Slow digests are computed before the transaction, and once for a password that a demo gives to all.
        var hashes = (plan.Staff ?? []).Where(person => person.Account is not null).GroupBy(person => person.Account!.Password)
            .Select(same => (same, Hash: passwords.Hash(same.Key))).SelectMany(one => one.same.Select(person => (person.SignInName, one.Hash)))
            .ToDictionary(one => one.SignInName, one => one.Hash, StringComparer.Ordinal);
        return await work.Run<OrganisationKeys>(current => new SetUpUnderWay(current, cancel).CarryOut(plan, hashes), cancel);
    }
}

/// <summary>One setting up: teams before people, people before who leads and who stands in.</summary>
internal sealed class SetUpUnderWay(Work current, CancellationToken cancel)
{
    private readonly Dictionary<string, Team> teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Staff> staff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartnerId> partners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeskId> desks = new(StringComparer.Ordinal);

    public async Task<Result<OrganisationKeys>> CarryOut(OrganisationPlan plan, Dictionary<string, string> hashes)
    {
        var failure = await Settings(plan) ?? await TakeTeams(plan) ?? await TakeStaff(plan, hashes) ?? Tie(plan) ?? await TakePartners(plan) ?? await TakeDesks(plan)
            ?? await TakePortfolios(plan) ?? TakeDuties(plan);
        if (failure is not null) return failure;
        return new OrganisationKeys(
            teams.ToDictionary(one => one.Key, one => one.Value.Id), staff.ToDictionary(one => one.Key, one => one.Value.Id), partners, desks);
    }

    private async Task<Failure?> Settings(OrganisationPlan plan)
    {
        var failure = plan.Profile is null ? null : (await Setting<TenantProfile, Profile>.Put(current, plan.Profile, Who.System, cancel)).Failure;
        if (failure is not null || plan.Calendar is null) return failure;
        return (await Setting<CalendarSettings, CalendarDetails>.Put(current, plan.Calendar, Who.System, cancel)).Failure;
    }

    private async Task<Failure?> TakeTeams(OrganisationPlan plan)
    {
        foreach (var team in await current.Db.Teams.ToListAsync(cancel)) teams[team.Key] = team;
        foreach (var planned in plan.Teams ?? [])
        {
            var details = new TeamDetails(planned.Key, planned.Name, null, planned.Email, planned.ChatWebhook, planned.Groups, planned.Areas);
            if (current.Put(teams, planned.Key, details).Failure is { } failure) return failure;
        }

        return null;
    }

    private async Task<Failure?> TakeStaff(OrganisationPlan plan, Dictionary<string, string> hashes)
    {
        foreach (var person in await current.Db.Staff.Include(one => one.Memberships).ToListAsync(cancel)) staff[person.SignInName] = person;
        var accounts = await current.Db.Accounts.ToDictionaryAsync(account => account.StaffId, cancel);
        foreach (var planned in plan.Staff ?? [])
        {
            if ((planned.Teams ?? []).Any(key => !teams.ContainsKey(key))) return OrganisationFailures.NotFound;
            var details = new StaffDetails(
                planned.Name, planned.SignInName, planned.Email, planned.Phone, planned.Expertise, planned.Roles, [.. (planned.Teams ?? []).Select(key => teams[key].Id)],
                planned.Hours);
            var put = current.Put(staff, planned.SignInName, details);
            if (!put.Succeeded) return put.Failure;
            var person = put.Value;
            if (person.SetPresence(planned.Presence, planned.AwayUntil, current.Now).Failure is { } presence) return presence;
            if (planned.PersonalDataGiven && person.GivePersonalData(true).Failure is { } given) return given;
            if (planned.Account is { } account) Start(person, account, hashes[planned.SignInName], accounts.GetValueOrDefault(person.Id));
        }

        return null;
    }

    private void Start(Staff person, PlannedAccount planned, string hash, Account? account)
    {
        if (account is null) current.Db.Add(account = new Account(person.Id));
        account.StartConfirmed(hash, AccountSecrets.SealCodeKey(current.Tenant.Keys, person.Id, planned.CodeKey));
        current.Journal.Write(new AccountStarted(person.Id), Who.System);
    }

    private Failure? Tie(OrganisationPlan plan)
    {
        foreach (var planned in (plan.Teams ?? []).Where(team => team.Lead is not null))
        {
            if (!staff.TryGetValue(planned.Lead!, out var lead)) return OrganisationFailures.NotFound;
            teams[planned.Key].IsLedBy(lead.Id);
        }

        foreach (var planned in (plan.Staff ?? []).Where(person => person.Deputy is not null))
        {
            if (!staff.TryGetValue(planned.Deputy!, out var deputy)) return OrganisationFailures.NotFound;
            var person = staff[planned.SignInName];
            if (deputy == person) return OrganisationFailures.OwnDeputy;
            person.SetDeputy(deputy.Id);
        }

        return null;
    }

    private async Task<Failure?> TakePartners(OrganisationPlan plan)
    {
        var known = await current.Db.Partners.Include(one => one.People).ToDictionaryAsync(partner => partner.Key, cancel);
        foreach (var details in plan.Partners ?? [])
        {
            if (current.Put(known, details.Key, details).Failure is { } failure) return failure;
        }

        foreach (var partner in known.Values) partners[partner.Key] = partner.Id;
        return null;
    }

    private async Task<Failure?> TakeDesks(OrganisationPlan plan)
    {
        var known = await current.Db.Desks.ToDictionaryAsync(desk => desk.Key, cancel);
        foreach (var details in plan.Desks ?? [])
        {
            if (current.Put(known, details.Key, details).Failure is { } failure) return failure;
        }

        foreach (var desk in known.Values) desks[desk.Key] = desk.Id;
        return null;
    }

    private async Task<Failure?> TakePortfolios(OrganisationPlan plan)
    {
        var known = await current.Db.Portfolios.ToDictionaryAsync(portfolio => portfolio.Key, cancel);
        foreach (var details in plan.Portfolios ?? [])
        {
            if (current.Put(known, details.Key, details).Failure is { } failure) return failure;
        }

        return null;
    }

    private Failure? TakeDuties(OrganisationPlan plan)
    {
        foreach (var duty in plan.OnCall ?? [])
        {
            if (duty.People.Any(name => !staff.ContainsKey(name))) return OrganisationFailures.NotFound;
            var set = SetOnCallDuty.Set(current, duty.From, duty.Until, [.. duty.People.Select(name => staff[name].Id)], Who.System);
            if (set.Failure is { } failure) return failure;
        }

        return null;
    }
}

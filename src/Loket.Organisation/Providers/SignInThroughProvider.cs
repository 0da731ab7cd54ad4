using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation.Accounts;
using Loket.Organisation.People;
using Loket.Organisation.Teams;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Providers;

/// <summary>Somebody signs in with what the municipality's provider says of them (row K3). A second factor is its concern.</summary>
public sealed class SignInThroughProvider(UnitOfWork work, TenantProviders providers, TimeProvider machine)
{
    /// <summary>What is asked.</summary>
    /// <param name="Identity">Who it is, from a token that was checked.</param>
    /// <param name="Client">Where it comes from.</param>
    public sealed record Request(ProviderIdentity Identity, SignInClient Client);

    /// <summary>Signs in; who has no role at all does not get in.</summary>
    public async Task<Result<CheckCode.Welcome>> Handle(Request request, CancellationToken cancel)
    {
        // That somebody has no role is a result that is kept (what they had here ends), not a failure that undoes it.
        var signedIn = await work.Run<CheckCode.Welcome?>(current => SignIn(current, request, cancel), cancel);
        if (signedIn.Failure is { } failure) return failure;
        return signedIn.Value is { } welcome ? welcome : AccountFailures.NoRole;
    }

    private async Task<Result<CheckCode.Welcome?>> SignIn(Work current, Request request, CancellationToken cancel)
    {
        if (providers.Of(current.Tenant) is not { } settings) return OrganisationFailures.NotFound;
        var (db, identity, now) = (current.Db, request.Identity, machine.Instant());
        var gifts = ProviderGifts.Of(settings, identity);
        var link = await db.ProviderLinks.SingleOrDefaultAsync(one => one.Issuer == identity.Issuer && one.Subject == identity.Subject, cancel);
        var staff = link is null ? await WithEmail(db, identity, cancel) : await Whole(db).SingleAsync(one => one.Id == link.StaffId, cancel);
        if (link is not null && staff is { ClosedAt: not null } && await WithEmail(db, identity, cancel) is { } anew)
        {
            // Who left and came back: an administrator has made them a new account.
            staff = anew;
            (link.StaffId, link.LinkedAt) = (anew.Id, now);
            current.Journal.Write(new ProviderLinked(anew.Id, Made: false), Who.System);
        }

        var isNew = staff is null;
        if (staff is null)
        {
            if (await ClosedWithEmail(db, identity, cancel) is { } left) return Refuse(current, left);
            if (gifts.Roles is not { Count: > 0 }) return Refuse(current, null);
            var made = Staff.Make(new StaffDetails(
                NewcomerNames.NameOf(identity), await FreeName(db, NewcomerNames.SignInNameOf(identity), cancel), NewcomerNames.EmailOf(identity), Roles: gifts.Roles));
            if (!made.Succeeded) return made.Failure;
            db.Add(staff = made.Value);
        }

        if (staff.ClosedAt is not null) return Refuse(current, staff.Id);
        var changed = staff.TakeFromProvider(gifts.Roles, await TeamsOf(db, gifts, cancel));
        if (link is null)
        {
            db.Add(link = new ProviderLink { Issuer = identity.Issuer, Subject = identity.Subject, StaffId = staff.Id, LinkedAt = now });
            current.Journal.Write(new ProviderLinked(staff.Id, isNew), Who.System);
        }

        if (isNew) current.Journal.Write(staff.Entered(isNew: true), Who.System);
        else if (changed)
        {
            // Who has the account open must see that it changed.
            db.Entry(staff).State = EntityState.Modified;
            current.Journal.Write(new ProviderRolesSet(staff.Id, staff.Roles, [.. staff.Memberships.Select(one => one.TeamId)]), Who.System);
        }

        if (staff.Roles.Count == 0)
        {
            // Where the provider says who may do what, its no goes for a password as well.
            if (gifts.Roles is not null) link.Refuse(now);
            await SignOut.EndSessions(db, staff.Id, except: null, now, cancel);
            return Refuse(current, staff.Id);
        }

        link.Admit(now);
        return await Welcome(current, staff.Id, request, now, cancel);
    }

    private static Result<CheckCode.Welcome?> Refuse(Work current, StaffId? staff)
    {
        current.Journal.Write(new RefusedWithoutRole(staff), Who.System);
        return (CheckCode.Welcome?)null;
    }

    private static async Task<Result<CheckCode.Welcome?>> Welcome(Work current, StaffId staff, Request request, Instant now, CancellationToken cancel)
    {
        await Tries.OfReturn(current.Tenant.Keys, request.Client, await Devices.KnowsAnybodyOn(current.Db, request.Client, cancel)).Forgive(current, cancel);
        var token = Token.Draw();
        var theirs = request.Identity.Session is { } session ? Spending.Session(current.Tenant.Keys, request.Identity.Issuer, session) : null;
        await SignOut.EndReplaced(current.Db, request.Client, now, cancel);
        current.Db.Add(Session.SignedIn(token, staff, request.Client.Browser, now, request.Identity.ProvenAt, theirs));
        var device = await Devices.Remember(current.Db, staff, request.Client, now, cancel);
        current.Journal.Write(new SignedInAtProvider(staff), new Who(WhoKind.Staff, staff.Value));
        return new CheckCode.Welcome(token.Text, device, []);
    }

    /// <summary>By an e-mail address only at the first time, when the provider stands for it, and nobody else has it: whoever can have an address of a colleague
    /// written down there would be that colleague here.</summary>
    private static async Task<Staff?> WithEmail(LoketDb db, ProviderIdentity identity, CancellationToken cancel)
    {
        if (!identity.EmailVerified || Mailbox(identity.Email) is not { } mailbox) return null;
        var addresses = await db.Staff.Where(one => one.ClosedAt == null && one.Email != "").Select(one => new { one.Id, one.Email }).ToListAsync(cancel);
        if (addresses.Where(one => Mailbox(one.Email) == mailbox).Select(one => one.Id).Take(2).ToList() is not [var only]) return null;
        if (await db.ProviderLinks.AnyAsync(link => link.StaffId == only && link.Issuer == identity.Issuer, cancel)) return null;
        return await Whole(db).SingleAsync(one => one.Id == only, cancel);
    }

    /// <summary>Who was closed here before they ever came through the provider is known by their address alone, as long as no colleague has it now.</summary>
    private static async Task<StaffId?> ClosedWithEmail(LoketDb db, ProviderIdentity identity, CancellationToken cancel)
    {
        if (!identity.EmailVerified || Mailbox(identity.Email) is not { } mailbox) return null;
        var theirs = (await db.Staff.Where(one => one.Email != "").Select(one => new { one.Id, one.Email, one.ClosedAt }).ToListAsync(cancel)).FindAll(one => Mailbox(one.Email) == mailbox);
        return theirs.Exists(one => one.ClosedAt is null) ? null : theirs.FirstOrDefault()?.Id;
    }

    private static string? Mailbox(string? address) => NormalisedEmail.Read(address) is { Succeeded: true } email ? email.Value.Key : null;

    private static async Task<string> FreeName(LoketDb db, string wanted, CancellationToken cancel)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : $"{wanted}.{number}";
            if (!await db.Staff.AnyAsync(staff => staff.SignInName == name, cancel)) return name;
        }
    }

    private static async Task<IReadOnlyCollection<TeamId>?> TeamsOf(LoketDb db, ProviderGifts gifts, CancellationToken cancel)
    {
        if (gifts.TeamKeys is not { } keys) return null;
        return [.. (await TeamDirectory.All(db, cancel)).Where(team => keys.Contains(team.Key)).Select(team => team.Id)];
    }

    private static IQueryable<Staff> Whole(LoketDb db) => db.Staff.Include(one => one.Memberships);
}

using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Accounts;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Testing;

/// <summary>Lets people sign in to a town as they do in life: on the sign-in page, with password and code.</summary>
public static class TownSignIn
{
    /// <summary>The password of everybody in a test.</summary>
    public const string Password = "een goed wachtwoord";

    /// <summary>The secret of everybody's app in a test.</summary>
    public static byte[] CodeKey { get; } = [.. Enumerable.Range(1, OneTimeCodes.KeyBytes).Select(number => (byte)number)];

    /// <summary>The code that the app shows now, or some steps later.</summary>
    public static string Code(int later = 0, byte[]? key = null) =>
        OneTimeCodes.Code(key ?? CodeKey, OneTimeCodes.StepAt(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow())) + later);

    /// <summary>The secret of an app that was coupled by typing it over, in base 32 (RFC 4648) with spaces.</summary>
    public static byte[] KeyOf(string typed)
    {
        const string symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(typed.Where(char.IsLetterOrDigit).Select(symbol => Convert.ToString(symbols.IndexOf(symbol, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    extension(Town town)
    {
        /// <summary>Somebody with these roles, made and signed in.</summary>
        public Task<Visitor> SignIn(params IReadOnlyList<Role> roles) => town.SignIn("medewerker-" + Guid.NewGuid().ToString("N")[..8], [], roles);

        /// <summary>Somebody with a name of their own, in teams that are made when they are not there.</summary>
        public async Task<Visitor> SignIn(string name, IReadOnlyList<string> teams, params IReadOnlyList<Role> roles)
        {
            await town.Make(new PlannedStaff(name, name, roles, teams, Account: new PlannedAccount(Password, CodeKey)));
            var visitor = new Visitor(town.Client());
            await visitor.SignIn(name);
            return visitor;
        }

        /// <summary>Nobody is signed in any longer, as after a night.</summary>
        public async Task EndSessions()
        {
            await using var db = town.Open();
            await db.Database.ExecuteSqlRawAsync("UPDATE sessions SET ends_at = seen_at");
        }

        /// <summary>Makes people, and the teams that they name.</summary>
        public async Task<OrganisationKeys> Make(params IReadOnlyList<PlannedStaff> people)
        {
            var teams = people.SelectMany(person => person.Teams ?? []).Distinct().Select(team => new PlannedTeam(team, team)).ToList();
            var made = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(Teams: teams, Staff: people), CancellationToken.None));
            return made.Value;
        }
    }

    /// <summary>Signs in through the municipality's provider, from the sign-in page.</summary>
    public static async Task ThroughProvider(this Visitor visitor)
    {
        await visitor.Open("/sign-in");
        await visitor.GoToProvider();
    }

    /// <summary>Goes to the municipality's provider from the sign-in page that is open, and back.</summary>
    public static Task GoToProvider(this Visitor visitor) => visitor.Open(
        visitor.Page.QuerySelector("main a[href*='/sign-in/provider']")?.GetAttribute("href") ?? throw new InvalidOperationException($"No way to a provider on {visitor.Address}."));

    /// <summary>Signs in through the page; an app that is asked twice within half a minute shows its next code.</summary>
    public static async Task SignIn(this Visitor visitor, string name, int codeLater = 0)
    {
        await visitor.Open("/sign-in");
        await visitor.Send(("Form.SignInName", name), ("Form.Password", Password));
        await visitor.Send(("Form.Code", Code(codeLater)));
        if (visitor.Errors.Count > 0) throw new InvalidOperationException($"{name} could not sign in: {visitor.Errors[0]}");
    }
}

using Loket.Organisation.Rights;

namespace Loket.Organisation.Providers;

/// <summary>With which OpenID Connect provider the staff of a municipality signs in, and what its claims give.</summary>
public sealed record ProviderSettings
{
    private static readonly string[] UsualScopes = ["openid", "profile", "email"];

    /// <summary>The provider's own address, its issuer: https, unless it is on this machine.</summary>
    public required Uri Authority { get; init; }

    /// <summary>Under which name we are registered there.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret that goes with it.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A file with that secret, in its place.</summary>
    public string? SecretFile { get; init; }

    /// <summary>What is asked for; empty: who it is, their name and their e-mail address.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The claim of which the values give roles.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The claim of which the values give teams.</summary>
    public string TeamClaim { get; init; } = "groups";

    /// <summary>Which roles a value of the role claim gives; empty: roles are given here, by an administrator.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Role>> Roles { get; init; } = new Dictionary<string, IReadOnlyList<Role>>(StringComparer.Ordinal);

    /// <summary>The key of the team that a value of the team claim gives; empty: teams are given here.</summary>
    public IReadOnlyDictionary<string, string> Teams { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether people may sign in with a password and code of Loket as well.</summary>
    public bool LocalAccounts { get; init; } = true;

    /// <summary>For how many days after somebody last came in through the provider their password and passkeys work; not for who never came through it.</summary>
    public int LocalDays { get; init; } = 7;

    /// <summary>The scopes as they are asked for; without openid there would be no ID token (OpenID Connect Core 1.0, section 3.1.2.1).</summary>
    public string ScopeText() => string.Join(' ', Scopes.Count == 0 ? UsualScopes : Scopes.Prepend("openid").Distinct(StringComparer.Ordinal));
}

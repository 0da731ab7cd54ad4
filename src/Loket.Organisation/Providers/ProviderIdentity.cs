using NodaTime;

namespace Loket.Organisation.Providers;

/// <summary>Who somebody is in the words of the municipality's provider, after its token was checked.</summary>
/// <param name="Issuer">Which provider says so.</param>
/// <param name="Subject">By which it knows this person for ever; only together with the issuer.</param>
/// <param name="Session">Its own session, when it says.</param>
/// <param name="Name">The name, when it says.</param>
/// <param name="UserName">The name with which they sign in there, when it says.</param>
/// <param name="Email">The e-mail address, when it says.</param>
/// <param name="EmailVerified">Whether it stands for it that the address is theirs.</param>
/// <param name="RoleClaims">The values of the role claim.</param>
/// <param name="TeamClaims">The values of the team claim; null when it left the claim out.</param>
/// <param name="ProvenAt">When they last showed there that it is them, when it says.</param>
public sealed record ProviderIdentity(
    string Issuer, string Subject, string? Session, string? Name, string? UserName, string? Email, bool EmailVerified,
    IReadOnlyList<string> RoleClaims, IReadOnlyList<string>? TeamClaims, Instant? ProvenAt = null);

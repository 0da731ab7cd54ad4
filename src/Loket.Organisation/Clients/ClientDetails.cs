using Loket.Organisation.Rights;

namespace Loket.Organisation.Clients;

/// <summary>What is filled in about a client.</summary>
/// <param name="Key">2 to 60 small letters, digits and hyphens; unique.</param>
/// <param name="Name">At most 100 characters.</param>
/// <param name="Rights">What it may do; nothing else.</param>
/// <param name="Partner">The partner whose program it is; it then sees what is with that partner.</param>
/// <param name="Groups">Sensitive groups of which it may see cases; at most 20, each of at most 60 characters.</param>
public sealed record ClientDetails(
    string? Key, string? Name, IReadOnlyList<Right> Rights, PartnerId? Partner = null, IReadOnlyList<string>? Groups = null);

/// <summary>A client as it was made, with its secret, which is shown this once.</summary>
/// <param name="Id">The client.</param>
/// <param name="Key">With what it says who it is.</param>
/// <param name="Secret">With what it proves it; only its digest is kept.</param>
public sealed record MadeClient(ClientId Id, string Key, string Secret);

/// <summary>What a client shows at each request.</summary>
/// <param name="Token">The token.</param>
/// <param name="Seconds">How long it is good for.</param>
public sealed record GivenToken(string Token, int Seconds);

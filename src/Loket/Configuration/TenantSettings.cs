using Loket.Messages;
using Loket.Organisation.Providers;

namespace Loket.Configuration;

/// <summary>Settings of one municipality.</summary>
public sealed class TenantSettings
{
    /// <summary>The host names under which it is reached; empty where it is the only one.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>The database file of SQLite; null: <c>loket.db</c> in the folder.</summary>
    public string? File { get; init; }

    /// <summary>The connection string of PostgreSQL.</summary>
    public string? Connection { get; init; }

    /// <summary>Where its files and daily seals are kept; null: <c>data/NAME</c>.</summary>
    public string? Folder { get; init; }

    /// <summary>The file with its master secret; null: <c>secret</c> in the folder.</summary>
    public string? SecretFile { get; init; }

    /// <summary>The file with the renewed keys of national numbers; null: <c>number-keys</c> in the folder. It is there once a key was renewed.</summary>
    public string? NumberKeyFile { get; init; }

    /// <summary>By which ways its messages go out; null: everything stays inside.</summary>
    public MessagingSettings? Messages { get; init; }

    /// <summary>Where its addresses come from; null: from the list that was imported.</summary>
    public AddressSourceSettings? Addresses { get; init; }

    /// <summary>Through which provider its staff signs in; null: with a password and code of Loket only.</summary>
    public ProviderSettings? SignIn { get; init; }
}

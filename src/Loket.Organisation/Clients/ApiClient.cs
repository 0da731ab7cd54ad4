using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Entry;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Clients;

/// <summary>Another program that may use the API: the website, a telephone exchange, the system of a partner.</summary>
[NotPersonal("the name of a program")]
internal sealed class ApiClient : IVersioned
{
    private const int LongestName = 100;

    public required ClientId Id { get; init; }

    public int Version { get; private set; }

    /// <summary>With what it says who it is; unique.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>Digest of its secret; a fast one is enough for 32 random bytes.</summary>
    public required byte[] SecretHash { get; set; }

    public required IReadOnlyList<Right> Rights { get; init; }

    /// <summary>Sensitive groups of which it may see cases.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The partner whose program it is.</summary>
    public PartnerId? Partner { get; init; }

    public Instant? ClosedAt { get; set; }

    /// <summary>Makes a client of what was filled in.</summary>
    public static Result<ApiClient> Make(ClientDetails details, Token secret)
    {
        var key = Line.Key(details.Key, nameof(ClientDetails.Key));
        if (!key.Succeeded) return key.Failure;
        var name = Line.Required(details.Name, nameof(ClientDetails.Name), LongestName);
        if (!name.Succeeded) return name.Failure;
        var groups = Line.Several(details.Groups, nameof(ClientDetails.Groups), 60, 20);
        if (!groups.Succeeded) return groups.Failure;
        return new ApiClient
        {
            Id = Ids.New<ClientId>(),
            Key = key.Value,
            Name = name.Value,
            SecretHash = secret.Hash,
            Rights = [.. details.Rights.Distinct().Order()],
            Groups = groups.Value,
            Partner = details.Partner,
        };
    }
}

/// <summary>What a client shows at each request, for a short while. The client has the token, the database its digest.</summary>
/// <remarks>Machine time, as with sessions: a scenario that moves the business clock ends no token.</remarks>
internal sealed class ClientToken
{
    /// <summary>How long it is good for.</summary>
    public static readonly Duration Lasts = Duration.FromHours(1);

    public required byte[] Hash { get; init; }

    public required ClientId Client { get; init; }

    public required Instant EndsAt { get; init; }
}

internal sealed class ClientConfiguration : IEntityTypeConfiguration<ApiClient>, IEntityTypeConfiguration<ClientToken>
{
    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("api_clients");
        builder.HasKey(client => client.Id);
        builder.Property(client => client.Key).HasMaxLength(60);
        builder.Property(client => client.Name).HasMaxLength(100);
        builder.Property(client => client.Rights).AsNames();
        builder.Property(client => client.Groups).AsLines();
        builder.HasIndex(client => client.Key).IsUnique();
        builder.HasOne<Partner>().WithMany().HasForeignKey(client => client.Partner);
    }

    public void Configure(EntityTypeBuilder<ClientToken> builder)
    {
        builder.ToTable("client_tokens");
        builder.HasKey(token => token.Hash);
        builder.HasOne<ApiClient>().WithMany().HasForeignKey(token => token.Client);
        builder.HasIndex(token => token.EndsAt);
    }
}

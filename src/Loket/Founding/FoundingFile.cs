using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Loket.Founding;

/// <summary>What must be known of a municipality before it can take its first contact in; all of it can be changed on the pages afterwards.</summary>
internal sealed record FoundingFile
{
    private static readonly JsonSerializerOptions Reading = new()
    {
        // A misspelt name would otherwise silently mean nothing.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>As residents know it.</summary>
    public required string Name { get; init; }

    /// <summary>Two to four capital letters before each reference.</summary>
    public required string ReferencePrefix { get; init; }

    /// <summary>Address of the site, for links in messages.</summary>
    public required string BaseAddress { get; init; }

    /// <summary>The number to call.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Address from which messages come.</summary>
    public string Email { get; init; } = "";

    /// <summary>Language of residents whose language is not known.</summary>
    public string Language { get; init; } = "nl";

    /// <summary>Working hours per day (<c>"Monday": "08:30-12:00 13:00-17:00"</c>); null: Monday to Friday from half past eight to five.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, string>? Hours { get; init; }

    /// <summary>Who sets it up.</summary>
    public required FirstAdministrator Administrator { get; init; }

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">It is not what it should be; the message says where.</exception>
    public static FoundingFile Read(string text) => JsonSerializer.Deserialize<FoundingFile>(text, Reading) ?? throw new JsonException("The file is empty.");
}

/// <summary>The first who signs in, and gives all others their accounts.</summary>
/// <param name="Name">The name.</param>
/// <param name="SignInName">With which they sign in.</param>
/// <param name="Email">Optional.</param>
internal sealed record FirstAdministrator(string Name, string SignInName, string? Email = null);

using Microsoft.Extensions.Configuration;

namespace Loket.Places;

/// <summary>Where a municipality takes its addresses from: <c>Tenants:NAME:Addresses</c> in the configuration, or else <c>Addresses</c> for all.</summary>
/// <param name="National">Whether the national service is asked (<c>Source</c> is <c>national</c>) rather than the own list.</param>
/// <param name="Service">Its address (<c>Service</c>).</param>
/// <param name="Municipality">The municipality's four-digit code (<c>Municipality</c>), to which answers are limited; null for the whole country.</param>
/// <param name="Patience">How long an answer may take (<c>PatienceMilliseconds</c>, 100 to 30,000).</param>
public sealed record AddressSettings(bool National, Uri Service, string? Municipality, TimeSpan Patience)
{
    private const string PublicService = "https://api.pdok.nl/bzk/locatieserver/search/v3_1/";

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">A value makes no sense; better known at once than with the first address.</exception>
    public static AddressSettings Of(IConfiguration configuration, string tenant)
    {
        string? Value(string name) => configuration[$"Tenants:{tenant}:Addresses:{name}"] ?? configuration[$"Addresses:{name}"];

        var source = Value("Source") ?? "own";
        if (source is not ("own" or "national")) throw new InvalidOperationException($"Addresses:Source is \"own\" or \"national\", not \"{source}\".");
        if (!Uri.TryCreate(Value("Service") ?? PublicService, UriKind.Absolute, out var service) || service.Scheme is not ("http" or "https"))
            throw new InvalidOperationException("Addresses:Service is no web address.");
        var municipality = Value("Municipality");
        if (municipality is not null && (municipality.Length != 4 || !municipality.All(char.IsAsciiDigit)))
            throw new InvalidOperationException("Addresses:Municipality is a code of four digits.");
        var patience = 2_000;
        if (Value("PatienceMilliseconds") is { } text && (!int.TryParse(text, out patience) || patience is < 100 or > 30_000))
            throw new InvalidOperationException("Addresses:PatienceMilliseconds is 100 to 30000.");
        var withSlash = service.AbsoluteUri.EndsWith('/') ? service : new Uri(service.AbsoluteUri + "/");
        return new AddressSettings(source == "national", withSlash, municipality, TimeSpan.FromMilliseconds(patience));
    }
}

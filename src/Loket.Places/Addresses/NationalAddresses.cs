using System.Globalization;
using System.Text.Json;
using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Kernel.Text;
using Loket.Storage;
using Microsoft.Extensions.Logging;

namespace Loket.Places;

/// <summary>The national address service: PDOK Locatieserver 3.1 (suggest and lookup), which is open to all and has the addresses of the BAG.</summary>
/// <remarks>No answer, a late one, or one that is no list of documents is an outage.</remarks>
public sealed partial class NationalAddresses(
    IHttpClientFactory clients, AddressSettings settings, UnitOfWork work, AreaTree areas, ILogger<NationalAddresses> log) : IAddressSource
{
    /// <summary>The name of its HTTP client.</summary>
    public const string Client = "national-addresses";

    private const string Fields = "id,type,straatnaam,huisnummer,huisletter,huisnummertoevoeging,postcode,woonplaatsnaam,centroide_rd";
    private const int LongestQuestion = 200;

    /// <inheritdoc />
    public async Task<Result<IReadOnlyList<AddressCard>>> Suggest(string? typed, CancellationToken cancel)
    {
        // Letters, digits and spaces only: the service reads other signs as its query language.
        var words = string.Join(' ', CompactText.Words(typed));
        if (words.Length == 0) return new Result<Done>().Then<IReadOnlyList<AddressCard>>(_ => []);
        if (words.Length > LongestQuestion) words = words[..LongestQuestion];
        return await Ask($"suggest?q={Uri.EscapeDataString(words)}&rows={IAddressSource.MostSuggestions}{Filter("type:(adres OR weg)")}", cancel);
    }

    /// <inheritdoc />
    public async Task<Result<IReadOnlyList<AddressCard>>> Find(Postcode postcode, HouseNumber number, CancellationToken cancel)
    {
        var question = string.Create(CultureInfo.InvariantCulture, $"{postcode.Compact} {number.Number}");
        var found = await Ask(string.Create(CultureInfo.InvariantCulture,
            $"suggest?q={Uri.EscapeDataString(question)}&rows=100{Filter("type:adres")}{Filter($"postcode:{postcode.Compact}")}{Filter($"huisnummer:{number.Number}")}"), cancel);
        var suffix = $"{number.Letter}{number.Addition}";
        return found.Then<IReadOnlyList<AddressCard>>(cards =>
        [
            .. cards.Where(card => card.Number == number.Number && (suffix.Length == 0 || $"{card.Letter}{card.Addition}" == suffix))
                .OrderBy(card => card.Letter, StringComparer.Ordinal).ThenBy(card => card.Addition, StringComparer.Ordinal),
        ]);
    }

    /// <inheritdoc />
    public async Task<Result<AddressCard?>> Get(string key, CancellationToken cancel)
    {
        if (key.Length > 80 || !key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')) return (AddressCard?)null;
        return (await Ask($"lookup?id={key}", cancel)).Then(cards => cards.FirstOrDefault(card => card.Key == key));
    }

    private string Filter(string filter)
    {
        var asked = $"&fq={Uri.EscapeDataString(filter)}";
        return settings.Municipality is { } code && filter.StartsWith("type:", StringComparison.Ordinal) ? $"{asked}&fq=gemeentecode:{code}" : asked;
    }

    private async Task<Result<IReadOnlyList<AddressCard>>> Ask(string question, CancellationToken cancel)
    {
        List<Found> found;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(settings.Patience);
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.GetAsync(new Uri(settings.Service, $"{question}&fl={Uri.EscapeDataString(Fields)}"), patience.Token);
            answer.EnsureSuccessStatusCode();
            using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(patience.Token));
            found = [.. document.RootElement.GetProperty("response").GetProperty("docs").EnumerateArray().Select(Read).OfType<Found>()];
        }
        catch (Exception exception) when (
            exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            || (exception is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // The question is personal data, so it is not logged.
            LogOutage(log, settings.Service, exception.GetType().Name);
            return PlacesFailures.AddressServiceDown;
        }

        var map = await work.Read(db => areas.Map(db, cancel));
        return new Result<Done>().Then<IReadOnlyList<AddressCard>>(_ => [.. found.Select(one => one.Card with { Area = map.Named(one.Card.Town)?.Key })]);
    }

    private static Found? Read(JsonElement document)
    {
        var number = document.TryGetProperty("huisnummer", out var value) ? int.Parse(value.ToString(), CultureInfo.InvariantCulture) : (int?)null;
        return (Text("id"), Text("straatnaam"), Text("woonplaatsnaam")) is ({ } id, { } street, { } town)
            ? new Found(new AddressCard(id, street, number, Text("huisletter"), Text("huisnummertoevoeging"), Text("postcode"), town, null,
                number is null ? null : Position(Text("centroide_rd"))))
            : null;

        string? Text(string name) => document.TryGetProperty(name, out var found) && found.ToString() is { Length: > 0 } text ? text : null;
    }

    // Well-known text: POINT(x y).
    private static RdPoint? Position(string? point) =>
        point?.Split(['(', ' ', ')'], StringSplitOptions.RemoveEmptyEntries) is ["POINT", var x, var y]
            ? RdPoint.From(double.Parse(x, CultureInfo.InvariantCulture), double.Parse(y, CultureInfo.InvariantCulture))
            : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The address service at {Service} does not answer ({Reason}).")]
    private static partial void LogOutage(ILogger log, Uri service, string reason);

    private sealed record Found(AddressCard Card);
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Loket.Messages.Sending;

/// <summary>Text messages through a gateway; the key makes a second try harmless.</summary>
internal sealed class SmsCarrier(IHttpClientFactory clients) : ICarrier
{
    public MessageChannel Channel => MessageChannel.Sms;

    public async Task<Carried> Carry(Parcel parcel, MessagingSettings settings, CancellationToken cancel)
    {
        if (settings.Sms is not { } sms) return new Carried.KeptInside();
        using var request = new HttpRequestMessage(HttpMethod.Post, sms.Url);
        request.Content = JsonContent.Create(new { to = parcel.Address, from = sms.From, text = parcel.Short, reference = parcel.WireId });
        if (sms.Token is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await HttpPost.Send(clients, request, parcel.WireId, cancel);
    }
}

/// <summary>A line in a team's chat room, in the form that Mattermost, Slack and Rocket.Chat share.</summary>
internal sealed class ChatCarrier(IHttpClientFactory clients) : ICarrier
{
    public MessageChannel Channel => MessageChannel.Chat;

    public async Task<Carried> Carry(Parcel parcel, MessagingSettings settings, CancellationToken cancel)
    {
        if (!settings.Chat) return new Carried.KeptInside();
        using var request = new HttpRequestMessage(HttpMethod.Post, parcel.Address);
        request.Content = JsonContent.Create(new { text = parcel.Short });
        return await HttpPost.Send(clients, request, parcel.WireId, cancel);
    }
}

internal static class HttpPost
{
    public const string ClientName = "messages";

    public static async Task<Carried> Send(IHttpClientFactory clients, HttpRequestMessage request, string key, CancellationToken cancel)
    {
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (response.IsSuccessStatusCode) return new Carried.Accepted();
            var said = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {response.ReasonPhrase}");
            return IsForGood(response.StatusCode) ? new Carried.Refused(said) : new Carried.Delayed(said, MayHaveArrived: IsUnknown(response.StatusCode));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return new Carried.Delayed(exception.Message, MayHaveArrived: !NeverLeft(exception));
        }
    }

    // Without a connection nothing was handed over; a silence after that may hide a message that was taken in.
    private static bool NeverLeft(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    // Something broke behind the gateway's door; "too busy" is said before it.
    private static bool IsUnknown(HttpStatusCode status) => status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    // What concerns this message is for good; our account, a limit or the gateway's own trouble passes or is mended.
    private static bool IsForGood(HttpStatusCode status) => status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone
        or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity;
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using NodaTime;

namespace Loket.Messages.Sending;

/// <summary>What a gateway for text messages said when it was asked without a message.</summary>
/// <param name="Wrong">Why it will take no messages from us; null when nothing says so.</param>
/// <param name="Status">How it answered; null when it did not.</param>
/// <param name="Clock">The time that it has; null when it did not say.</param>
public sealed record GatewayAnswer(string? Wrong, int? Status, Instant? Clock);

/// <summary>The way to a gateway for text messages.</summary>
public static class SmsGateway
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Asks what can be done there, with our token. OPTIONS changes nothing by definition (RFC 9110, section 9.3.7), and no message goes along.</summary>
    public static async Task<GatewayAnswer> Ask(SmsSettings sms, CancellationToken cancel)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Options, sms.Url);
        if (sms.Token is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var clock = response.Headers.Date is { } date ? Instant.FromDateTimeOffset(date) : (Instant?)null;
            return new GatewayAnswer(Trouble(response), (int)response.StatusCode, clock);
        }
        catch (HttpRequestException exception)
        {
            return new GatewayAnswer(exception.Message, null, null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new GatewayAnswer("It did not answer within fifteen seconds.", null, null);
        }
    }

    // That it does not know OPTIONS says nothing about messages.
    private static string? Trouble(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.NotImplemented => null,
        HttpStatusCode.Unauthorized => "It does not know our token (401).",
        >= HttpStatusCode.InternalServerError => string.Create(CultureInfo.InvariantCulture, $"It is in trouble ({(int)response.StatusCode})."),
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => string.Create(CultureInfo.InvariantCulture, $"It is somewhere else ({(int)response.StatusCode}): {response.Headers.Location}."),
        _ => null,
    };
}

using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loket.Demo.Outside;

/// <summary>A text message as it arrived at the gateway.</summary>
/// <param name="To">The number.</param>
/// <param name="Text">The text.</param>
/// <param name="Key">The idempotency key.</param>
public sealed record ArrivedSms(string To, string Text, string Key);

/// <summary>A line in a chat room.</summary>
/// <param name="Room">The room: the last part of its webhook's address.</param>
/// <param name="Text">The line.</param>
/// <param name="Key">The idempotency key.</param>
public sealed record ArrivedChat(string Room, string Text, string Key);

/// <summary>An SMS gateway and a chat server on loopback that keep what they get.</summary>
public sealed class OutsideHttp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ArrivedSms> texts = new();
    private readonly ConcurrentQueue<ArrivedChat> lines = new();
    private readonly ConcurrentDictionary<string, HttpStatusCode> answers = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<Task> connections;

    private OutsideHttp(WebApplication app, ConcurrentQueue<Task> connections) => (this.app, this.connections) = (app, connections);

    /// <summary>Where text messages go.</summary>
    public Uri SmsUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Every request for a text message, also with a key that came before.</summary>
    public IReadOnlyList<ArrivedSms> Requests => [.. texts];

    /// <summary>What the gateway passed on to telephones: each key once.</summary>
    public IReadOnlyList<ArrivedSms> Texts => [.. texts.DistinctBy(text => text.Key)];

    /// <summary>What was said in chat rooms, each key once.</summary>
    public IReadOnlyList<ArrivedChat> Lines => [.. lines.DistinctBy(line => line.Key)];

    /// <summary>The webhook of a chat room.</summary>
    public Uri ChatRoom(string room) => new(SmsUrl, $"/chat/{Uri.EscapeDataString(room)}");

    /// <summary>How the gateway answers for a number from now on.</summary>
    public void Treat(string number, HttpStatusCode answer) => answers[number] = answer;

    /// <summary>Waits until all who are connected now have gone: what a sender that was killed had sent is then in, or will never come.</summary>
    public async Task Settled(CancellationToken cancel)
    {
        // Senders are taken in order: when this one has its answer, all before it were taken.
        using (var last = new HttpClient())
        {
            using var answer = await last.GetAsync(SmsUrl, cancel);
        }

        await Task.WhenAll(connections).WaitAsync(cancel);
    }

    /// <summary>Running servers on a free port.</summary>
    public static async Task<OutsideHttp> Start()
    {
        var connections = new ConcurrentQueue<Task>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Use(next => connection => Counted(connections, next(connection)))));
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var outside = new OutsideHttp(builder.Build(), connections);
        outside.app.MapPost("/sms", outside.TakeSms);
        outside.app.MapPost("/chat/{room}", outside.TakeLine);
        await outside.app.StartAsync();
        var address = outside.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        outside.SmsUrl = new Uri(new Uri(address), "/sms");
        return outside;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task Counted(ConcurrentQueue<Task> connections, Task connection)
    {
        connections.Enqueue(connection);
        return connection;
    }

    private async Task TakeSms(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var number = body.RootElement.GetProperty("to").GetString()!;
        if (answers.TryGetValue(number, out var answer) && answer != HttpStatusCode.OK) context.Response.StatusCode = (int)answer;
        // A gateway that got no answer from behind has passed it on all the same.
        if (context.Response.StatusCode is (int)HttpStatusCode.OK or (int)HttpStatusCode.GatewayTimeout)
            texts.Enqueue(new ArrivedSms(number, body.RootElement.GetProperty("text").GetString()!, Key(context)));
    }

    private async Task TakeLine(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        lines.Enqueue(new ArrivedChat((string)context.Request.RouteValues["room"]!, body.RootElement.GetProperty("text").GetString()!, Key(context)));
    }

    private static string Key(HttpContext context) => context.Request.Headers["Idempotency-Key"].ToString();
}

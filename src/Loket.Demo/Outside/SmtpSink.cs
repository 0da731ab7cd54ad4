using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Loket.Demo.Outside;

/// <summary>A mail as it arrived.</summary>
/// <param name="MessageId">Its Message-ID, without angle brackets.</param>
/// <param name="From">The sender in the envelope.</param>
/// <param name="To">The recipients in the envelope.</param>
/// <param name="Raw">All of it, byte for byte.</param>
public sealed record ArrivedMail(string MessageId, string From, IReadOnlyList<string> To, byte[] Raw)
{
    /// <summary>Taken apart; the caller disposes it.</summary>
    public MimeMessage Read() => MimeMessage.Load(new MemoryStream(Raw));
}

/// <summary>What the mail server does with an address.</summary>
public enum SmtpMood
{
    /// <summary>Takes it.</summary>
    Accept,

    /// <summary>550: no such mailbox.</summary>
    Refuse,

    /// <summary>451: try again later.</summary>
    Delay,

    /// <summary>Takes the whole mail and hangs up without an answer: the sender can't know.</summary>
    HangUpAfterData,

    /// <summary>Takes the whole mail and never answers; the sender waits.</summary>
    Stall,
}

/// <summary>A mail server on loopback that keeps what it gets (RFC 5321, the part that a sender needs). Knows no security and relays nothing.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<ArrivedMail> arrived = new();
    private readonly ConcurrentDictionary<string, SmtpMood> moods = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<Task> sessions = new();
    private readonly Task accepting;

    private SmtpSink(int port)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = Accept();
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Everything that arrived, in order, also what arrived twice.</summary>
    public IReadOnlyList<ArrivedMail> Arrived => [.. arrived];

    /// <summary>A running server, on a free port or on the port that an earlier one had.</summary>
    public static SmtpSink Start(int port = 0) => new(port);

    /// <summary>What it does with an address from now on.</summary>
    public void Treat(string address, SmtpMood mood) => moods[address] = mood;

    /// <summary>Waits until all who are connected now have gone: what a sender that was killed had sent is then in, or will never come.</summary>
    public async Task Settled(CancellationToken cancel)
    {
        // Senders are taken in order: when this one is greeted, all before it were taken.
        using (var last = new TcpClient())
        {
            await last.ConnectAsync(IPAddress.Loopback, Port, cancel);
            await last.GetStream().ReadExactlyAsync(new byte[1], cancel);
        }

        await Task.WhenAll(sessions).WaitAsync(cancel);
    }

    /// <summary>Stops at once; a mail that is half in is lost, as with any server that falls over.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                sessions.Enqueue(Serve(socket));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(sessions);
    }

    private async Task Serve(Socket socket)
    {
        await Task.Yield();
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            var session = new SmtpSession(stream, address => moods.GetValueOrDefault(address), arrived.Enqueue);
            await session.Run(stop.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
        {
            // The sender is gone, or we are.
        }
    }
}

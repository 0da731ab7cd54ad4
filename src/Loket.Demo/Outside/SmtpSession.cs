using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using MimeKit;

namespace Loket.Demo.Outside;

/// <summary>One conversation of a sender with <see cref="SmtpSink"/>.</summary>
internal sealed class SmtpSession(Stream stream, Func<string, SmtpMood> moodOf, Action<ArrivedMail> keep)
{
    private readonly PipeReader reader = PipeReader.Create(stream);
    private readonly List<string> recipients = [];
    private string? sender;

    public async Task Run(CancellationToken cancel)
    {
        await Say("220 loopback ESMTP", cancel);
        while (await ReadLine(cancel) is { } bytes)
        {
            var line = Encoding.UTF8.GetString(bytes);
            var verb = line.Split([' ', ':'], 2)[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO":
                    Reset();
                    await Say("250-loopback\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 26214400", cancel);
                    break;
                case "HELO":
                    Reset();
                    await Say("250 loopback", cancel);
                    break;
                case "MAIL":
                    Reset();
                    sender = Address(line);
                    await Say("250 2.1.0 ok", cancel);
                    break;
                case "RCPT" when sender is null:
                    await Say("503 5.5.1 MAIL first", cancel);
                    break;
                case "RCPT":
                    await Recipient(Address(line), cancel);
                    break;
                case "DATA" when recipients.Count == 0:
                    await Say("503 5.5.1 RCPT first", cancel);
                    break;
                case "DATA":
                    if (!await Data(cancel)) return;
                    break;
                case "RSET":
                    Reset();
                    await Say("250 2.0.0 ok", cancel);
                    break;
                case "NOOP":
                    await Say("250 2.0.0 ok", cancel);
                    break;
                case "QUIT":
                    await Say("221 2.0.0 bye", cancel);
                    return;
                default:
                    await Say("502 5.5.1 not known here", cancel);
                    break;
            }
        }
    }

    private Task Recipient(string address, CancellationToken cancel)
    {
        switch (moodOf(address))
        {
            case SmtpMood.Refuse:
                return Say("550 5.1.1 no such mailbox", cancel);
            case SmtpMood.Delay:
                return Say("451 4.3.0 try again later", cancel);
            default:
                recipients.Add(address);
                return Say("250 2.1.5 ok", cancel);
        }
    }

    private async Task<bool> Data(CancellationToken cancel)
    {
        await Say("354 end with a dot", cancel);
        using var raw = new MemoryStream();
        while (true)
        {
            if (await ReadLine(cancel) is not { } line) return false;
            if (line is [(byte)'.']) break;
            // RFC 5321, section 4.5.2: a dot was put before each line that begins with one.
            raw.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            raw.Write("\r\n"u8);
        }

        var bytes = raw.ToArray();
        using var mail = MimeMessage.Load(new MemoryStream(bytes), cancel);
        keep(new ArrivedMail(mail.MessageId ?? "", sender!, [.. recipients], bytes));

        var moods = recipients.ConvertAll(address => moodOf(address));
        if (moods.Contains(SmtpMood.HangUpAfterData)) return false;
        if (moods.Contains(SmtpMood.Stall)) await Task.Delay(Timeout.Infinite, cancel);
        Reset();
        await Say("250 2.0.0 kept", cancel);
        return true;
    }

    private void Reset()
    {
        sender = null;
        recipients.Clear();
    }

    private async Task Say(string line, CancellationToken cancel) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancel);

    /// <summary>The bytes of a line without its end; null when the sender hung up.</summary>
    private async Task<byte[]?> ReadLine(CancellationToken cancel)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = read.Buffer.Slice(0, end).ToArray();
                reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line is [.., (byte)'\r'] ? line[..^1] : line;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted) return null;
        }
    }

    private static string Address(string line)
    {
        var (from, to) = (line.IndexOf('<'), line.IndexOf('>'));
        return from >= 0 && to > from ? line[(from + 1)..to] : "";
    }
}

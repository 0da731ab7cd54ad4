using Loket.Demo.Outside;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.SetUp;
using Loket.Organisation.Settings;
using MimeKit;
using Xunit;

namespace Loket.Testing;

/// <summary>The outside world of a town: a mail server, an SMS gateway and chat rooms that keep what they get. Without it, messages stay inside.</summary>
public sealed class Mailbox : IAsyncDisposable
{
    private Mailbox(SmtpSink mail, OutsideHttp http) => (Mail, Http) = (mail, http);

    /// <summary>The mail server.</summary>
    public SmtpSink Mail { get; private set; }

    /// <summary>The gateway and the chat rooms.</summary>
    public OutsideHttp Http { get; }

    /// <summary>Gives a town a name and an outside world; its messages go out from now on.</summary>
    /// <param name="town">The town.</param>
    /// <param name="name">What it is called; without it, a place that exists nowhere else.</param>
    public static async Task<Mailbox> In(Town town, Profile? name = null)
    {
        var mailbox = new Mailbox(SmtpSink.Start(), await OutsideHttp.Start());
        var settings = await town.Use<TenantMessaging, TenantMessaging>(Task.FromResult);
        settings.Set(town.Tenant, new MessagingSettings
        {
            Smtp = new SmtpSettings { Host = "127.0.0.1", Port = mailbox.Mail.Port, From = "loket@polderstad.example", Security = SmtpSecurity.None },
            Sms = new SmsSettings { Url = mailbox.Http.SmsUrl, From = "Polderstad", Token = "token" },
            Chat = true,
        });
        var profile = name ?? new Profile("Gemeente Polderstad", "PLD", "+31123456789", "nl", town.Address.ToString(), "gemeente@polderstad.example");
        var named = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(use => use.Handle(new OrganisationPlan(profile), CancellationToken.None));
        Assert.Null(named.Failure);
        return mailbox;
    }

    /// <summary>The one mail that came for an address; fails when there are none or more.</summary>
    public MimeMessage OnlyMailTo(string address) => Assert.Single(MailsTo(address)).Read();

    /// <summary>Everything that came for an address, also what came twice.</summary>
    public IReadOnlyList<ArrivedMail> MailsTo(string address) => [.. Mail.Arrived.Where(mail => mail.To.Contains(address))];

    /// <summary>The mail server falls over; what it has is kept.</summary>
    public ValueTask StopMail() => Mail.DisposeAsync();

    /// <summary>The mail server is back, on the same port, with an empty mind.</summary>
    public void RestartMail() => Mail = SmtpSink.Start(Mail.Port);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Mail.DisposeAsync();
        await Http.DisposeAsync();
    }
}

using System.Net;
using Loket.Integration.Messages;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Residents;

/// <summary>How long a code and an opened page are good for, and what is typed after it.</summary>
public sealed class FollowTimeTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_is_written_after_half_an_hour_stands_filled_in_again_after_the_next_code_and_for_nobody_else(Database database)
    {
        await using var town = await Town.On(database);
        var cookies = new CookieContainer();
        using var visitor = new Visitor(town.Client(cookies: cookies));
        using var other = new Visitor(town.Client());
        var (reference, pin) = await Following.WithPin(town, visitor, "118-042");
        var (elsewhere, otherPin) = await Following.WithPin(town, other, "118-043");
        // What was written, whether the form was still fresh, and whether the browser still carries its ticket.
        foreach (var (text, fresh, carried) in ((string, bool, bool)[])[("Hij brandt nu overdag.", true, true), ("Het luik ontbreekt.", false, true), ("Wanneer komt u?", true, false)])
        {
            await Following.Open(visitor, reference, pin);
            Assert.Equal("", visitor.Value("Form.Text"));
            TimePasses(town, cookies, Duration.FromMinutes(30));
            if (!carried) cookies.GetAllCookies()[FollowTickets.Cookie]!.Expired = true;
            await visitor.Send([("Form.Text", text), .. fresh ? Array.Empty<(string, string)>() : [("__RequestVerificationToken", "oud")]]);
            Assert.Equal((text, "/volgen"), (text, visitor.Address));
            Assert.Contains("U was te lang weg. Uw bericht is bewaard", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
            Assert.Equal(reference, visitor.Value("Form.Reference"));

            await Following.Open(other, elsewhere, otherPin);
            Assert.Equal(("/volgen/zaak", ""), (other.Address, other.Value("Form.Text")));
            await Following.Open(visitor, reference, pin);
            Assert.Contains("Uw bericht staat weer klaar", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
            Assert.DoesNotContain(text, visitor.Text(".loket-timeline"), StringComparison.Ordinal);
            Assert.Equal(text, visitor.Value("Form.Text"));
            await visitor.Send(("Form.Text", visitor.Value("Form.Text")));
            Assert.Contains(text, visitor.Text(".loket-timeline"), StringComparison.Ordinal);
        }

        // A photo that went along waits with its words.
        TimePasses(town, cookies, Duration.FromMinutes(30));
        await visitor.Upload("Form.Files", "paal.txt", "Zo staat hij erbij."u8.ToArray(), ("Form.Text", "Kijk maar."));
        Assert.Equal("/volgen", visitor.Address);
        await Following.Open(visitor, reference, pin);
        Assert.Equal("Kijk maar.", visitor.Value("Form.Text"));
        Assert.Contains("paal.txt", visitor.Text("main form"), StringComparison.Ordinal);
        await visitor.Send(("Form.Text", visitor.Value("Form.Text")));
        Assert.Contains("Met 1 bestand.", visitor.Text(".loket-timeline"), StringComparison.Ordinal);

        // Ready with it on a computer of others: what was not sent is forgotten too.
        TimePasses(town, cookies, Duration.FromMinutes(30));
        await visitor.Send(("Form.Text", "Laat maar."));
        await Following.Open(visitor, reference, pin);
        Assert.Equal("Laat maar.", visitor.Value("Form.Text"));
        await visitor.Press("Klaar, deze pagina vergeten");
        await Following.Open(visitor, reference, pin);
        Assert.Equal(("/volgen/zaak", ""), (visitor.Address, visitor.Value("Form.Text")));
    }

    [Theory, BothDatabases]
    public async Task Each_look_gives_another_half_hour_and_who_stayed_away_longer_is_told_so(Database database)
    {
        await using var town = await Town.On(database);
        var cookies = new CookieContainer();
        using var visitor = new Visitor(town.Client(cookies: cookies));
        var (reference, pin) = await Following.WithPin(town, visitor, "118-042");
        await Following.Open(visitor, reference, pin);
        for (var look = 0; look < 3; look++)
        {
            TimePasses(town, cookies, Duration.FromMinutes(20));
            await visitor.Open("/volgen/zaak");
            Assert.Equal("/volgen/zaak", visitor.Address);
        }

        TimePasses(town, cookies, Duration.FromMinutes(30));
        await visitor.Open("/volgen/zaak");

        Assert.Equal("/volgen", visitor.Address);
        Assert.Contains("U was te lang weg", visitor.Text("main .loket-alert"), StringComparison.Ordinal);
        await visitor.Open("/volgen");
        Assert.Equal("", visitor.Text("main .loket-alert"));
    }

    [Theory, BothDatabases]
    public async Task A_code_that_was_sent_is_good_for_a_quarter_of_an_hour(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var visitor = new Visitor(town.Client());
        foreach (var (after, opens) in new[] { (Duration.FromMinutes(16), false), (Duration.FromMinutes(14), true) })
        {
            var text = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042", "volger@voorbeeld.example");
            await Following.Ask(visitor, text);
            await town.RunJobs();
            Assert.True(Reference.TryParse(text, out var reference));
            var code = mailbox.MailsTo("volger@voorbeeld.example").Select(mail => Following.Digits().Match(mail.Read().TextBody ?? "")).Last(match => match.Success).Value;

            Assert.Equal(opens ? null : FollowFailures.Wrong.Code, await Following.Opens(town, reference, code, after));
        }
    }

    private static void TimePasses(Town town, CookieContainer cookies, Duration by)
    {
        var cookie = cookies.GetAllCookies()[FollowTickets.Cookie]!;
        cookie.Value = town.Older(cookie.Value, by);
    }
}

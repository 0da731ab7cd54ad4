using System.Text.RegularExpressions;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Residents;

public sealed partial class FollowTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_resident_follows_with_a_code_writes_to_the_handler_and_sees_it_back(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var visitor = new Visitor(town.Client());
        var reference = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042", "volger@voorbeeld.example");
        await town.RunJobs();

        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference.ToLowerInvariant()), ("way", "code"));
        await town.RunJobs();
        var code = mailbox.MailsTo("volger@voorbeeld.example").Select(mail => Digits().Match(mail.Read().TextBody ?? "")).Last(match => match.Success).Value;
        await visitor.Send(("Form.Code", code));

        Assert.Equal("/volgen/zaak", visitor.Address);
        Assert.Contains(reference, visitor.Page.Body!.TextContent);
        await visitor.Send(("Form.Text", "Hij doet het weer een beetje."));
        Assert.Contains("Uw bericht is verstuurd", visitor.Page.Body!.TextContent);
        Assert.Contains("Hij doet het weer een beetje.", visitor.Text(".loket-timeline"));

        using var again = new Visitor(town.Client());
        await again.Open("/volgen");
        await again.Send(("Form.Reference", reference), ("way", "pin"));
        await again.Send(("Form.Code", code));
        Assert.Contains("hoort niet bij dit kenmerk", Assert.Single(again.Errors));
    }

    [Theory, BothDatabases]
    public async Task A_reference_that_does_not_exist_and_one_that_may_not_be_followed_look_like_one_that_does(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var open = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var closed = await visitor.Sends("Uw medewerker was onbeleefd tegen mij.", kind: "Complaint");
        var none = Loket.Kernel.References.Reference.FromNumber("HLM", 12_345_678).ToString();

        var pages = new List<string>();
        foreach (var reference in new[] { open, closed, none })
        {
            using var stranger = new Visitor(town.Client());
            await stranger.Open("/volgen");
            await stranger.Send(("Form.Reference", reference), ("way", "code"));
            var asked = stranger.Text("main");
            await stranger.Send(("Form.Code", "000000"));
            pages.Add((asked + stranger.Text("main")).Replace(reference, "…", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct());
    }

    [Theory, BothDatabases]
    public async Task Guessing_is_slowed_down_also_for_a_reference_that_does_not_exist(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", Loket.Kernel.References.Reference.FromNumber("HLM", 7).ToString()), ("way", "pin"));

        for (var attempt = 0; attempt < 6; attempt++) await visitor.Send(("Form.Code", $"00000{attempt}"));

        Assert.Contains("te vaak", Assert.Single(visitor.Errors));
    }

    [Theory, BothDatabases]
    public async Task A_pin_of_the_desk_opens_the_same_page_and_no_other_reference(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var reference = await visitor.Sends("Lantaarnpaal 118-042 brandt niet", "118-042", email: null);
        var other = await visitor.Sends("Lantaarnpaal 118-043 brandt niet", "118-043", email: null);
        var agent = await town.Somebody(Role.Agent);
        Assert.True(Reference.TryParse(reference, out var matter));
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));

        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", other), ("way", "pin"));
        await visitor.Send(("Form.Code", pin.Value));
        Assert.Single(visitor.Errors);
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference), ("way", "pin"));
        await visitor.Send(("Form.Code", pin.Value));

        Assert.Equal("/volgen/zaak", visitor.Address);
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}

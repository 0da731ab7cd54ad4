using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Integration.Residents;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Demo;

/// <summary>The walk of README.md, as a newcomer goes it in a browser without script. What would be sent is only seen where the demo shows it.</summary>
public sealed partial class WalkTests
{
    [Theory, BothDatabases]
    public async Task From_the_lamp_post_to_the_answer(Database database)
    {
        await using var town = await Town.On(database);
        await town.Use<TenantMessaging, bool>(messaging =>
        {
            messaging.ShowOutbox(town.Tenant);
            return Task.FromResult(true);
        });
        await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp =>
            setUp.Handle(new OrganisationPlan(OrganisationOfTown.ProfileAt(town.Address.ToString())), TestContext.Current.CancellationToken));

        // 1. Report it, as a resident.
        using var resident = new Visitor(town.Client());
        await resident.Open(Readme.Opened("/"));
        await resident.Open(resident.Page.QuerySelectorAll("main a").First(link => link.TextContent.Contains(Readme.Named("Iets melden in uw buurt"), StringComparison.Ordinal)).GetAttribute("href")!);
        await resident.Send(("Form.Text", Readme.Typed("Lantaarnpaal 118-042 brandt niet")));
        await resident.Send(("Form.Place", Readme.Typed("118-042")));
        await resident.Send(("then", "next"));
        await resident.Send(("Form.TellBy", "Email"));
        await resident.Send(("Form.Email", Readme.Typed("ik@voorbeeld.example")));
        await resident.Send();
        var reference = resident.Text(".loket-confirmation .loket-reference");
        Assert.StartsWith("HLM-", reference, StringComparison.Ordinal);
        Assert.Contains("Aannemer Lichtmeer doet dit voor ons.", Words(resident), StringComparison.Ordinal);
        await town.RunJobs();

        // 2. Somebody else calls, and you are the agent.
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open(Readme.Opened("/werk"));
        await agent.Open(agent.Page.QuerySelectorAll("a").First(link => link.TextContent.Contains(Readme.Named("Nieuw contact"), StringComparison.Ordinal)).GetAttribute("href")!);
        await agent.Follow(agent.Sent("Find", ("Form.Subject", Readme.Typed("Lamp op de dijk uit")), ("Form.Asset", Readme.Typed("118-042")), ("Form.Phone", Readme.Typed("06 12345678"))));
        Assert.Contains("Lantaarnpaal 118-042 brandt niet", agent.Text("#similar"), StringComparison.Ordinal);
        Assert.Contains("Zelfde object en onderwerp", agent.Text("#similar"), StringComparison.Ordinal);

        // 3. Join it.
        await agent.Send(("Form.Case", agent.Page.QuerySelector("[name='Form.Case']")!.GetAttribute("value")!), ("ending", "join"));
        Assert.Equal("Dit contact staat nu bij de zaak", agent.Heading);
        await town.RunJobs();

        // 4. The partner answers, by the link in the mail that the demo would have sent.
        var mail = await Outgoing(agent, Readme.Named("Wilt u dit oppakken?"));
        using var partner = new Visitor(town.Client());
        await partner.Open(mail.QuerySelectorAll("a").First(link => link.TextContent.Contains(Readme.Named("Bekijk en antwoord"), StringComparison.Ordinal)).GetAttribute("href")!);
        var day = town.Tenant.Clock.Now().InUtc().Date.PlusDays(2);
        await partner.Send(
            ("Plan.PlannedOn.Day", Number(day.Day)), ("Plan.PlannedOn.Month", Number(day.Month)), ("Plan.PlannedOn.Year", Number(day.Year)));
        Assert.Contains("U hebt dit aangenomen.", Words(partner), StringComparison.Ordinal);
        await partner.Send(("Report.Report", Readme.Typed("Nieuwe lamp")), ("Report.Solved", "yes"));
        Assert.Contains("U hebt gemeld dat het klaar is.", Words(partner), StringComparison.Ordinal);
        await town.RunJobs();

        // 5. Read the answer, as the resident.
        await resident.Open(Readme.Opened("/volgen"));
        await resident.Send(("Form.Reference", reference), ("way", "code"));
        await town.RunJobs();
        await agent.Open(Readme.Opened("/berichten/uitgaand"));
        var newest = agent.Page.QuerySelector("#messages tbody tr")!;
        Assert.Contains("ik@voorbeeld.example", newest.TextContent, StringComparison.Ordinal);
        await resident.Send(("Form.Code", Digits().Match(newest.QuerySelector("details")!.TextContent).Value));
        Assert.Equal("/volgen/zaak", resident.Address);
        Assert.Contains("Dit is opgelost", Words(resident), StringComparison.Ordinal);
        Assert.Contains("Nieuwe lamp", Words(resident), StringComparison.Ordinal);
        Assert.Contains("Aannemer Lichtmeer", Words(resident), StringComparison.Ordinal);
    }

    private static async Task<IElement> Outgoing(Visitor agent, string words)
    {
        await agent.Open(Readme.Opened("/berichten/uitgaand"));
        return agent.Page.QuerySelectorAll("#messages details").First(mail => mail.TextContent.Contains(words, StringComparison.Ordinal));
    }

    private static string Words(Visitor visitor) => Spaces().Replace(visitor.Text("main"), " ");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}

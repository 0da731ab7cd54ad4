using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Intake.Follow;
using Loket.Intake.Register;
using Loket.Integration.Cases;
using Loket.Integration.Residents;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Web;

/// <summary>Everywhere that somebody stands before a form, and how one comes there.</summary>
internal static class FormPlaces
{
    /// <summary>The ways to them, by name.</summary>
    public static IReadOnlyDictionary<string, Func<Town, Task<Visitor>>> All { get; } = new Dictionary<string, Func<Town, Task<Visitor>>>(StringComparer.Ordinal)
    {
        ["kind"] = town => At(town, "/melden"),
        ["what"] = town => At(town, "/melden/wat?soort=Report"),
        ["where"] = town => Reporting(town, 2),
        ["files"] = town => Reporting(town, 3),
        ["telling"] = town => Reporting(town, 4),
        ["details, e-mail"] = town => Reporting(town, 5, "Email"),
        ["details, text message"] = town => Reporting(town, 5, "Sms"),
        ["details, call"] = town => Reporting(town, 5, "Phone"),
        ["details, letter"] = town => Reporting(town, 5, "Letter"),
        ["follow"] = town => At(town, "/volgen"),
        ["follow, code"] = async town =>
        {
            var visitor = await At(town, "/volgen");
            await visitor.Send(("Form.Reference", Reference.FromNumber("HLM", 7).ToString()), ("way", "pin"));
            return visitor;
        },
        ["followed"] = Followed,
        ["sign in"] = town => At(town, "/sign-in"),
        ["sign in, code"] = async town =>
        {
            var name = "medewerker-" + Guid.NewGuid().ToString("N")[..8];
            await town.Make(new PlannedStaff(name, name, [Role.Agent], [], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
            var visitor = await At(town, "/sign-in");
            await visitor.Send(("Form.SignInName", name), ("Form.Password", TownSignIn.Password));
            return visitor;
        },
        ["start"] = town => At(town, "/sign-in/start"),
        ["find"] = town => As(town, "/zoeken", Role.Agent),
        ["go to"] = town => As(town, "/ga-naar", Role.Agent),
        ["text module"] = async town =>
        {
            var visitor = await As(town, "/tekstblokken/nieuw", Role.TeamLead);
            await visitor.Send(("Form.Name", "Groet"), ("Form.Code", "groet"), ("Form.Dutch", "Beste inwoner"));
            await visitor.Open(visitor.Page.QuerySelector("#modules th a")!.GetAttribute("href")!);
            return visitor;
        },
        // Who acts for somebody is another whom we know: the form holds them, and lacks what was seen of it.
        ["customer"] = async town =>
        {
            var (mark, other) = (Guid.NewGuid().ToString("N")[..8], Guid.NewGuid().ToString("N")[..8] + "@voorbeeld.example");
            var visitor = await As(town, "/intake", Role.TeamLead);
            await visitor.Send(("Form.Subject", "Brug piept"), ("Form.Name", "P. " + mark), ("Form.Email", other), ("ending", "new"));
            await visitor.Open("/intake");
            await visitor.Send(("Form.Subject", "Bank is stuk"), ("Form.Name", "J. " + mark), ("Form.Email", mark + "@voorbeeld.example"), ("ending", "new"));
            await visitor.Open("/zaken/" + visitor.Text(".loket-confirmation .loket-reference"));
            await visitor.Open(visitor.Page.QuerySelector("a[href*='/klanten/']")!.GetAttribute("href")!);
            await visitor.Send(("Acts.Who", other), ("Acts.Seen", ""));
            Assert.Equal(other, visitor.Value("Acts.Who"));
            return visitor;
        },
        ["data of a customer"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.TeamLead);
            await visitor.Send(("Form.Subject", "Brug piept"), ("Form.Name", "J. Piep"), ("Form.Phone", "06 12345678"), ("ending", "new"));
            await visitor.Open("/zaken/" + visitor.Text(".loket-confirmation .loket-reference"));
            await visitor.Open(visitor.Page.QuerySelector("a[href*='/klanten/']")!.GetAttribute("href")! + "/gegevens");
            return visitor;
        },
        ["national number"] = async town =>
        {
            var visitor = await town.SignIn(Role.TeamLead, Role.NumberUser);
            await visitor.Open("/intake");
            await visitor.Send(("Form.Subject", "Brug piept"), ("Form.Name", "J. Piep"), ("Form.Phone", "06 12345678"), ("ending", "new"));
            await visitor.Open("/zaken/" + visitor.Text(".loket-confirmation .loket-reference"));
            await visitor.Open(visitor.Page.QuerySelector("a[href*='/klanten/']")!.GetAttribute("href")! + "/nummer");
            await visitor.Send(("Form.Number", "111222333"));
            Assert.NotNull(visitor.Page.QuerySelector("[name='Ask.Purpose']"));
            return visitor;
        },
        ["own account"] = town => As(town, "/me", Role.Agent),
        ["passkeys"] = town => As(town, "/me/passkeys", Role.Agent),
        ["new contact"] = town => As(town, "/intake", Role.Agent),
        ["contact open again"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.Agent);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await visitor.Follow(visitor.Pressed("Undo"));
            return visitor;
        },
        ["case in triage"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.TeamLead);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await visitor.Open("/zaken/" + visitor.Text(".loket-confirmation .loket-reference"));
            return visitor;
        },
        ["to divide"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.TeamLead);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await visitor.Open("/werk/verdelen");
            return visitor;
        },
        ["case of two people"] = async town =>
        {
            var agent = await town.Somebody(Role.Agent);
            var receipt = await town.Receives(agent, new NewMatter("Brug piept"), new MatterEnding.NewCase());
            await town.Receives(agent, new NewMatter("Gat in de weg"), new MatterEnding.Join(receipt.Case!.Value));
            var visitor = await As(town, "/zaken/" + receipt.CaseReference, Role.TeamLead);
            Assert.NotNull(visitor.Page.QuerySelector("[name='Split.Subject']"));
            return visitor;
        },
        ["case with a partner"] = async town =>
        {
            var visitor = await As(town, "/zaken/" + (await PartnerJob.In(town)).Reference, Role.TeamLead);
            await visitor.Upload("Attach.File", "brief.txt", "Zo ging het."u8.ToArray());
            Assert.NotNull(visitor.Page.QuerySelector("[name='Give.Files']"));
            return visitor;
        },
        ["wishes of a resident"] = async town => await As(town, $"/contact/{(await PartnerJob.In(town)).Reference}/berichten", Role.Agent),
        ["case of which a partner asks"] = async town =>
        {
            var job = await PartnerJob.In(town);
            using var partner = job.Visitor();
            await partner.Open(job.Link(0));
            await partner.Send(("Ask.Question", "Welke mast?"));
            return await As(town, "/zaken/" + job.Reference, Role.TeamLead);
        },
        ["case with danger"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.TeamLead);
            await visitor.Send(("Form.Subject", "Boom hangt over de weg"), ("Form.Danger", "true"), ("ending", "new"));
            await visitor.Open("/zaken/" + visitor.Text(".loket-confirmation .loket-reference"));
            Assert.NotNull(visitor.Page.QuerySelector("[name='Lift.Reason']"));
            return visitor;
        },
        ["closed case"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.TeamLead);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await visitor.Open("/zaken/" + visitor.Text(".loket-confirmation .loket-reference"));
            await visitor.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
            Assert.NotNull(visitor.Page.QuerySelector("[name='Reopen.Reason']"));
            return visitor;
        },
        ["answer"] = async town =>
        {
            var job = await PartnerJob.In(town);
            await town.Receives(await town.Somebody(Role.Agent), new NewMatter("lamp 118-042 is uit"), new MatterEnding.Join((await job.Case()).Id), new CustomerDetails("De Wit", Email: "wit@voorbeeld.example"));
            var visitor = await As(town, "/zaken/" + job.Reference + "/antwoord", Role.Handler);
            Assert.Equal(2, visitor.Page.QuerySelectorAll("[name^='Form.Own']").Length);
            return visitor;
        },
        ["partner, asked"] = async town => await AtPartner(await PartnerJob.In(town)),
        ["partner, accepted"] = async town =>
        {
            var visitor = await AtPartner(await PartnerJob.In(town));
            await visitor.Send(("Plan.JobNumber", "W-1"));
            return visitor;
        },
        ["calls to make"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.Agent);
            await visitor.Send(("Form.Subject", "Brug piept"), ("Form.Phone", "06 12345678"), ("Form.ReplyBy", "Phone"), ("ending", "new"));
            await town.RunJobs();
            await visitor.Open("/berichten/bellen");
            return visitor;
        },
        ["callback"] = async town =>
        {
            var (visitor, reference) = await Asked(town);
            await visitor.Open("/terugbellen/verzoek/" + reference);
            return visitor;
        },
        ["callbacks"] = async town =>
        {
            var (visitor, _) = await Asked(town);
            await visitor.Open("/terugbellen/alles");
            return visitor;
        },
        ["new callback"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.Agent);
            await visitor.Send(("Form.Subject", "Brug piept"), ("Form.Phone", "06 12345678"), ("ending", "new"));
            await visitor.Open("/terugbellen/nieuw/" + visitor.Text(".loket-confirmation .loket-reference"));
            return visitor;
        },
        ["callback of a resident"] = async town =>
        {
            var (visitor, reference) = await Asked(town);
            visitor.Dispose();
            var id = (await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(reference, Actor.System, TestContext.Current.CancellationToken))).Value.Id;
            return await At(town, "/terugbelafspraak/" + CallbackLinks.TokenFor(town.Tenant.Keys, id));
        },
        ["not delivered"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.Agent);
            await visitor.Send(("Form.Subject", "Brug piept"), ("Form.Phone", "06 12345678"), ("Form.ReplyBy", "Phone"), ("ending", "new"));
            await town.RunJobs();
            await visitor.Open("/berichten/bellen");
            await visitor.Send(("outcome", "WrongNumber"));
            await visitor.Open("/berichten/niet-aangekomen");
            Assert.NotNull(visitor.Page.QuerySelector("[name='Address']"));
            return visitor;
        },
        ["accounts looked for"] = town => As(town, "/manage/accounts", Role.SystemAdministrator),
        // These three hold a case that exists, and lack the reason.
        ["emergency access"] = async town =>
        {
            var reference = (await town.Debt()).CaseReference!;
            var visitor = await As(town, "/noodtoegang", Role.Agent);
            await visitor.Send(("Form.Reference", reference), ("Form.Reason", ""));
            Assert.Equal(reference, visitor.Value("Form.Reference"));
            return visitor;
        },
        ["access asked"] = town => As(town, "/inzageverzoek", Role.PrivacyOfficer),
        ["looks reviewed"] = async town =>
        {
            var colleague = await town.Colleague("medewerker-" + Guid.NewGuid().ToString("N")[..8], Role.Agent);
            Assert.True((await town.Opens(colleague, (await town.Debt()).CaseReference)).Succeeded);
            return await As(town, "/beheer/inzage", Role.PrivacyOfficer);
        },
        ["journal looked into"] = town => As(town, "/gebeurtenissen", Role.Auditor),
        ["receipt of a case"] = async town =>
        {
            var visitor = await As(town, "/intake", Role.Agent);
            await visitor.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            return visitor;
        },
        ["team"] = town => As(town, "/beheer/teams/lighting", Role.FunctionalAdministrator),
        ["partner set up"] = town => As(town, "/beheer/ketenpartners/grid-operator", Role.FunctionalAdministrator),
        ["desk"] = town => As(town, "/beheer/loketten/badhoevedorp", Role.FunctionalAdministrator),
        ["working time"] = town => As(town, "/beheer/werktijden", Role.FunctionalAdministrator),
        ["municipality"] = town => As(town, "/beheer/gemeente", Role.FunctionalAdministrator),
        ["case type"] = town => As(town, "/beheer/zaaktypen/report", Role.FunctionalAdministrator),
        ["versions of a case type"] = async town =>
        {
            var visitor = await As(town, "/beheer/zaaktypen/report", Role.FunctionalAdministrator);
            await visitor.Send(("Form.NameNl", "Melding " + Guid.NewGuid().ToString("N")[..8]));
            return visitor;
        },
        ["statuses of a case type"] = town => As(town, "/beheer/zaaktypen/report/statussen", Role.FunctionalAdministrator),
        ["tasks of a case type"] = town => As(town, "/beheer/zaaktypen/report/taken", Role.FunctionalAdministrator),
        ["text of a case type"] = town => As(town, "/beheer/zaaktypen/report/teksten/status-change/nl", Role.FunctionalAdministrator),
        ["subject"] = town => As(town, "/beheer/onderwerpen/street-light", Role.FunctionalAdministrator),
        ["selection list"] = async town =>
        {
            var visitor = await As(town, "/beheer/selectielijst/nieuw", Role.FunctionalAdministrator);
            await visitor.Send(("Form.Number", "5.1"), ("Form.Name", "Meldingen over de openbare ruimte"), ("Form.Years", "5"), ("Form.Nomination", "Destroy"));
            await visitor.Open("/beheer/selectielijst/5.1");
            return visitor;
        },
        ["destruction list"] = async town =>
        {
            using var lead = await As(town, "/intake", Role.TeamLead);
            await lead.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await lead.Open("/zaken/" + lead.Text(".loket-confirmation .loket-reference"));
            await lead.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
            town.Tenant.Clock.Advance(NodaTime.Duration.FromDays(800));
            var visitor = await As(town, "/beheer/vernietigen", Role.RecordsManager);
            await visitor.Press("Maak een lijst");
            await visitor.Open(visitor.Page.QuerySelector("#lists tbody a")!.GetAttribute("href")!);
            await visitor.Send(("Form.Reference", visitor.Text("#cases .loket-reference")), ("Form.Reason", ""));
            Assert.NotEmpty(visitor.Value("Form.Reference"));
            return visitor;
        },
        ["held cases"] = async town =>
        {
            using var lead = await As(town, "/intake", Role.TeamLead);
            await lead.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            var visitor = await As(town, "/beheer/vasthouden", Role.RecordsManager);
            await visitor.Send(("Form.Reference", lead.Text(".loket-confirmation .loket-reference")), ("Form.Reason", ""));
            Assert.NotEmpty(visitor.Value("Form.Reference"));
            return visitor;
        },
        ["portfolio"] = town => As(town, "/beheer/portefeuilles/public-space", Role.FunctionalAdministrator),
        ["text of a message"] = town => As(town, "/beheer/teksten/receipt-report/nl", Role.FunctionalAdministrator),
        ["bounds"] = town => As(town, "/beheer/grenzen", Role.FunctionalAdministrator),
        ["programs"] = town => As(town, "/beheer/programmas", Role.SystemAdministrator),
        ["on call"] = town => As(town, "/beheer/piket", Role.FunctionalAdministrator),
        ["routing"] = town => As(town, "/beheer/routering", Role.FunctionalAdministrator),
        ["routing rule"] = async town =>
        {
            var visitor = await As(town, "/beheer/routering", Role.FunctionalAdministrator);
            await visitor.Open(visitor.Page.QuerySelector("main a[href^='/beheer/routering/']")!.GetAttribute("href")!);
            return visitor;
        },
        ["virtual colleague"] = async town =>
        {
            var visitor = await As(town, "/beheer/virtuele-collegas/nieuw", Role.FunctionalAdministrator);
            await visitor.Send(("Form.Name", "Herinneraar"), ("Form.When", "CameIn"), ("Form.Remind", "true"));
            await visitor.Open(visitor.Address[..^"/proef".Length]);
            return visitor;
        },
        ["new account"] = town => As(town, "/manage/accounts/new", Role.SystemAdministrator),
        ["account"] = async town =>
        {
            var name = "medewerker-" + Guid.NewGuid().ToString("N")[..8];
            await town.Make(new PlannedStaff(name, name, [Role.Agent], []));
            return await As(town, "/manage/accounts/" + name, Role.SystemAdministrator);
        },
        ["colleague"] = async town =>
        {
            var name = "medewerker-" + Guid.NewGuid().ToString("N")[..8];
            await town.Make(new PlannedStaff(name, name, [Role.Agent], []));
            return await As(town, "/beheer/mensen/" + name, Role.SystemAdministrator);
        },
    };

    private static async Task<Visitor> At(Town town, string path)
    {
        var visitor = new Visitor(town.Client());
        await visitor.Open(path);
        return visitor;
    }

    // An agent before the receipt of somebody who asked to be called back, with its reference.
    private static async Task<(Visitor Visitor, string Reference)> Asked(Town town)
    {
        var visitor = await As(town, "/intake", Role.Agent);
        await visitor.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("ending", "callback"));
        return (visitor, visitor.Text(".loket-confirmation .loket-reference"));
    }

    private static async Task<Visitor> As(Town town, string path, Role role)
    {
        var visitor = await town.SignIn(role);
        await visitor.Open(path);
        return visitor;
    }

    private static async Task<Visitor> AtPartner(PartnerJob job)
    {
        var visitor = job.Visitor();
        await visitor.Open(job.Link(0));
        return visitor;
    }

    private static async Task<Visitor> Reporting(Town town, int step, string by = "Email")
    {
        var visitor = await At(town, "/melden/wat?soort=Report");
        await visitor.Send(("Form.Text", "De bank in het park is stuk"));
        if (step > 2) await visitor.Send(("Form.Place", "Hoofddorp"));
        if (step > 3) await visitor.Send(("then", "next"));
        if (step > 4) await visitor.Send(("Form.TellBy", by));
        return visitor;
    }

    private static async Task<Visitor> Followed(Town town)
    {
        var job = await PartnerJob.In(town);
        Assert.True(Reference.TryParse(job.Reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        var pin = await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), CancellationToken.None));
        var visitor = await At(town, "/volgen");
        await visitor.Send(("Form.Reference", job.Reference), ("way", "pin"));
        await visitor.Send(("Form.Code", pin.Value));
        return visitor;
    }
}

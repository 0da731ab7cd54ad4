using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>What is kept long enough is destroyed by two people together (row B6), and people see and have erased what is kept of them (row K4).</summary>
public sealed class RecordsStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Theory, BothDatabases]
    public async Task One_makes_a_list_another_approves_it_and_a_declaration_is_left(Database database)
    {
        var town = await TownOn(database);
        string reference, held;
        using (var lead = await town.SignIn(Role.TeamLead))
        {
            reference = await Closes(lead, "Brug piept");
            held = await Closes(lead, "Brug rammelt");
        }

        town.Tenant.Clock.Advance(Duration.FromDays(800));
        var keeper = await StaffIn(town, Way.Desktop, Role.RecordsManager);
        await keeper.Open("/beheer/vasthouden");
        await keeper.Fill("Kenmerk van de zaak", held);
        await keeper.Fill("Waarom moet de zaak blijven?", "Er loopt een rechtszaak over.");
        var until = town.Tenant.Clock.Now().InZone(DateTimeZone.Utc).Date.PlusYears(1);
        foreach (var (part, value) in ((string, int)[])[("Day", until.Day), ("Month", until.Month), ("Year", until.Year)])
            await keeper.Page.Locator($"[name='Form.Until.{part}']").FillAsync(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await keeper.Press("Houd vast");
        await keeper.Says("Er loopt een rechtszaak over.");
        await keeper.Picture("records/held");

        await keeper.Open("/beheer/vernietigen");
        await keeper.Says("Van 1 zaak is de bewaartermijn voorbij.");
        await keeper.Press("Maak een lijst");
        await keeper.Act(keeper.Page.Locator("#lists tbody a").First);
        await keeper.Says(reference);
        await keeper.KeepsSilentAbout(held);
        await keeper.Says("Een collega moet hem goedkeuren.");
        await keeper.Picture("records/list");

        var second = await StaffIn(town, Way.Desktop, Role.RecordsManager);
        await second.Open(keeper.Address);
        await second.Press("Keur goed en vernietig");
        await town.RunJobs();
        await second.Open(keeper.Address);
        await second.Shows("Verklaring van vernietiging");
        await second.Says(reference);
        await second.Picture("records/declaration");
    }

    [Theory, BothDatabases]
    public async Task Somebody_sees_what_is_kept_of_them_and_has_it_erased(Database database)
    {
        var town = await TownOn(database);
        string reference;
        using (var agent = await town.SignIn(Role.Agent))
        {
            await agent.Open("/intake");
            await agent.Send(("Form.Subject", "Wanneer is het zwembad open?"), ("Form.Name", "J. Piep"), ("Form.Phone", "06 12345678"), ("Form.Answer", "Om negen uur."), ("ending", "answered"));
            reference = agent.Text(".loket-confirmation .loket-reference");
        }

        var officer = await StaffIn(town, Way.Desktop, Role.PrivacyOfficer);
        await officer.Open("/inzageverzoek");
        await officer.Fill("Kenmerk", reference);
        await officer.Press("Maak het overzicht");
        await officer.Says("J. Piep");
        await officer.Says("Wanneer is het zwembad open?");
        await officer.Picture("records/access");
        await officer.Press("Leg voor om te wissen");
        await officer.Says("Een collega moet het goedkeuren.");
        await officer.Picture("records/erasure-proposed");

        var second = await StaffIn(town, Way.Desktop, Role.PrivacyHandler);
        await second.Open("/inzageverzoek");
        await second.Press("Wis wat weg mag " + reference);
        await second.Says("Wat weg mocht, is gewist.");
        await officer.Open("/inzageverzoek");
        await officer.Picture("records/erased");
        await officer.Fill("Kenmerk", reference);
        await officer.Press("Maak het overzicht");
        await officer.Says("Wij vinden bij dit kenmerk niemand");
    }

    // A case that is taken and ended; gives its number.
    private static async Task<string> Closes(Visitor lead, string subject)
    {
        await lead.Open("/intake");
        await lead.Send(("Form.Subject", subject), ("ending", "new"));
        await lead.Open("/zaken/" + lead.Text(".loket-confirmation .loket-reference"));
        var reference = lead.Text("main .loket-reference");
        await lead.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        return reference;
    }
}

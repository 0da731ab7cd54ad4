using System.Globalization;
using System.Net;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using Loket.Web.Pages.Staff;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Loket.Integration.Organisation;

public sealed class JournalPageTests
{
    private static readonly NewMatter Debt = new("Schulden lopen op", "Kan dat worden gestopt?", Category: "debt");

    [Theory, BothDatabases]
    public async Task The_privacy_officer_sees_who_looked_at_a_case_and_what_was_done_to_it(Database database)
    {
        await using var town = await Town.On(database);
        var counsellor = await town.Somebody(Role.Handler, "income-and-debt");
        var known = await town.Receives(counsellor, Debt, new MatterEnding.NewCase(), new CustomerDetails("Jo Bakker", "+31612345678"));
        await town.Sees(counsellor, known.Reference);
        using var officer = await town.SignIn(Role.PrivacyOfficer);

        await officer.Open("/gebeurtenissen?Form.Reference=" + known.Reference);
        Assert.Contains("Bekeken", officer.Text("#entries"), StringComparison.Ordinal);
        Assert.Contains(known.CaseReference!, officer.Text("#entries"), StringComparison.Ordinal);
        Assert.DoesNotContain("Jo Bakker", officer.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Kan dat worden gestopt", officer.Text("main"), StringComparison.Ordinal);
        var all = Rows(officer);

        await officer.Open($"/gebeurtenissen?Form.Reference={known.Reference}&Form.Sort=Looks");
        Assert.True(Rows(officer) < all);
        await officer.Open($"/gebeurtenissen?Form.Reference={known.Reference}&Form.Sort=Changes");
        Assert.DoesNotContain("Bekeken", officer.Text("#entries"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Looking_into_the_journal_stands_in_the_journal(Database database)
    {
        await using var town = await Town.On(database);
        using var officer = await town.SignIn("petra", [], Role.PrivacyOfficer);
        using var auditor = await town.SignIn("arjan", [], Role.Auditor);
        await officer.Open("/gebeurtenissen?Form.Colleague=arjan");

        await auditor.Open("/gebeurtenissen?Form.Colleague=petra");

        Assert.Contains("Gebeurtenissen bekeken", auditor.Text("#entries"), StringComparison.Ordinal);
        Assert.Contains("arjan", auditor.Text("#entries"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_day_is_a_day_of_the_municipality_and_its_entries_come_a_page_at_a_time_each_once(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        town.Tenant.Clock.SetTo(new LocalDateTime(2031, 3, 4, 0, 30).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant());   // still the day before in UTC
        for (var number = 0; number < 30; number++) await town.Receives(agent, new NewMatter($"bankje {number} kapot"), new MatterEnding.NewCase());
        using var auditor = await town.SignIn(Role.Auditor);

        await auditor.Open("/gebeurtenissen?Form.Day.Day=3&Form.Day.Month=3&Form.Day.Year=2031");
        Assert.Contains("Niets gevonden", auditor.Text("main"), StringComparison.Ordinal);
        await auditor.Open("/gebeurtenissen?Form.Day.Day=4&Form.Day.Month=3&Form.Day.Year=2031&Form.Sort=Changes");
        var seen = new List<string>();
        string? next;
        do
        {
            seen.AddRange(auditor.Page.QuerySelectorAll("#entries tbody tr").Where(row => row.TextContent.Contains("Zaak gemaakt", StringComparison.Ordinal)).Select(row => row.QuerySelector("a")!.TextContent));
            next = auditor.Page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            if (next is not null) await auditor.Open(next);
        }
        while (next is not null);

        Assert.Equal((30, 30), (seen.Count, seen.Distinct().Count()));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_looked_for_is_said_and_who_may_not_review_sees_nothing(Database database)
    {
        await using var town = await Town.On(database);
        using var auditor = await town.SignIn(Role.Auditor);
        foreach (var (field, wrong) in (IReadOnlyList<(string, string)>)[("Form.Reference", "HLM-0000-0000"), ("Form.Colleague", "niemand"), ("Form.Day.Day", "31")])
        {
            await auditor.Open($"/gebeurtenissen?{field}={wrong}");
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity, wrong), (field, auditor.Status, auditor.Value(field)));
            Assert.Empty(auditor.Page.QuerySelectorAll("#entries"));
        }

        foreach (var role in (Role[])[Role.Handler, Role.TeamLead, Role.FunctionalAdministrator, Role.SystemAdministrator, Role.Manager])
        {
            using var other = await town.SignIn(role);
            await other.Open("/gebeurtenissen");
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, other.Status));
        }
    }

    [Fact]
    public async Task Every_event_has_words_for_who_reads_the_journal()
    {
        var kinds = (await Installation.Running).Services.GetRequiredService<EventTypes>().All.Keys;
        foreach (var language in (string[])["nl", "en"])
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Assert.DoesNotContain(kinds, kind => kind.Contains('.') && !TimelineWords.Here.Has(kind) && !kind.StartsWith("test.", StringComparison.Ordinal));
        }
    }

    private static int Rows(Visitor visitor) => visitor.Page.QuerySelectorAll("#entries tbody tr").Length;
}

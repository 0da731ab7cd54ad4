using System.Net;
using System.Text;
using Loket.Demo.Town;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Files that come with a contact: kept with the matter that they are about, and for who may know of that matter.</summary>
public sealed class IntakeFileTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_letter_about_debt_is_not_seen_by_who_mends_the_lamp_of_the_same_contact(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Upload("Form.Files", "schuld.txt", "Ik kan de huur niet betalen."u8.ToArray(), ("Form.Subject", "Schulden lopen op"), ("Form.Category", "debt"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        var debt = agent.Text(".loket-confirmation .loket-reference");

        await agent.Open("/intake?bij=" + debt);
        await agent.Upload("Form.Files", "lamp.txt", "Het is er donker."u8.ToArray(), ("Form.Subject", "Lamp 118-042 brandt niet"), ("Form.Category", "street-light"), ("ending", "new"));
        var lamp = agent.Text(".loket-confirmation .loket-reference");
        Assert.NotEqual(debt, lamp);

        var plan = new OrganisationPlan(Staff: [new PlannedStaff("schuldhulp", "Sam Hulp", [Role.Handler], [TeamKeys.IncomeAndDebt], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey))]);
        await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(plan, Cancel));
        using var counsellor = new Visitor(town.Client());
        await counsellor.SignIn("schuldhulp");
        await counsellor.Open("/zaken/" + debt);
        var letter = Assert.Single(counsellor.Page.QuerySelectorAll(".loket-files a")).GetAttribute("href")!;
        Assert.Contains("schuld.txt", counsellor.Text(".loket-files"), StringComparison.Ordinal);
        Assert.Equal("Ik kan de huur niet betalen.", await counsellor.Client.GetStringAsync(new Uri(letter, UriKind.Relative), Cancel));

        await agent.Open("/zaken/" + lamp);
        var photo = Assert.Single(agent.Page.QuerySelectorAll(".loket-files a")).GetAttribute("href")!;
        Assert.Contains("lamp.txt", agent.Text(".loket-files"), StringComparison.Ordinal);
        Assert.DoesNotContain("schuld", agent.Page.DocumentElement.TextContent, StringComparison.OrdinalIgnoreCase);
        foreach (var guess in (string[])[letter, photo.Replace(lamp, debt, StringComparison.Ordinal), photo[..^1] + "2"])
        {
            using var refused = await agent.Client.GetAsync(new Uri(guess, UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    [Theory, BothDatabases]
    public async Task A_scan_and_a_photo_at_the_desk_stay_while_the_form_is_mended_and_stand_on_the_case(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Upload("Form.Files", "foto.jpg", Documents.Files.PhotoWithPlace(), ("Form.Subject", ""), ("ending", "new"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        Assert.Contains("foto.jpg", agent.Text("main"), StringComparison.Ordinal);

        await agent.Upload("Form.Files", "virus.exe", [0x4D, 0x5A, 0, 1], ("Form.Subject", "Stoeptegel los"), ("ending", "new"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        Assert.Equal("Stoeptegel los", agent.Value("Form.Subject"));

        await agent.Upload("Form.Files", "brief.pdf", Documents.Files.Pdf(), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));

        var files = agent.Page.QuerySelectorAll(".loket-files a").ToList();
        Assert.Equal(["foto.jpg", "brief.pdf"], files.Select(file => file.TextContent.Trim()));
        var photo = await agent.Client.GetByteArrayAsync(new Uri(files[0].GetAttribute("href")!, UriKind.Relative), Cancel);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Four_large_scans_go_along_and_one_that_is_too_large_or_one_too_many_is_refused_at_the_field(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        Assert.Contains("hoogstens 10 MB", agent.Text("#Form_Files-hint"), StringComparison.Ordinal);

        await agent.Upload("Form.Files", "film.txt", Scan(11), ("Form.Subject", "Stoeptegel los"), ("ending", "new"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Stoeptegel los"), (agent.Status, agent.Value("Form.Subject")));
        Assert.Contains("10 MB", agent.Text("#Form_Files-error"), StringComparison.Ordinal);

        await agent.Upload("Form.Files", [.. Enumerable.Range(1, 6).Select(number => ($"brief-{number}.txt", "Zo ging het."u8.ToArray()))], ("Form.Subject", "Stoeptegel los"), ("ending", "new"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Stoeptegel los"), (agent.Status, agent.Value("Form.Subject")));
        Assert.Contains("hoogstens 5", agent.Text("#Form_Files-error"), StringComparison.Ordinal);

        await agent.Upload("Form.Files", [.. Enumerable.Range(1, 4).Select(number => ($"scan-{number}.txt", Scan(9)))], ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        Assert.Equal(4, agent.Page.QuerySelectorAll(".loket-files a").Length);

        using var handler = await town.SignIn(Role.TeamLead);
        await handler.Open(agent.Address);
        await handler.Upload("Attach.File", "film.txt", Scan(40));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, handler.Status);
        Assert.Contains("10 MB", handler.Text("details[open] #Attach_File-error"), StringComparison.Ordinal);
    }

    private static byte[] Scan(int megabytes)
    {
        var scan = new byte[megabytes * 1024 * 1024];
        Array.Fill(scan, (byte)'a');
        return scan;
    }
}

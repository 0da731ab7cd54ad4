using System.Net;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Organisation.Rights;
using Loket.Testing;
using Loket.Web.Rights;
using NodaTime;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Role by endpoint by own, other team's and confidential (row K2), made from the running program: a page that is new is asked by itself.</summary>
public sealed class RightsMatrixTests(MatrixTowns towns) : IClassFixture<MatrixTowns>
{
    [Theory, BothDatabases]
    public async Task Nobody_reads_anywhere_what_they_may_not_know_and_everybody_what_they_may(Database database)
    {
        var town = await towns.On(database);
        var doors = (await Door.All()).Where(door => door.For != Door.Everyone && !door.IsApi).DistinctBy(door => door.Name).ToList();
        var (complaints, asked, versions) = (new List<string>(), 0, await town.Versions());
        var mayReadInMail = new Dictionary<string, IReadOnlyList<MarkedCase>>(StringComparer.OrdinalIgnoreCase)
        {
            [MatrixTown.MailOf(Standing.OwnTeam)] = [town.Own], [MatrixTown.MailOf(Standing.Bounded)] = [town.Own], [MatrixTown.MailOf(Standing.OfTheGroup)] = [town.Own, town.Other],
            [MatrixTown.MailOfOther] = [town.Own, town.Other], [MatrixTown.MailOfLead] = [town.Own, town.Other], [MatrixTown.MailOfHandler] = [town.Other], [MatrixTown.MailOfOtherLead] = [town.Own, town.Other],
        };
        foreach (var (role, standing) in Readers())
        {
            var (visitor, actor) = await town.SignIn(role, standing);
            using (visitor)
            {
                var walk = new MatrixWalk(town, visitor, actor, role, standing);
                complaints.AddRange(await walk.Through(doors));
                asked += walk.Asked;
            }

            mayReadInMail[MatrixTown.MailOf(role, standing)] = [.. town.KnownTo(standing).Where(marked => actor.May(Right.SeePersonalData) && marked != town.Secret)];
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{asked} requests");
        if (!versions.SequenceEqual(await town.Versions())) complaints.Add("Somebody changed a case that they may not know of");

        // What comes near and is late, each step by itself, and the overviews of the mornings.
        for (var day = 4; day < 20; day++) await town.Town.At(new LocalDateTime(2026, 3, day, 9, 0));
        var told = new HashSet<(string To, MarkedCase Marked)>();
        foreach (var mail in town.Mailbox.Mail.Arrived)
        {
            using var read = mail.Read();
            var text = $"{read.Subject}\n{read.TextBody}\n{read.HtmlBody}";
            foreach (var to in mail.To) told.UnionWith(town.All.Where(marked => text.Contains(marked.Marker, StringComparison.OrdinalIgnoreCase)).Select(marked => (to, marked)));
            foreach (var to in mail.To.Where(mayReadInMail.ContainsKey))
                complaints.AddRange(town.All.Except(mayReadInMail[to]).Where(marked => text.Contains(marked.Marker, StringComparison.OrdinalIgnoreCase)).Select(marked => $"A mail to {to} tells of {marked.Marker}: {read.Subject}"));
        }

        // Else it would prove nothing: of what comes near the handler may not know any more, so their lead is told in their place.
        foreach (var (to, marked) in ((string, MarkedCase)[])[(MatrixTown.MailOfLead, town.Own), (MatrixTown.MailOfOtherLead, town.Other)])
        {
            if (!told.Contains((to, marked))) complaints.Add($"No mail to {to} tells of {marked.Marker}");
        }

        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    [Theory, BothDatabases]
    public async Task No_program_reads_what_it_may_not_know_either(Database database)
    {
        var town = await towns.On(database);
        var doors = (await Door.All()).Where(door => door.For != Door.Everyone && door.IsApi && door.Methods.Contains("GET")).DistinctBy(door => door.Name).ToList();
        var complaints = new List<string>();
        foreach (var rights in (IReadOnlyList<Right[]>)[[Right.SeeCases], [Right.SeeCases, Right.SeePersonalData, Right.RegisterContacts], [Right.RegisterContacts], [Right.SeePersonalData]])
        {
            using var program = await town.Town.Program(rights);
            var mayRead = rights.Contains(Right.SeePersonalData) ? town.KnownTo(Standing.OwnTeam) : [];
            foreach (var door in doors)
            {
                foreach (var reference in door.Name.Contains("{reference}", StringComparison.Ordinal) ? town.All.SelectMany(marked => marked.References) : [""])
                {
                    var address = "/" + door.Path(part => part == "reference" ? reference : null);
                    using var answer = await program.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                    var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    var who = $"A program with {string.Join(" and ", rights)}";
                    if (!door.Declared.OfType<RightAttribute>().All(right => right.AnyOf.Any(one => rights.Contains(one))) && answer.StatusCode != HttpStatusCode.Forbidden)
                        complaints.Add($"{who} gets {(int)answer.StatusCode} for {door.Name}, which is not for it");
                    // Else all this would prove nothing.
                    if (door.Name == "api/v1/cases/{reference}" && rights.Contains(Right.SeeCases))
                        complaints.AddRange(mayRead.Where(marked => marked.Reference == reference && !text.Contains(marked.Marker, StringComparison.OrdinalIgnoreCase)).Select(marked => $"{who} does not read {marked.Marker} at {address}"));
                    if (answer.IsSuccessStatusCode && town.Secret.References.Contains(reference)) complaints.Add($"{who} is shown {address}");
                    complaints.AddRange(town.All.Except(mayRead).Where(marked => text.Contains(marked.Marker, StringComparison.OrdinalIgnoreCase)).Select(marked => $"{who} reads {marked.Marker} at {address}"));
                }
            }
        }

        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    [Theory, BothDatabases]
    public async Task Every_list_number_and_file_holds_what_its_reader_may_see_and_a_team_puts_its_own_to_sleep_alone(Database database)
    {
        var town = await towns.On(database);
        var complaints = new List<string>();
        foreach (var role in Enum.GetValues<Role>().Where(MatrixWalk.MeetsCases))
        {
            foreach (var standing in Enum.GetValues<Standing>())
            {
                var (visitor, actor) = await town.SignIn(role, standing, "lists-");
                using (visitor) complaints.AddRange(await new MatrixLists(town, visitor, actor, role, standing).Through());
            }
        }

        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    // Who sees neither cases nor people stands in one place only. What is read in the other team is what is read in the own one; what stands on which list is asked apart.
    private static IEnumerable<(Role Role, Standing Standing)> Readers() =>
        from role in Enum.GetValues<Role>()
        from standing in Enum.GetValues<Standing>()
        where standing == Standing.OwnTeam || (standing != Standing.OtherTeam && MatrixWalk.MeetsCases(role))
        select (role, standing);
}

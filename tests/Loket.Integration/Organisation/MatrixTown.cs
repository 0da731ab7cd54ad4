using Loket.Cases;
using Loket.Cases.Bounding;
using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Bounding;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>A case with a word that stands nowhere else, in all that a resident said: subject, text, place, name.</summary>
/// <param name="Marker">That word.</param>
/// <param name="Sought">The first name, by which it is looked for.</param>
/// <param name="Phone">The resident's number.</param>
/// <param name="References">Its own number, that of the resident, and that of the request to be called back.</param>
/// <param name="Id">The case.</param>
/// <param name="Customer">The resident.</param>
internal sealed record MarkedCase(string Marker, string Sought, string Phone, IReadOnlyList<string> References, Guid Id, Guid Customer)
{
    /// <summary>The number of the case.</summary>
    public string Reference => References[0];
}

/// <summary>Where a reader stands towards the three cases.</summary>
internal enum Standing
{
    /// <summary>In the team that has one of them.</summary>
    OwnTeam,

    /// <summary>In the team that has another of them.</summary>
    OtherTeam,

    /// <summary>In a team that is bounded to the area and kind of the first.</summary>
    Bounded,

    /// <summary>In the team for what is confidential.</summary>
    OfTheGroup,
}

/// <summary>A town with three cases: of a team, of another team elsewhere, and a confidential one. And with people of every role towards them.</summary>
internal sealed class MatrixTown : IAsyncDisposable
{
    /// <summary>Where the mail of the other team comes in.</summary>
    public const string MailOfOther = "other@matrix.example";

    /// <summary>Where the mail of the lead of the own team comes in.</summary>
    public const string MailOfLead = "lead@matrix.example";

    /// <summary>Where that of the handler of the first case comes in, who has it and may not know of it any more.</summary>
    public const string MailOfHandler = "handler@matrix.example";

    /// <summary>Where that of the lead of the other team comes in.</summary>
    public const string MailOfOtherLead = "other-lead@matrix.example";

    /// <summary>The name of who joined the first case by telephone, without saying where.</summary>
    public const string Joined = "Steranijs";

    private const string Handler = "matrix-handler";
    private const string Area = "nieuwemeer";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private MatrixTown(Town town, Mailbox mailbox) => (Town, Mailbox) = (town, mailbox);

    /// <summary>A reference that nobody has.</summary>
    public static string Nobodys { get; } = Reference.FromNumber("PLD", 7).ToString();

    /// <summary>An identity that nothing has.</summary>
    public static Guid NobodysId { get; } = Guid.NewGuid();

    public Town Town { get; }

    /// <summary>Where mail to the people and teams comes in.</summary>
    public Mailbox Mailbox { get; }

    public MarkedCase Own { get; private set; } = null!;

    public MarkedCase Other { get; private set; } = null!;

    public MarkedCase Secret { get; private set; } = null!;

    /// <summary>Who called about the first and the second in one call, and was answered about the second.</summary>
    public Guid Two { get; private set; }

    /// <summary>What each role is answered to each form of each page about what is not there.</summary>
    public Dictionary<(Role Role, string Page, string Form), string> ToNobody { get; } = [];

    public IReadOnlyList<MarkedCase> All => [Own, Other, Secret];

    public static async Task<MatrixTown> On(Database database)
    {
        var town = await Town.On(database);
        var matrix = new MatrixTown(town, await Mailbox.In(town));
        town.SetTo(hour: 10);
        var group = (await town.Use<TeamDirectory, TeamCard?>(teams => teams.Find("income-and-debt", Cancel)))!.Groups;
        var keys = await matrix.SetUp(new OrganisationPlan(
            Calendar: new CalendarDetails(EachDay("08:30-17:00"), PhoneHours: EachDay("10:00-12:00 13:00-17:00")),
            Teams:
            [
                new PlannedTeam(TeamOf(Standing.OwnTeam), "Eigen team", "matrix-lead", MailOf(Standing.OwnTeam), Areas: [Area]),
                new PlannedTeam(TeamOf(Standing.OtherTeam), "Ander team", "matrix-other-lead", MailOfOther),
                new PlannedTeam(TeamOf(Standing.Bounded), "Begrensd team", Email: MailOf(Standing.Bounded)),
                new PlannedTeam(TeamOf(Standing.OfTheGroup), "Vertrouwd team", Email: MailOf(Standing.OfTheGroup), Groups: group),
            ],
            Staff:
            [
                new PlannedStaff("matrix-lead", "Lead", [Role.TeamLead], [TeamOf(Standing.OwnTeam)], MailOfLead), new PlannedStaff(Handler, "Handler", [Role.Handler], [TeamOf(Standing.OwnTeam)], MailOfHandler),
                new PlannedStaff("matrix-other-lead", "Other lead", [Role.TeamLead], [TeamOf(Standing.OtherTeam)], MailOfOtherLead),
            ]));

        matrix.Own = await matrix.Plant("Wortelkever", "Pimpernel", "+31611110001", "vermin", Area, keys.Teams[TeamOf(Standing.OwnTeam)], keys.Staff[Handler]);
        matrix.Other = await matrix.Plant("Zandmotor", "Wederik", "+31611110002", "noise", "hoofddorp", keys.Teams[TeamOf(Standing.OtherTeam)]);
        matrix.Secret = await matrix.Plant("Kwartelei", "Sleutelbloem", "+31611110003", "debt", Area, keys.Teams[TeamOf(Standing.OfTheGroup)]);
        await matrix.PlantOthers();
        var type = (await town.Sees(Actor.System, matrix.Own.Reference)).Type;
        var bounded = await town.Use<SetBounds, Result<Done>>(set => set.Handle(
            new SetBounds.Request(RequestKey.None, new BoundOwner(keys.Teams[TeamOf(Standing.Bounded)], null), [Area], [type], Actor.System), Cancel));
        Assert.True(bounded.Succeeded, bounded.Failure?.Code);
        foreach (var other in (MarkedCase[])[matrix.Other, matrix.Secret])
        {
            var linked = await town.Use<LinkCases, Result<ChangedCase>>(async link => await link.Handle(
                new CaseChange(RequestKey.None, (await town.Sees(Actor.System, matrix.Own.Reference)).Id, Actor.System), other.Reference, LinkedAs.Related, Cancel));
            Assert.True(linked.Succeeded, linked.Failure?.Code);
        }

        await town.Bound(Handler, "hoofddorp");
        await town.RunJobs();
        return matrix;
    }

    /// <summary>How often each of the three was changed.</summary>
    public async Task<IReadOnlyList<int>> Versions()
    {
        var versions = new List<int>();
        foreach (var marked in All) versions.Add((await Town.Sees(Actor.System, marked.Reference)).Version);
        return versions;
    }

    /// <summary>Of which of the three somebody may know.</summary>
    public IReadOnlyList<MarkedCase> KnownTo(Standing standing) => standing switch
    {
        Standing.Bounded => [Own],
        Standing.OfTheGroup => [Own, Other, Secret],
        _ => [Own, Other],
    };

    /// <summary>Somebody with a role who stands there, signed in; another one for each test, as a code is good for one time.</summary>
    public async Task<(Visitor Visitor, Actor Actor)> SignIn(Role role, Standing standing, string test = "")
    {
        var name = test + NameOf(role, standing);
        await SetUp(new OrganisationPlan(Staff: [new PlannedStaff(name, name, [role], [TeamOf(standing)], test + MailOf(role, standing), Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey))]));
        var visitor = new Visitor(Town.Client());
        await visitor.SignIn(name);
        return (visitor, await Town.ActorOf(name));
    }

    public async ValueTask DisposeAsync()
    {
        await Mailbox.DisposeAsync();
        await Town.DisposeAsync();
    }

    /// <summary>Where the mail of a team comes in.</summary>
    public static string MailOf(Standing standing) => TeamOf(standing) + "@matrix.example";

    /// <summary>Where the mail of somebody comes in.</summary>
    public static string MailOf(Role role, Standing standing) => NameOf(role, standing) + "@matrix.example";

    private static string NameOf(Role role, Standing standing) => $"{role}-{standing}".ToLowerInvariant();

    private static string TeamOf(Standing standing) => "matrix-" + standing.ToString().ToLowerInvariant();

    private static string EachDay(string hours) => string.Join('\n', Enumerable.Range(1, 5).Select(day => $"{day} {hours}"));

    private async Task<OrganisationKeys> SetUp(OrganisationPlan plan)
    {
        var made = await Town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(plan, Cancel));
        Assert.True(made.Succeeded, made.Failure?.Code);
        return made.Value;
    }

    private async Task PlantOthers()
    {
        var taker = await Town.Somebody(Role.Handler, "income-and-debt");
        var (own, other) = (new CaseId(Own.Id), new CaseId(Other.Id));
        var called = await Town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(
                RequestKey.None,
                new NewContact(Channel.Phone, null, new CustomerDetails("Brandnetel Tweeling", "+31611110004"), MessageChannel.Phone,
                    [new NewMatter($"Weer {Own.Marker}", Category: "vermin", Place: new Place { Area = Area }), new NewMatter($"Weer {Other.Marker}", Category: "noise", Place: new Place { Area = "hoofddorp" })]),
                [new MatterEnding.Join(own), new MatterEnding.Join(other)], taker), Cancel));
        Assert.True(called.Succeeded, called.Failure?.Code);
        Two = called.Value.Customer!.Value.Value;
        var text = $"Van de {Other.Marker.ToLowerInvariant()} horen wij nu niets meer.";
        var answered = await Town.Use<AnswerCase, Result<ChangedCase>>(answer => answer.Handle(new CaseChange(RequestKey.None, other, Actor.System), text, null, Cancel));
        Assert.True(answered.Succeeded, answered.Failure?.Code);
        await Town.Receives(taker, new NewMatter("Die kever weer", Category: "vermin"), new MatterEnding.Join(own), new CustomerDetails($"{Joined} Jansen", "+31611110005"), MessageChannel.Phone);
    }

    private async Task<MarkedCase> Plant(string marker, string sought, string phone, string category, string area, TeamId team, StaffId? handler = null)
    {
        var taker = await Town.Somebody(Role.Handler, "income-and-debt");
        var receipt = await Town.Receives(
            taker, new NewMatter($"{marker} gezien", $"Mijn buurman heeft het over {marker}.", Category: category, Place: new Place { Area = area, Text = $"naast {marker}" }),
            new MatterEnding.NewCase(), new CustomerDetails($"{sought} {marker}", phone), MessageChannel.Phone);
        var assigned = await Town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(new CaseChange(RequestKey.None, receipt.Case!.Value, Actor.System), team, handler, Cancel));
        Assert.True(assigned.Succeeded, assigned.Failure?.Code);
        Assert.True(Reference.TryParse(receipt.Reference, out var matter));
        var called = await Town.Use<MakeCallback, Result<RegisteredCallback>>(make => make.Handle(
            new MakeCallback.Request(RequestKey.None, matter, new NewCallback(new CallbackOwner(team, null), CallbackCalls.Window(3, 13, 15), About: $"Over {marker}"), taker), Cancel));
        Assert.True(called.Succeeded, called.Failure?.Code);
        var seen = await Town.Sees(Actor.System, receipt.Reference);
        return new MarkedCase(marker, sought, phone, [seen.Reference, receipt.Reference, called.Value.Reference], receipt.Case!.Value.Value, seen.Participants[0].Customer!.Value.Value);
    }
}

using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Organisation.Settings;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>A team with a handler, a deputy, a lead and the manager of its area; the deputy and the lead are on duty. Residents are called from ten to twelve and from one to five.</summary>
internal sealed record Crew(Town Town, TeamId Team, StaffId Handler, StaffId Lead)
{
    public static async Task<Crew> In(Town town)
    {
        town.SetTo(hour: 10);
        var made = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(
            Calendar: new CalendarDetails(EachDay("08:30-17:00"), PhoneHours: EachDay("10:00-12:00 13:00-17:00")),
            Teams: [new PlannedTeam("crew", "Herstelploeg", "lead", Areas: ["nieuwemeer"])],
            Staff:
            [
                new("handler", "H. Handler", [Role.Handler], ["crew"], "handler@crew.example", Deputy: "deputy"),
                new("deputy", "D. Deputy", [Role.Handler], ["crew"], "deputy@crew.example"),
                new("lead", "L. Lead", [Role.TeamLead], ["crew"], "lead@crew.example"),
                new("manager", "M. Manager", [Role.AreaManager], ["crew"], "manager@crew.example"),
            ],
            OnCall: [new PlannedDuty(Instant.FromUtc(2026, 3, 7, 0, 0), Instant.FromUtc(2026, 3, 8, 0, 0), ["deputy", "lead"])]), TestContext.Current.CancellationToken));
        Assert.True(made.Succeeded, made.Failure?.Code);
        return new Crew(town, made.Value.Teams["crew"], made.Value.Staff["handler"], made.Value.Staff["lead"]);
    }

    private static string EachDay(string hours) => string.Join('\n', Enumerable.Range(1, 5).Select(day => $"{day} {hours}"));

    /// <summary>A case that this team has, and one of its people where given.</summary>
    public async Task<MatterReceipt> Takes(NewMatter matter, StaffId? handler)
    {
        var receipt = await Town.Receives(await Town.Somebody(Role.Agent), matter, new MatterEnding.NewCase());
        var assigned = await Town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(new CaseChange(RequestKey.None, receipt.Case!.Value, Actor.System), Team, handler, TestContext.Current.CancellationToken));
        Assert.True(assigned.Succeeded, assigned.Failure?.Code);
        return receipt;
    }
}

/// <summary>What reached the crew.</summary>
internal static class ToldCrew
{
    /// <summary>Who of the crew got mail, in the order in which it came.</summary>
    public static List<string> Told(this Mailbox mailbox) =>
        [.. mailbox.Mail.Arrived.SelectMany(mail => mail.To).Where(address => address.EndsWith("@crew.example", StringComparison.Ordinal)).Select(address => address.Split('@')[0])];
}

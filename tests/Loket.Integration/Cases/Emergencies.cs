using Loket.Cases.Emergency;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Emergency;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What happens in the stories about emergencies, told in few words.</summary>
internal static class Emergencies
{
    public const string Subject = "Schulden lopen op";
    public const string Reason = "De deurwaarder staat nu bij de inwoner voor de deur.";
    public static readonly CustomerDetails Jo = new("Jo Bakker", "+31612345678");

    /// <summary>A contact about a debt became a case, which only the team for debts may know of.</summary>
    public static async Task<MatterReceipt> Debt(this Town town) => await town.Receives(
        await town.Somebody(Role.Handler, "income-and-debt"), new NewMatter(Subject, "Kan dat worden gestopt?", Category: "debt", Place: Calls.Lamp), new MatterEnding.NewCase(), Jo);

    /// <summary>Somebody of no team, as the program sees them.</summary>
    public static async Task<Actor> Colleague(this Town town, string name, params IReadOnlyList<Role> roles)
    {
        await town.Make(new PlannedStaff(name, name, roles, [], name + "@gemeente.example"));
        return await town.ActorOf(name);
    }

    public static async Task<Actor> ActorOf(this Town town, string name)
    {
        var card = await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find(name, TestContext.Current.CancellationToken));
        return (await town.Use<Actors, Actor?>(actors => actors.Of(card!.Id, TestContext.Current.CancellationToken)))!;
    }

    public static Task<Result<CaseInEmergency>> Opens(this Town town, Actor by, string? reference, string? reason = Reason) => town.Use<OpenCaseInEmergency, Result<CaseInEmergency>>(
        open => open.Handle(new OpenCaseInEmergency.Request(RequestKey.None, reference, reason, by), TestContext.Current.CancellationToken));

    public static Task<Result<Done>> Judges(this Town town, Actor by, EmergencyId emergency, EmergencyVerdict verdict, string? remark = null) => town.Use<ReviewEmergency, Result<Done>>(
        review => review.Handle(new ReviewEmergency.Request(RequestKey.None, emergency, verdict, remark, by), TestContext.Current.CancellationToken));

    public static Task<IReadOnlyList<EmergencyCard>> Waiting(this Town town, Actor by) =>
        town.Use<ReadEmergencies, IReadOnlyList<EmergencyCard>>(read => read.Waiting(by, TestContext.Current.CancellationToken));
}

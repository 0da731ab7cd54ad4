using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Cases.Norms;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

public sealed class NormTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("bankje kapot bij de speeltuin");

    [Theory, BothDatabases]
    public async Task An_objection_gets_six_weeks_by_the_law_a_receipt_with_its_date_and_is_never_joined(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var lead = await town.Somebody(Role.TeamLead);
        var report = await town.Receives(agent, Bench, new MatterEnding.NewCase());
        var objection = await town.Receives(agent, new NewMatter("Ik maak bezwaar", FormalPaper: FormalPaper.Objection), new MatterEnding.NewCase(), new CustomerDetails("C. Bewoner", Email: "c@example.nl"), MessageChannel.Email);

        var view = await town.Sees(lead, objection.Reference);
        var joined = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Letter, null, new CustomerDetails(), null, [new NewMatter("bezwaar", FormalPaper: FormalPaper.Objection)]),
                [new MatterEnding.Join(report.Case!.Value)], agent), Cancel));

        Assert.Equal(new LocalDate(2026, 4, 14), view.DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date);
        Assert.Equal("case.formal-paper-never-joined", joined.Failure?.Code);
        Assert.Contains(await town.MessagesOf(view.Id.Value), message => message.Kind == MessageKind.Receipt);
    }
}

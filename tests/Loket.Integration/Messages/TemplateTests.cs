using Loket.Kernel;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Storage;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Messages;

public sealed class TemplateTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TemplateText Own = new("Ontvangen: {{subject}}", "Ontvangen ({{reference}})", "Dank u. Uw kenmerk is {{reference}}.");
    private readonly Guid lamp = Guid.NewGuid();

    [Theory, BothDatabases]
    public async Task The_municipality_writes_a_text_of_its_own_and_takes_it_back(Database database)
    {
        await using var town = await Town.On(database);

        Assert.Equal(1, (await Change(town, Own, version: 0)).Value);
        Assert.Equal(StorageFailures.ChangedMeanwhile, (await Change(town, Own, version: 0)).Failure);
        Assert.Equal(2, (await Change(town, Own with { Subject = "Binnen: {{subject}}" }, version: 1)).Value);
        await town.Queues(Sender.Receipt(MessageAddress.Email("e.bakker@example.nl"), @case: lamp));
        Assert.Equal("Binnen: Lamp 118-042 brandt niet", (await town.Sees(lamp)).Content!.Subject);

        await town.Use<RestoreTemplate, Result<Done>>(use => use.Handle(new(RequestKey.None, TemplateKeys.ReceiptReport, "nl", Sender.Clerk), Cancel));
        var other = Guid.NewGuid();
        await town.Queues(Sender.Receipt(MessageAddress.Email("e.bakker@example.nl"), @case: other));
        Assert.Equal("Wij hebben uw melding ontvangen (7K4-Q2MD)", (await town.Sees(other)).Content!.Subject);
    }

    [Theory, BothDatabases]
    public async Task A_text_with_a_field_that_is_never_filled_in_is_refused(Database database)
    {
        await using var town = await Town.On(database);

        var refused = await Change(town, Own with { Body = "Uw nummer is {{bsn}}." }, version: 0);

        Assert.Equal(("message.field-unknown", "bsn"), (refused.Failure?.Code, refused.Failure?.Arguments[0]));
    }

    [Theory, BothDatabases]
    public async Task An_own_text_that_can_no_longer_be_filled_in_gives_way_to_the_standard_text(Database database)
    {
        await using var town = await Town.On(database);
        await Change(town, Own, version: 0);
        await using (var db = town.Open())
            await db.Set<MessageTemplate>().ExecuteUpdateAsync(set => set.SetProperty(template => template.Body, "{{gone}}"), Cancel);

        var queued = await town.Queues(Sender.Receipt(MessageAddress.Email("e.bakker@example.nl"), @case: lamp));

        Assert.Null(queued.Failure);
        Assert.StartsWith("Wij hebben", (await town.Sees(lamp)).Content!.Subject, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_value_that_is_missing_is_kept_as_a_failure_that_names_it(Database database)
    {
        await using var town = await Town.On(database);

        var queued = await town.Queues(Sender.Receipt(MessageAddress.Email("e.bakker@example.nl"), @case: lamp) with
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "Lamp" },
        });

        Assert.Equal(("message.field-missing", "reference"), (queued.Failure?.Code, queued.Failure?.Arguments[0]));
        Assert.Equal("reference", (await town.Sees(lamp)).Failure!.Arguments[0]);
    }

    private static Task<Result<int>> Change(Town town, TemplateText text, int version) => town.Use<ChangeTemplate, Result<int>>(use =>
        use.Handle(new(RequestKey.None, TemplateKeys.ReceiptReport, "nl", text, version, Sender.Clerk), Cancel));
}

using Loket.Kernel;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Messages;

/// <summary>Queues messages in a town as other rooms do, and looks at what became of them.</summary>
internal static class Sender
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>Somebody who may do all that is done with messages.</summary>
    public static Actor Clerk { get; } = new(new Who(WhoKind.Staff, Guid.NewGuid()),
        [Right.SeePersonalData, Right.RegisterContacts, Right.PrintLetters, Right.MendDelivery, Right.Configure], [], []);

    public static Envelope Receipt(MessageAddress to, string language = "nl", Guid? @case = null) => new()
    {
        Kind = MessageKind.Receipt,
        To = to,
        Template = TemplateKeys.ReceiptReport,
        Values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reference"] = "7K4-Q2MD", ["subject"] = "Lamp 118-042 brandt niet", ["deadline"] = "donderdag 26 november", ["pin"] = "493817",
        },
        Event = Guid.NewGuid(),
        Person = Guid.NewGuid(),
        Language = language,
        About = new MessageAbout(Case: @case),
    };

    public static Task<Queued> Queues(this Town town, Envelope envelope) => town.Use<Outbox, Queued>(outbox =>
        town.Use<UnitOfWork, Queued>(async unit =>
            (await unit.Run<Queued>(async work => await outbox.Queue(work, envelope, Cancel), Cancel)).Value));

    public static async Task<MessageView> Sees(this Town town, Guid @case, Actor? reader = null) => Assert.Single(
        await town.Use<ReadMessages, IReadOnlyList<MessageView>>(read => read.OfCase(@case, reader ?? Clerk, 50, null, Cancel)));

    public static async Task<IReadOnlyList<IJournalEvent?>> Journal(this Town town, Guid subject) =>
        [.. (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(subject, Audience.Audit, 50, null, Cancel))).Select(line => line.Happened)];
}

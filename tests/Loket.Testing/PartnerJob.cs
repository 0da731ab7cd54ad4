using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Journal;

namespace Loket.Testing;

/// <summary>A lamp that a resident called about and that was handed over to a partner with two people.</summary>
public sealed class PartnerJob
{
    private static readonly Place Lamp = new() { Address = "Nieuwemeerdijk 12", Area = "nieuwemeer", Asset = "118-042", X = 115_000, Y = 484_000 };

    private readonly Town town;
    private readonly Actor agent;
    private readonly HandoverView handover;

    private PartnerJob(Town town, Actor agent, string reference, HandoverView handover, PartnerCard partner) =>
        (this.town, this.agent, Reference, this.handover, Partner) = (town, agent, reference, handover, partner);

    /// <summary>The partner, as it stands now.</summary>
    public PartnerCard Partner { get; private set; }

    /// <summary>The reference that the resident got.</summary>
    public string Reference { get; }

    /// <summary>The handover.</summary>
    public HandoverId Id => handover.Id;

    /// <summary>One in this town.</summary>
    /// <param name="town">The town.</param>
    /// <param name="subject">What the resident said.</param>
    /// <param name="place">Where, if not at the lamp's own address.</param>
    public static async Task<PartnerJob> In(Town town, string subject = "lamp 118-042 brandt niet", Place? place = null)
    {
        var agent = await town.Somebody(Role.Agent);
        var receipt = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(
                RequestKey.None,
                new NewContact(Channel.Phone, null, new CustomerDetails("Jansen", "+31612345678"), null, [new NewMatter(subject, Category: "street-light", Place: place ?? Lamp)]),
                [new MatterEnding.NewCase()], agent), CancellationToken.None));
        var reference = receipt.Value.Matters[0].Reference;
        var found = (await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(reference, agent, "test", CancellationToken.None))).Value;
        var partner = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(found.Partner!.Value, CancellationToken.None)))!;
        var job = new PartnerJob(town, agent, reference, found.Handovers[0], partner);
        return await job.Share(partner.Sharing);
    }

    /// <summary>The path of the link of one of its people.</summary>
    public string Link(int person) => "/partner/" + PartnerLinks.TokenFor(town.Tenant.Keys, handover.Id, Partner.People[person].Id);

    /// <summary>Somebody at a browser.</summary>
    public Visitor Visitor() => new(town.Client());

    /// <summary>The case as an agent sees it.</summary>
    public async Task<CaseView> Case() => (await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(Reference, agent, "test", CancellationToken.None))).Value;

    /// <summary>How the handover stands.</summary>
    public async Task<HandoverView> Handover() => (await Case()).Handovers.Single(one => one.Id == handover.Id);

    /// <summary>What happened, the last first.</summary>
    public Task<IReadOnlyList<TimelineLine>> Timeline(Audience upTo = Audience.Staff) =>
        town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(handover.Case.Value, upTo, 100, null, CancellationToken.None));

    /// <summary>A colleague puts a file with the case, and sends it along.</summary>
    public async Task<PartnerJob> Gives(string name, byte[] content)
    {
        var handler = await town.Somebody(Role.TeamLead);
        using var stream = new MemoryStream(content);
        var received = await town.Use<ReceiveFile, Result<ReceivedFile>>(receive => receive.Handle(stream, name, CancellationToken.None));
        var change = new CaseChange(RequestKey.None, handover.Case, handler);
        var attached = await town.Use<AttachToCase, Result<ChangedCase>>(attach => attach.Handle(change, received.Value, CancellationToken.None));
        var files = await town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(documents => documents.Of([handover.Case.Value], handler, CancellationToken.None));
        var given = await town.Use<GiveFiles, Result<ChangedCase>>(give => give.Handle(change, [files[^1].Id], CancellationToken.None));
        return (attached.Failure ?? given.Failure) is { } failure ? throw new InvalidOperationException(failure.Code) : this;
    }

    /// <summary>Changes what of residents goes along to the partner.</summary>
    public async Task<PartnerJob> Share(Sharing sharing)
    {
        var now = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(Partner.Id, CancellationToken.None)))!;
        var details = new PartnerDetails(now.Key, now.Name, now.Email, now.ResponseNorm, sharing, now.Phone,
            [new PartnerPersonDetails("A. Monteur", "a@partner.example"), new PartnerPersonDetails("B. Planner", "b@partner.example")],
            PicturesGoAlong: now.PicturesGoAlong);
        var changed = await town.Use<ChangePartner, Result<Done>>(change => change.Handle(new ChangePartner.Request(RequestKey.None, now.Id, now.Version, details, Actor.System), CancellationToken.None));
        if (!changed.Succeeded) throw new InvalidOperationException(changed.Failure.Code);
        Partner = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(now.Id, CancellationToken.None)))!;
        return this;
    }
}

using Loket.Cases;
using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake;
using Loket.Intake.Papers;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Loket.Intake.Residents;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Drafts;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Drafts;
using Loket.Web.Pages.Staff.Callbacks;
using Loket.Web.Pages.Staff.Customers;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Loket.Web.Pages.Staff.Intake;

/// <summary>New contact: one screen, in any order, with what it may be a repeat of beside it (rows A1, A2, A3, A11, A12, A13).</summary>
[Right(Right.RegisterContacts)]
public sealed class NewContactModel(
    RegisterContact register, AddMatter add, ReadReceipt receipts, SuggestBeside suggest, ReadPlace places, FindCase cases, ProposeCategory propose, NameBooks books,
    OpenMatters open, KeptFiles files, Calendars calendars, PartnerDirectory partners, CallbackChoices choices, OpenDrafts drafts, TenantContext tenant) : DraftingPage
{
    private const string NoPaper = "none";

    /// <summary>Alt with a number chooses among the first.</summary>
    public const int MostKeys = 9;

    // As long as the number of an object can be.
    private const int LongestAsset = 40;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public IntakeForm Form { get; set; } = new();

    /// <summary>A reference of the same contact, when it is about one more thing.</summary>
    [BindProperty(SupportsGet = true, Name = "bij")]
    public string? Beside { get; set; }

    /// <summary>The draft that is gone on with; each new contact has one of its own, as one caller may wait while another is written down.</summary>
    [BindProperty(SupportsGet = true, Name = "concept")]
    public Guid? Concept { get; set; }

    /// <summary>How many other contacts the reader began to write down.</summary>
    public int Begun { get; private set; }

    /// <summary>The contact that it is one more thing of.</summary>
    public TakenMatter? Same { get; private set; }

    /// <summary>Whether somebody asked what it may be.</summary>
    public bool Looked { get; private set; }

    /// <summary>What it may be a repeat of, best first.</summary>
    public IReadOnlyList<Match> Matches { get; private set; } = [];

    /// <summary>How many more look like it.</summary>
    public int MoreMatches { get; private set; }

    /// <summary>Who used this number or e-mail address before.</summary>
    public IReadOnlyList<KnownCustomer> Known { get; private set; } = [];

    /// <summary>How many contacts still wait for an ending.</summary>
    public int Open { get; private set; }

    /// <summary>The formal paper that the words point to.</summary>
    public FormalPaper? Proposed { get; private set; }

    /// <summary>The subject that is taken when nobody chooses one, because an object says enough.</summary>
    public string? Category { get; private set; }

    /// <summary>Where it is, as it was read.</summary>
    public Place Place { get; private set; } = Place.Unknown;

    /// <summary>The addresses that what is typed at the place can mean, best first.</summary>
    public IReadOnlyList<AddressCard> Addresses { get; private set; } = [];

    /// <summary>Whether the address service does not answer; what is typed is kept all the same.</summary>
    public bool AddressesDown { get; private set; }

    /// <summary>The address that was chosen among them.</summary>
    public AddressCard? Exactly => Addresses.FirstOrDefault(address => address.Written == Form.WhereExactly);

    /// <summary>Whether the reader is asked which address is meant: one that is read for certain needs no question.</summary>
    public bool AsksAddress => Exactly is not null || (Addresses.Count > 0 && Place.X is null && !(Addresses is [var only] && only.StreetAndNumber == Place.Address));

    /// <summary>Who with this number is called back already.</summary>
    public IReadOnlyList<CallbackRow> Callbacks { get; private set; } = [];

    /// <summary>When somebody can be called back.</summary>
    public IReadOnlyList<Choice> Times { get; private set; } = [];

    /// <summary>Who can call back.</summary>
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    /// <summary>Names for what is shown.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>The municipality's clock.</summary>
    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>Whether the reader sees who people are.</summary>
    public bool SeesPeople => Actor.May(Right.SeePersonalData);

    /// <summary>The channels.</summary>
    public IReadOnlyList<Choice> Channels => Choices(Enum.GetValues<Channel>());

    /// <summary>Ways to be told.</summary>
    public IReadOnlyList<Choice> Replies => Choices([MessageChannel.Email, MessageChannel.Sms, MessageChannel.Letter, MessageChannel.Phone, MessageChannel.Desk]);

    /// <summary>What somebody can be.</summary>
    public IReadOnlyList<Choice> Kinds => RectifyModel.Kinds;

    /// <summary>Formal papers.</summary>
    public IReadOnlyList<Choice> Papers => [new(NoPaper, Words["Paper.No"]), .. Choices(Enum.GetValues<FormalPaper>())];

    /// <summary>What somebody else can do for the person whom it is about.</summary>
    public IReadOnlyList<Choice> Assistances => [.. Enum.GetValues<Assistance>().Select(how => new Choice(how.ToString(), Words[how.ToString()]))];

    /// <summary>Organisations to which it can be forwarded.</summary>
    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    /// <summary>Areas.</summary>
    public IReadOnlyList<Choice> Areas => [.. Names.Areas.All.Where(area => area.Kind != AreaKind.AreaTeam)
        .OrderBy(area => area.Name.TrimStart('\'', '’'), StringComparer.CurrentCulture).Select(area => new Choice(area.Key, area.Name))];

    /// <summary>Shows an empty form, for somebody whose page it was opened from.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "klant")] Guid? customer, CancellationToken cancel)
    {
        Form.Customer = customer;
        await Load(cancel);
        if (customer is not null) await Look(cancel);
        if (Beside is not null && Same is null) return NotFound();
        // At a desk the desk; who prints slips stands at one.
        Form.Channel = Actor.May(Right.PrintLetters) || !Actor.May(Right.SeeCases) ? Channel.Desk : Channel.Phone;
        return Page();
    }

    /// <summary>Looks what it may be, without script.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancel)
    {
        await KeepFiles(cancel);
        await Load(cancel);
        await Look(cancel);
        return Page();
    }

    /// <summary>Looks what it may be, while typing: the part of the page that shows it.</summary>
    public async Task<IActionResult> OnPostSimilarAsync(CancellationToken cancel)
    {
        await Load(cancel);
        await Look(cancel);
        ModelState.Clear();
        return Partial("_Similar", this);
    }

    /// <summary>Registers the contact; it ends as the button says.</summary>
    public async Task<IActionResult> OnPostAsync(string? ending, CancellationToken cancel)
    {
        await KeepFiles(cancel);
        if (!ModelState.IsValid) return await Again();
        if (Form.Channel is null && Beside is null) return await Refuse(OrganisationFailures.Required.At("Channel"));
        Proposed = PaperWords.Propose(Form.Subject, Form.Text);
        if (Proposed is not null && string.IsNullOrEmpty(Form.Paper)) return await Refuse(IntakeFailures.PaperUndecided.With(StaffWords.Here.Of(Proposed.Value)));
        if (Details() is not { } details) return await Again();
        if (!Form.ReceivedOn.IsEmpty && Form.ReceivedOn.Date is null) return await Refuse(OrganisationFailures.NoDate.At("ReceivedOn"));
        if (Form.Assistance is null && Blank(Form.AssistedBy) is not null) return await Refuse(ContactFailures.AssistanceMissing);
        var (chosen, wrong) = await EndingOf(ending, cancel);
        if (chosen is null) return await Refuse(wrong!);

        if ((CleanText.Line(Form.Asset, LongestAsset).Failure?.At("Asset") ?? CleanText.Line(Form.Where, ResidentAnswers.LongestPlace).Failure?.At("Where")) is { } tooLong) return await Refuse(tooLong);
        if (Blank(Form.WhereExactly) is not null) await FindAddresses(cancel);
        var where = await places.Handle(WhereTyped, cancel);
        if (!where.Succeeded) return await Refuse(where.Failure.At("Area"));
        var place = where.Value;
        var paper = Enum.TryParse<FormalPaper>(Form.Paper, out var chosenPaper) ? chosenPaper : (FormalPaper?)null;
        var matter = new NewMatter(Form.Subject ?? "", Blank(Form.Text), paper is null ? await CategoryOf(place, cancel) : Blank(Form.Category), place, paper, PaperDecided: true);
        if (Beside is not null)
        {
            if (await receipts.Handle(Beside, Actor, cancel) is not { } same) return NotFound();
            return await Answer(AtItsField(add.Handle(new AddMatter.Request(RequestKey, same.Reference, matter, chosen, Actor, Files()), cancel)), made => LocalRedirect(Links.Receipt(made.Reference)));
        }

        var customer = SeesPeople && Form.Customer is { } id ? new CustomerId(id) : (CustomerId?)null;
        if (Form.For is not null && customer is null) return await Refuse(RepresentationFailures.None);
        var contact = new NewContact(Form.Channel!.Value, customer, details, Form.ReplyBy, [matter], ReceivedOn: Form.ReceivedOn.Date,
            Assisted: Form.Assistance is { } how ? new Assisted(how, Form.AssistedBy) : null, For: Form.For is { } represented ? new CustomerId(represented) : null);
        return await Answer(
            AtItsField(register.Handle(new RegisterContact.Request(RequestKey, contact, [chosen], Actor, Files()), cancel)), made => LocalRedirect(Links.Receipt(made.Matters[0].Reference)));
    }

    /// <inheritdoc />
    /// <remarks>In the page itself and not by way of what is kept, so that files stay too.</remarks>
    protected internal override async Task<IActionResult> Stale()
    {
        await KeepFiles(HttpContext.RequestAborted);
        return await Refuse(FreshForms.Stale);
    }

    /// <inheritdoc />
    protected override (DraftPlace Place, Guid Thing)? Drafts => (DraftPlace.Contact, Concept ??= Posted?.About.Thing ?? Guid.CreateVersion7());

    /// <inheritdoc />
    protected override string DraftPath => QueryHelpers.AddQueryString(WithoutDraft, "concept", Drafts!.Value.Thing.ToString());

    /// <inheritdoc />
    protected override string WithoutDraft => Beside is null ? Url.Content(Links.Intake) : QueryHelpers.AddQueryString(Url.Content(Links.Intake), "bij", Beside);

    /// <inheritdoc />
    protected override bool DraftHasOwnAddress => true;

    /// <inheritdoc />
    /// <remarks>With the files that were taken in, by what stands for them.</remarks>
    private protected override PostedDraft? Posted => base.Posted is { } posted && Form.Kept.Count > 0
        ? posted with { Fields = new Dictionary<string, string[]>(posted.Fields, StringComparer.Ordinal) { ["Form.Kept"] = [.. Form.Kept] } }
        : base.Posted;

    /// <inheritdoc />
    protected override Task TakeFiles(CancellationToken cancel) => KeepFiles(cancel);

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Names = await books.Open([], cancel);
        Zone = (await calendars.Current(cancel)).Zone;
        if (HttpMethods.IsGet(Request.Method))
        {
            Open = await open.Count(Actor, cancel);
            Begun = (await drafts.Handle(Actor, cancel)).Count(one => one.About.Place == DraftPlace.Contact && one.About.Thing != Concept);
        }

        Bodies = await partners.Bodies(cancel);
        (Times, Owners) = (await choices.Times(cancel), await choices.Owners(null, cancel));
        if (Beside is not null) Same = await receipts.Handle(Beside, Actor, cancel);
        if (HttpMethods.IsPost(Request.Method) && !Looked) await Look(cancel);
    }

    private async Task Look(CancellationToken cancel)
    {
        if (Looked) return;
        Looked = true;
        await FindAddresses(cancel);
        var where = await places.Handle(WhereTyped, cancel);
        Place = where.Succeeded ? where.Value : Place.Unknown;
        Proposed = PaperWords.Propose(Form.Subject, Form.Text);
        Category = await CategoryOf(Place, cancel);
        var customer = SeesPeople ? Same?.Matter.Customer ?? (Form.Customer is { } id ? new CustomerId(id) : null) : null;
        var about = customer is not null && Form.For is { } represented ? new CustomerId(represented) : customer;
        var (phone, email) = (NormalisedPhone.Read(Form.Phone), NormalisedEmail.Read(Form.Email));
        var who = SeesPeople && Beside is null
            ? new FindCustomers.Request(RequestKey, phone.Succeeded ? phone.Value.E164 : null, email.Succeeded ? email.Value.Key : null, Actor, customer) : null;
        var found = await suggest.Handle(new FindSimilar.Request(
            Actor, Form.Subject, Category, Place, about, Form.Danger, Form.Text, RequestKey, Most: Form.All ? FindSimilar.Many : FindSimilar.Few), who, cancel);
        (Matches, MoreMatches, Known, Callbacks) = (found.Cases.Matches, found.Cases.More, found.Known, found.Callbacks);
    }

    private async Task FindAddresses(CancellationToken cancel)
    {
        var found = await places.Suggest(Form.Where?.Trim(), cancel);
        (Addresses, AddressesDown) = found.Succeeded ? (found.Value, false) : ([], true);
    }

    // A choice counts as long as what is typed can mean it.
    private PlaceTyped WhereTyped => new(Form.Where, Exactly?.Written, Asset: Form.Asset, Area: Form.Area, Subject: Form.Subject, Told: $"{Form.Subject}\n{Form.Text}");

    private async Task<string?> CategoryOf(Place place, CancellationToken cancel) =>
        Blank(Form.Category) ?? (await propose.OfObject($"{Form.Subject} {Form.Text}", place, Form.Danger, cancel))?.Key;

    private async Task<(MatterEnding? Ending, Failure? Wrong)> EndingOf(string? ending, CancellationToken cancel)
    {
        switch (ending)
        {
            case "answered": return (new MatterEnding.Answered(Form.Answer?.Trim() ?? "", Form.Danger), null);
            case "forward": return (new MatterEnding.Forward(Form.Body ?? "", Form.Danger), null);
            case "join":
                return await cases.Handle(Form.Case, Actor, cancel) is { } found ? (new MatterEnding.Join(found, Form.Danger), null) : (null, IntakeFailures.CaseNotChosen);
            case "callback" when SeesPeople && Form.CallAgain is { } again:
                // They may have been promised another time, or somebody else, while they called.
                return (new MatterEnding.CallBackAgain(new CallbackId(again), Form.Danger, CallbackChoices.WindowOf(Blank(Form.CallbackWindow)), CallbackChoices.OwnerOf(Form.CallbackOwner)), null);
            case "callback":
                Times = await choices.Times(cancel);
                return CallbackChoices.WindowOf(Blank(Form.CallbackWindow) ?? (Times.Count > 0 ? Times[0].Value : null)) is { } window
                    ? (new MatterEnding.CallBack(new NewCallback(CallbackChoices.OwnerOf(Form.CallbackOwner), window), Form.Danger), null) : (null, CallbackFailures.WindowMissing.At("CallbackWindow"));
            case "new": return (new MatterEnding.NewCase(Form.Danger), null);
            default: return (null, IntakeFailures.EndingMissing);
        }
    }

    // Here the fields of a callback stand among those of the contact.
    private static async Task<Result<T>> AtItsField<T>(Task<Result<T>> asked)
    {
        var result = await asked;
        return result.Failure is { Field: "Window" or "Owner" } failure ? failure.At("Callback" + failure.Field) : result;
    }

    // What was said of a person, in the form in which it is kept; null with all that is wrong at its field.
    private CustomerDetails? Details()
    {
        CustomerTyped[] parts = [new(Name: Form.Name), new(Phone: Form.Phone), new(Email: Form.Email), new(Address: Form.Address)];
        foreach (var failure in parts.Select(part => part.Read().Failure).OfType<Failure>()) ModelState.Add(failure, Words);
        var read = new CustomerTyped(Form.Name, Form.Phone, Form.Email, Form.Address, Form.Language, Form.Kind).Read();
        return read.Succeeded ? read.Value : null;
    }

    private Task KeepFiles(CancellationToken cancel) => files.Take(Form.Kept, Form.Files, ModelState, Words, cancel);

    /// <summary>When somebody is called back.</summary>
    public string When(CallbackRow row) => CallbackChoices.InWords(row.Window, Zone, tenant.Tenant.Clock.Now().InZone(Zone).Date);

    /// <summary>The files that were taken in.</summary>
    public IReadOnlyList<ReceivedFile> Files() => files.Read(Form.Kept);

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static IReadOnlyList<Choice> Choices<T>(IEnumerable<T> values) where T : struct, Enum =>
        [.. values.Select(value => new Choice(value.ToString(), StaffWords.Here.Of(value)))];
}

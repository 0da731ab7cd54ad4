using System.Globalization;
using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>All that is known here of a person or company, as far as the reader may know: cases, callbacks, contacts, messages and wishes (row A4).</summary>
[Right(Right.SeePersonalData)]
[Right(Right.RegisterContacts)]
public sealed partial class CustomerModel(
    OpenCustomer open, MergeCustomers merge, ReadWarnings readWarnings, PlaceWarning warn, EndWarning unwarn, OpenSecretAddress openAddress, NameRepresentative name, EndRepresentation endActing,
    OpenCustomerWork work, ReadMessages messages, NameBooks books, Calendars calendars, TenantContext tenant) : StaffPage
{
    private const int MostMessages = 30;

    private DateTimeZone zone = null!;

    // Which form came back with something to mend.
    private string? stuck;

    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Where the page of contacts begins; as the page before said.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public long? Before { get; set; }

    /// <summary>What is known.</summary>
    public CustomerView View { get; private set; } = null!;

    /// <summary>Their cases, as many as fit.</summary>
    public IReadOnlyList<CustomerCase> Cases { get; private set; } = [];

    /// <summary>How many cases there are in all.</summary>
    public int AllCases { get; private set; }

    /// <summary>The callbacks that were promised to them; open ones first, then what ended lately.</summary>
    public IReadOnlyList<CustomerCallback> Callbacks { get; private set; } = [];

    /// <summary>How many callbacks there are in all.</summary>
    public int AllCallbacks { get; private set; }

    /// <summary>What was told to them about these contacts.</summary>
    public IReadOnlyList<MessageView> Messages { get; private set; } = [];

    /// <summary>How many messages there are about these contacts.</summary>
    public int AllMessages { get; private set; }

    /// <summary>Whether there may be messages that the page does not show: more about these contacts, or those about others.</summary>
    public bool HasMoreMessages => AllMessages > Messages.Count || View.More || Before is not null;

    /// <summary>The warnings that count now.</summary>
    public IReadOnlyList<WarningView> Warnings { get; private set; } = [];

    /// <summary>Who acts for them, and for whom they act.</summary>
    public Acting Acting { get; private set; } = new([], []);

    /// <summary>Names for what the rows refer to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>The zone of all times.</summary>
    public DateTimeZone Zone => zone;

    /// <summary>How they are called.</summary>
    public string Name => View.Name ?? Words["Nameless"];

    /// <summary>Whether the reader may use the national number: one of the cases needs it, or they have the right for it.</summary>
    public bool UsesNumber => View.Kind == CustomerKind.Person && (Actor.May(Right.UseNationalNumbers) || Cases.Any(one => one.NeedsNumber));

    /// <summary>Address of the next page of contacts; null on the last.</summary>
    public string? Older => View.More ? string.Create(CultureInfo.InvariantCulture, $"{Links.Customer(View.Id)}?voor={View.Contacts[^1].At.ToUnixTimeTicks()}") : null;

    /// <summary>Address of the first page of contacts; null on the first itself.</summary>
    public string? Newest => Before is null ? null : Links.Customer(View.Id);

    /// <summary>What was done just now, as a key of the texts.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return View is null ? NotFound() : Page();
    }

    /// <summary>Somebody else proves to be this person.</summary>
    public Task<IActionResult> OnPostMergeAsync(Guid other, CancellationToken cancel) =>
        Answer(merge.Handle(new MergeCustomers.Request(RequestKey, new CustomerId(other), new CustomerId(Id), Actor), cancel), _ => Done("Merged"));

    /// <summary>Somebody who was taken for this person is not.</summary>
    public Task<IActionResult> OnPostPartAsync(Guid other, CancellationToken cancel) =>
        Answer(merge.Handle(new MergeCustomers.Request(RequestKey, new CustomerId(other), null, Actor), cancel), _ => Done("Parted"));

    /// <inheritdoc />
    protected override bool IsThere => View is not null;

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var before = Before is { } ticks ? Instant.FromUnixTimeTicks(Math.Clamp(ticks, Instant.MinValue.ToUnixTimeTicks(), Instant.MaxValue.ToUnixTimeTicks())) : (Instant?)null;
        if (await open.Read(new CustomerId(Id), Actor, before, cancel) is not { } view) return;
        var warnings = await readWarnings.Of(view.Id, Actor, cancel);
        // All of it is one look.
        (Acting, Cases, AllCases, Callbacks, AllCallbacks) = await work.Handle(view.Family, [OpenCustomer.LookAt(view), .. ReadWarnings.LookAt(view.Id, warnings)], Actor, cancel);
        (View, Warnings) = (view, warnings);
        zone = (await calendars.Current(cancel)).Zone;
        (Messages, AllMessages) = await messages.OfContacts([.. view.KnownInFull.Select(one => one.Value)], Actor, 0, MostMessages, cancel);
        Names = await books.Open([.. Warnings.Select(one => one.PlacedBy), .. Cases.Select(one => one.Handler), .. view.Contacts.Select(one => one.TakenBy), .. Callbacks.Select(one => one.Owner)], cancel);
    }

    private LocalRedirectResult Done(string notice)
    {
        Notice = notice;
        return LocalRedirect(Links.Customer(new CustomerId(Id)));
    }

    /// <summary>A day as it is here.</summary>
    public LocalDate Day(Instant at) => at.InZone(zone).Date;

    /// <summary>The day that it is here.</summary>
    public LocalDate Today => Day(tenant.Tenant.Clock.Now());
}

using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Organisation.Desks;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Messages;

/// <summary>Messages that wait for somebody: to call, to post, to tell at a desk, to mend (row A8).</summary>
[Right(Right.RegisterContacts, Right.PrintLetters, Right.MendDelivery)]
public sealed class IndexModel(
    ListMessages lists, CountMessages counts, CaseNumbers cases, DeskDirectory desks, Calendars calendars, TenantMessaging messaging, TenantContext tenant) : StaffPage
{
    /// <summary>Which list; empty for the first that is the reader's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    /// <summary>On a list of the newest: from before this message.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public Guid? Before { get; set; }

    /// <summary>The message that the form is about.</summary>
    [BindProperty]
    public Guid Message { get; set; }

    /// <summary>Another address, where the old one was wrong.</summary>
    [BindProperty]
    public string? Address { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Which list it is.</summary>
    public MessageList Kind { get; private set; }

    /// <summary>The messages on it.</summary>
    public IReadOnlyList<MessageView> Rows { get; private set; } = [];

    /// <summary>The numbers of the cases that they are about.</summary>
    public IReadOnlyDictionary<Guid, string> Cases { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The municipality's clock.</summary>
    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCutOff => Rows.Count == ListMessages.Most;

    /// <summary>Whether the newest stand on top, with older ones on a next page.</summary>
    public bool NewestFirst => Kind is MessageList.Failed or MessageList.Delayed or MessageList.Gone or MessageList.Outbox;

    /// <summary>Whether something is done with each message by itself.</summary>
    public bool HasActions => Kind is MessageList.Calls or MessageList.Desk or MessageList.Failed or MessageList.Gone;

    /// <summary>Whether the reader sees to whom and what.</summary>
    public bool SeesPeople => Actor.May(Right.SeePersonalData);

    /// <summary>The lists of this reader, with their addresses and, where somebody must act, how many wait.</summary>
    public IReadOnlyList<(MessageList Kind, string Href, int? Count)> Tabs { get; private set; } = [];

    private Dictionary<string, string> desksByKey = [];

    private IEnumerable<MessageList> Mine => MessageLists.For(Actor).Where(list => list != MessageList.Outbox || messaging.ShowsOutbox(tenant.Tenant));

    /// <summary>Shows a list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(List)) return Mine.Any() ? LocalRedirect(MessageLists.Href(Mine.First())) : StatusCode(403);
        if (MessageLists.Find(List) is not { } kind) return NotFound();
        if (!Mine.Contains(kind)) return StatusCode(403);
        await Load(cancel);
        return Page();
    }

    /// <summary>Somebody called.</summary>
    public Task<IActionResult> OnPostCalledAsync([FromServices] RecordCall record, CallOutcome outcome, CancellationToken cancel) =>
        Do(record.Handle(new RecordCall.Request(RequestKey, new MessageId(Message), outcome, Actor), cancel), outcome.ToString());

    /// <summary>Somebody told it at the desk.</summary>
    public Task<IActionResult> OnPostToldAsync([FromServices] TellAtDesk tell, CancellationToken cancel) =>
        Do(tell.Handle(new TellAtDesk.Request(RequestKey, new MessageId(Message), Actor), cancel), "AtDesk");

    /// <summary>Sends it again, maybe to another address.</summary>
    public Task<IActionResult> OnPostAgainAsync([FromServices] QueueAgain again, CancellationToken cancel) =>
        Do(again.Handle(new QueueAgain.Request(RequestKey, new MessageId(Message), Address, Actor), cancel), "Again");

    /// <summary>A letter or an e-mail came back.</summary>
    public Task<IActionResult> OnPostReturnedAsync([FromServices] RecordReturn record, string? said, CancellationToken cancel) =>
        Do(record.Handle(new RecordReturn.Request(RequestKey, new MessageId(Message), said, Actor), cancel), "Returned");

    /// <summary>A number as people read it; another address as it stands.</summary>
    public static string Shown(string address) => NormalisedPhone.Read(address) is { Succeeded: true, Value: var phone } ? phone.Display : address;

    /// <summary>Whether the form that was sent is about this message, refused or given back.</summary>
    public bool IsAbout(MessageView row) => Guid.TryParse(ModelState.GetValueOrDefault(nameof(Message))?.AttemptedValue, out var about) && about == row.Id.Value;

    /// <summary>Name of the desk at which something waits; null for whichever the resident comes to.</summary>
    public string? DeskOf(string key) => desksByKey.GetValueOrDefault(key);

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        if (MessageLists.Find(List) is not { } kind) return;
        Kind = kind;
        Zone = (await calendars.Current(cancel)).Zone;
        var before = Before is { } id ? new MessageId(id) : (MessageId?)null;
        var read = await (kind switch
        {
            MessageList.Calls => lists.ToCall(Actor, cancel),
            MessageList.Letters => lists.ToPost(Actor, cancel),
            MessageList.Desk => lists.AtDesk(null, Actor, cancel),
            MessageList.Failed => lists.Failed(Actor, before, cancel),
            MessageList.Gone => lists.Gone(Actor, before, cancel),
            MessageList.Delayed => lists.Delayed(Actor, before, cancel),
            _ => lists.KeptInside(Actor, before, cancel),
        });
        // Who is called about one thing is told the other in the same call.
        if (read.Succeeded) Rows = kind == MessageList.Calls ? [.. read.Value.GroupBy(row => row.Person).SelectMany(person => person)] : read.Value;
        if (Rows.Any(row => row.Channel == MessageChannel.Desk)) desksByKey = (await desks.All(cancel)).ToDictionary(desk => desk.Key, desk => desk.Name);
        Cases = await cases.Of(Rows.Select(row => row.About.Case), Actor, cancel);
        var waiting = await counts.Handle(Actor, cancel);
        Tabs = [.. Mine.Select(one => (one, MessageLists.Href(one), one switch
        {
            MessageList.Calls => waiting.ToCall,
            MessageList.Letters => waiting.ToPost,
            MessageList.Desk => waiting.AtDesk,
            MessageList.Failed => waiting.Failed,
            _ => null,
        }))];
    }

    private Task<IActionResult> Do(Task<Result<MessageState>> asked, string notice) => Answer(asked, _ =>
    {
        Notice = notice;
        return LocalRedirect(Links.Messages + "/" + List);
    }, "");
}

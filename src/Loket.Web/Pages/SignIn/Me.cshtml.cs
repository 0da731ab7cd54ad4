using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Accounts;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Web.Components;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.SignIn;

/// <summary>The own account: whether one is there, who stands in, the password.</summary>
[AnyStaff]
public sealed class MeModel(
    StaffDirectory staff, TeamDirectory teams, Calendars calendars, OwnAccount account, SetPresence setPresence, SetDeputy setDeputy, ChooseDigest chooseDigest,
    ChangePassword changePassword, EndSession endSession, SignOut signOut, OpenDrafts drafts) : StaffPage
{
    /// <summary>Whether one is there.</summary>
    [BindProperty]
    public PresenceForm PresenceForm { get; set; } = new();

    /// <summary>Who stands in.</summary>
    [BindProperty]
    public DeputyForm DeputyForm { get; set; } = new();

    /// <summary>Whether the work comes by e-mail.</summary>
    [BindProperty]
    public DigestForm DigestForm { get; set; } = new();

    /// <summary>Whether single keys do something.</summary>
    [BindProperty]
    public KeysForm KeysForm { get; set; } = new();

    /// <summary>Another password.</summary>
    [BindProperty]
    public PasswordForm PasswordForm { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The reader.</summary>
    public StaffCard Card { get; private set; } = null!;

    /// <summary>Names of the reader's teams.</summary>
    public IReadOnlyList<string> TeamNames { get; private set; } = [];

    /// <summary>Colleagues who can stand in.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>Names of those with whom the reader stands in a circle of deputies; empty for none.</summary>
    public IReadOnlyList<string> Circle { get; private set; } = [];

    /// <summary>Whether the reader may do nothing here, having no role.</summary>
    public bool MayNothing => Actor.Rights.Count == 0;

    /// <summary>Whether the reader has a password here; who signs in through the municipality's provider alone has none.</summary>
    public bool HasPassword { get; private set; }

    /// <summary>Whether the reader may sign in with something of their own, and not through the municipality's provider alone.</summary>
    public bool IsLocal => account.IsLocal(Actor);

    /// <summary>The browsers on which the reader is signed in.</summary>
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    /// <summary>Here, busy, away.</summary>
    public IReadOnlyList<Choice> Presences => [.. Enum.GetValues<Presence>().Select(one => new Choice(one.ToString(), Words["Presence." + one]))];

    /// <summary>How many drafts the reader has.</summary>
    public int Drafts { get; private set; }

    /// <summary>Whether the reader may open in an emergency what they may not know of.</summary>
    public bool MayOpenInEmergency => Actor.May(Right.OpenInEmergency);

    private StaffId Me => Actor.Staff!.Value;

    /// <summary>Shows the account.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        var zone = (await calendars.Current(cancel)).Zone;
        PresenceForm.Presence = Card.Presence.ToString();
        if (Card.AwayUntil is { } until) PresenceForm.Until = DateEntry.Of(until.InZone(zone).Date.PlusDays(-1));
        DeputyForm.Deputy = Card.Deputy?.Value.ToString();
        DigestForm.Wants = Card.WantsDigest;
        KeysForm.Wants = HttpContext.UsesSingleKeys();
    }

    /// <summary>Says whether one is there.</summary>
    public async Task<IActionResult> OnPostPresenceAsync(CancellationToken cancel)
    {
        var asked = PresenceForm.Read((await calendars.Current(cancel)).Zone);
        if (!asked.Succeeded) return await Refuse(asked.Failure, nameof(PresenceForm));
        var request = new SetPresence.Request(RequestKey, Me, asked.Value.Presence, asked.Value.Until, Actor);
        return await Answer(setPresence.Handle(request, cancel), _ => Saved("Presence"), nameof(PresenceForm));
    }

    /// <summary>Chooses who stands in.</summary>
    public async Task<IActionResult> OnPostDeputyAsync(CancellationToken cancel)
    {
        StaffId? deputy = Guid.TryParse(DeputyForm.Deputy, out var id) ? new StaffId(id) : null;
        return await Answer(setDeputy.Handle(new SetDeputy.Request(RequestKey, Me, deputy, Actor), cancel), _ => Saved("Deputy"), nameof(DeputyForm));
    }

    /// <summary>Chooses whether the work comes by e-mail.</summary>
    public async Task<IActionResult> OnPostDigestAsync(CancellationToken cancel) =>
        await Answer(chooseDigest.Handle(new ChooseDigest.Request(RequestKey, Me, DigestForm.Wants, Actor), cancel), _ => Saved("Digest"), nameof(DigestForm));

    /// <summary>Chooses whether single keys do something.</summary>
    public async Task<IActionResult> OnPostKeysAsync([FromServices] ChooseKeys chooseKeys, CancellationToken cancel) =>
        await Answer(chooseKeys.Handle(new ChooseKeys.Request(RequestKey, Me, KeysForm.Wants, Actor), cancel), _ => Saved("Keys"), nameof(KeysForm));

    /// <summary>Chooses another password.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel)
    {
        var request = new ChangePassword.Request(
            PasswordForm.PresentPassword, PasswordForm.NextPassword, SessionCookies.Client(HttpContext), SessionCookies.SessionToken(Request), Actor);
        return await Answer(changePassword.Handle(request, cancel), _ => Saved("Password"), nameof(PasswordForm));
    }

    /// <summary>Signs out on one browser; on this one as the page for it does.</summary>
    public async Task<IActionResult> OnPostEndSessionAsync([FromForm] Guid session, CancellationToken cancel)
    {
        var token = SessionCookies.SessionToken(Request);
        var isHere = (await account.Sessions(Actor, token, cancel)).Any(one => one.IsThis && one.Id.Value == session);
        if (!isHere) return await Answer(endSession.Handle(new EndSession.Request(new SessionId(session), Actor), cancel), _ => Saved("Session"));
        return await Answer(signOut.Handle(new SignOut.Request(token, Everywhere: false, Actor), cancel), _ =>
        {
            SessionCookies.SignOut(HttpContext);
            return LocalRedirect("~/sign-in");
        });
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var zone = (await calendars.Current(cancel)).Zone;
        HasPassword = await account.HasPassword(Actor, cancel);
        Sessions = [.. (await account.Sessions(Actor, SessionCookies.SessionToken(Request), cancel)).Select(one => SessionRow.Of(one, zone, Words))];
        var all = await staff.All(null, cancel);
        Card = all.Single(person => person.Id == Me);
        Circle = [.. DeputyCircle.Of(Card, all).Select(one => one.Name)];
        TeamNames = [.. (await teams.All(cancel)).Where(team => Card.Teams.Contains(team.Id)).Select(team => team.Name)];
        Drafts = (await drafts.Handle(Actor, cancel)).Count;
        Colleagues = [.. all.Where(person => person.Id != Me).Select(person => new Choice(person.Id.Value.ToString(), person.Name))];
    }

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect("~/me");
    }
}

/// <summary>A browser on which the reader is signed in, in words.</summary>
/// <param name="Id">By which it is ended.</param>
/// <param name="Browser">Which one.</param>
/// <param name="Since">Since when.</param>
/// <param name="SeenAt">When it was last used.</param>
/// <param name="IsThis">Whether it is the one in hand.</param>
public sealed record SessionRow(Guid Id, string Browser, string Since, string SeenAt, bool IsThis)
{
    internal static SessionRow Of(SessionCard card, DateTimeZone zone, Words words)
    {
        var name = card.Browser.Name ?? words["Browser.Unknown"];
        return new SessionRow(
            card.Id.Value, card.Browser.Platform is { } platform ? words["Browser.On", name, platform] : name, InWords(card.Since), InWords(card.SeenAt), card.IsThis);

        string InWords(Instant at) => DateWords.Moment(at.InZone(zone).LocalDateTime, words.Culture);
    }
}

/// <summary>Whether the work comes by e-mail.</summary>
public sealed class DigestForm
{
    /// <summary>Each working day.</summary>
    public bool Wants { get; set; }
}

/// <summary>Whether single keys do something.</summary>
public sealed class KeysForm
{
    /// <summary>They do.</summary>
    public bool Wants { get; set; }
}

/// <summary>Whether one is there.</summary>
public sealed class PresenceForm
{
    /// <summary>Present, Busy or Away.</summary>
    public string? Presence { get; set; }

    /// <summary>Last day away.</summary>
    public DateEntry Until { get; set; } = new();

    /// <summary>What was said: "until and including", so away ends when the next day begins.</summary>
    internal Result<(Presence Presence, Instant? Until)> Read(DateTimeZone zone)
    {
        if (!Enum.TryParse<Presence>(Presence, out var presence)) return OrganisationFailures.Required.At(nameof(Presence));
        if (!Until.IsEmpty && Until.Date is null) return OrganisationFailures.NoDate.At(nameof(Until));
        return (presence, Until.Date is { } date ? zone.AtStartOfDay(date.PlusDays(1)).ToInstant() : null);
    }
}

/// <summary>Who stands in.</summary>
public sealed class DeputyForm
{
    /// <summary>The colleague; empty for nobody.</summary>
    public string? Deputy { get; set; }
}

/// <summary>Another password; neither is shown again, nor kept when the session has ended.</summary>
public sealed class PasswordForm
{
    /// <summary>The password until now.</summary>
    public string? PresentPassword { get; set; }

    /// <summary>The password from now on.</summary>
    public string? NextPassword { get; set; }
}

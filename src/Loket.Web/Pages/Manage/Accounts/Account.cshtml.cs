using Loket.Organisation;
using Loket.Organisation.Accounts;
using Loket.Organisation.People;
using Loket.Organisation.Providers;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Accounts;

/// <summary>One account: what it may do, a start code, the end of it.</summary>
[Right(Right.ManageAccounts)]
public sealed class AccountModel(
    StaffDirectory staff, TeamDirectory teams, ChangeStaff change, GiveStartCode giveStartCode, GivePersonalData givePersonalData, EndSessionsOf endSessions, CloseStaff close,
    ProviderLinks links, TenantProviders providers, TenantContext context)
    : AccountPage(teams)
{
    /// <summary>The sign-in name in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>Whether closing is meant.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Whom it is about.</summary>
    public StaffCard Card { get; private set; } = null!;

    /// <summary>The start code that was given just now; shown once.</summary>
    public string? StartCode { get; private set; }

    /// <summary>What somebody else made of it since the form was opened.</summary>
    public AccountForm? Theirs { get; private set; }

    /// <summary>The colleague's account at the municipality's provider; null when there is none.</summary>
    public ProviderLinkCard? Link { get; private set; }

    /// <summary>Whether the provider gives roles or teams, over what is chosen here.</summary>
    public bool ProviderDecides => Link is not null && providers.Of(context.Tenant) is { } settings && settings.Roles.Count + settings.Teams.Count > 0;

    /// <summary>Whether people sign in with a password, so that a start code is of use.</summary>
    public bool HasLocal => providers.AllowLocalAccounts(context.Tenant);

    /// <summary>Whether personal data can be given.</summary>
    public bool IsCoHost => Card.Roles.Contains(Role.CoHost);

    private string Here => "~/manage/accounts/" + Uri.EscapeDataString(Name);

    /// <summary>Shows the account.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        Form = Present();
        return Page();
    }

    /// <summary>Changes the account.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        var changed = await change.Handle(new ChangeStaff.Request(RequestKey, Card.Id, Form.Version, Form.Details(Teams), Actor), cancel);
        if (changed.Failure == StorageFailures.ChangedMeanwhile) ShowTheirs();
        if (changed.Succeeded) Name = Form.SignInName!.Trim().ToLowerInvariant();
        return await Answer(Task.FromResult(changed), _ => Saved("Saved"));
    }

    /// <summary>Gives a start code.</summary>
    public async Task<IActionResult> OnPostStartCodeAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        return await Answer(giveStartCode.Handle(new GiveStartCode.Request(Card.Id, Actor), cancel), code =>
        {
            StartCode = code;
            Form = Present();
            ModelState.Clear();
            return Page();
        });
    }

    /// <summary>Gives a local co-host personal data, or takes it back.</summary>
    public async Task<IActionResult> OnPostPersonalDataAsync([FromForm] bool given, CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        return await Answer(givePersonalData.Handle(new GivePersonalData.Request(RequestKey, Card.Id, given, Actor), cancel), _ => Saved("PersonalData"));
    }

    /// <summary>Signs the colleague out everywhere.</summary>
    public async Task<IActionResult> OnPostEndSessionsAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        return await Answer(endSessions.Handle(new EndSessionsOf.Request(Card.Id, Actor), cancel), _ => Saved("EndSessions"));
    }

    /// <summary>Closes the account.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        Form = Present();
        if (!Sure) return await Refuse(OrganisationFailures.NotSure.At(nameof(Sure)), form: "");
        return await Answer(close.Handle(new CloseStaff.Request(RequestKey, Card.Id, Actor), cancel), _ => LocalRedirect("~/manage/accounts"));
    }

    private async Task<bool> Find(CancellationToken cancel)
    {
        await Load(cancel);
        if (await staff.Find(Name, cancel) is not { ClosedAt: null } card) return false;
        Card = card;
        Link = await links.Of(card.Id, cancel);
        return true;
    }

    private AccountForm Present() => AccountForm.Of(Card, Teams.ToDictionary(team => team.Value, team => team.Key));

    /// <summary>Both versions stand on the page; saving once more is then a choice.</summary>
    private void ShowTheirs()
    {
        Theirs = Present();
        Form.Version = Card.Version;
        ModelState.Remove("Form.Version");
    }

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect(Here);
    }
}

using Loket.Contacts;
using Loket.Organisation.Desks;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Wishes;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Contacts;

/// <summary>How a resident hears from us, by kind of message (row A8): looked at and set by staff, on the phone or at a desk.</summary>
[Right(Right.SeePersonalData)]
public sealed class WishesModel(WishesOfResident wishes, DeskDirectory desks) : StaffPage, IWishPage
{
    /// <summary>A reference of the resident.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <inheritdoc cref="IWishPage.Wish" />
    [BindProperty]
    public WishForm Wish { get; set; } = new();

    /// <inheritdoc />
    public IReadOnlyList<Choice> Ways { get; private set; } = [];

    /// <summary>Whose wishes they are; null for who did not say who they are.</summary>
    public CustomerWishes? Resident { get; private set; }

    /// <summary>Whether it was saved just now.</summary>
    [TempData]
    public bool Saved { get; set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Find(cancel) is { } failed ? failed : Page();

    /// <summary>Sets them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Loket.Kernel.References.Reference.TryParse(Reference, out var matter)) return NotFound();
        var chosen = Wish.Read();
        if (!chosen.Succeeded) return await Refuse(chosen.Failure, nameof(Wish));
        var changed = await wishes.Handle(new WishesOfResident.Request(RequestKey, matter, Actor, chosen.Value), cancel);
        if (!changed.Succeeded) return await Refuse(WishForm.AtField(changed.Failure), nameof(Wish));
        Saved = true;
        return LocalRedirect(Links.Wishes(Reference));
    }

    /// <inheritdoc />
    protected override Task Load(CancellationToken cancel) => Find(cancel);

    private async Task<IActionResult?> Find(CancellationToken cancel)
    {
        if (!Loket.Kernel.References.Reference.TryParse(Reference, out var matter)) return NotFound();
        var opened = await wishes.Open(matter, Actor, cancel);
        if (!opened.Succeeded) return Instead(opened.Failure);
        Resident = opened.Value;
        if (Resident is null) return null;
        Ways = WishForm.Choices(Resident, await desks.All(cancel));
        if (!Request.HasFormContentType) Wish = WishForm.Of(Resident);
        return null;
    }
}

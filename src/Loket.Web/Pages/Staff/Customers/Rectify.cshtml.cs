using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>What is known of somebody is put right (AVG, article 16).</summary>
[Right(Right.SeePersonalData)]
[Right(Right.RegisterContacts)]
public sealed class RectifyModel(OpenCustomer open, RectifyCustomer rectify) : StaffPage
{
    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>How it is.</summary>
    [BindProperty]
    public RectifyForm Form { get; set; } = new();

    /// <summary>What somebody can be.</summary>
    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<CustomerKind>().Select(kind => new Choice(kind.ToString(), StaffWords.Start(StaffWords.Here.Of(kind))))];

    /// <summary>What was done just now, as a key of the texts of their page.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What is known now.</summary>
    public CustomerView View { get; private set; } = null!;

    /// <summary>Whether the address stays as it is, since it is secret.</summary>
    public bool KeepsAddress => View is { AddressIsSecret: true, AddressOpenUntil: null };

    /// <inheritdoc />
    protected override bool IsThere => View is not null;

    /// <summary>Shows what is known.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (!IsThere) return NotFound();
        Form = new RectifyForm { Kind = View.Kind, Name = View.Name, Phone = View.Phone, Email = View.Email, Address = View.Address };
        return Page();
    }

    /// <summary>Puts it right.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (!IsThere) return NotFound();
        if (!ModelState.IsValid) return await Again();
        var typed = new CustomerTyped(Form.Name, Form.Phone, Form.Email, KeepsAddress ? null : Form.Address, View.Language, Form.Kind);
        return await Answer(rectify.Handle(new RectifyCustomer.Request(RequestKey, View.Id, typed, KeepsAddress, Actor), cancel), _ =>
        {
            Notice = "Rectified";
            return LocalRedirect(Links.Customer(View.Id));
        });
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => View = (await open.Handle(new CustomerId(Id), Actor, null, cancel))!;
}

/// <summary>What is known of somebody, as it is filled in.</summary>
public sealed class RectifyForm
{
    /// <summary>Person or company; as it is where nothing is said.</summary>
    public CustomerKind? Kind { get; set; }

    /// <summary>How they are called.</summary>
    public string? Name { get; set; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Postal address, in lines.</summary>
    public string? Address { get; set; }
}

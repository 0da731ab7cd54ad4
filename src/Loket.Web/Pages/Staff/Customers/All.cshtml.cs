using System.Globalization;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>All cases, callbacks or messages of a person or company, as far as the reader may know of them, page by page (row A4).</summary>
[Right(Right.SeePersonalData)]
[Right(Right.RegisterContacts)]
public sealed class AllModel(OpenCustomerList open, NameBooks books, Calendars calendars, TenantContext tenant) : StaffPage
{
    private static readonly (string Slug, CustomerList Kind)[] Slugs =
        [("", CustomerList.Cases), ("terugbellen", CustomerList.Callbacks), ("berichten", CustomerList.Messages)];

    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which list; empty for the cases.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    /// <summary>Which page, from 1; without it the first.</summary>
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int? Number { get; set; }

    /// <summary>Which list it is.</summary>
    public CustomerList Kind => Slugs.FirstOrDefault(one => one.Slug == (List ?? "")).Kind;

    /// <summary>What stands on the page.</summary>
    public CustomerListed Listed { get; private set; } = null!;

    /// <summary>Names for what the rows refer to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>The municipality's clock.</summary>
    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>The day that it is here.</summary>
    public LocalDate Today => tenant.Tenant.Clock.Now().InZone(Zone).Date;

    /// <summary>How they are called.</summary>
    public string Name => Listed.Customer.Name ?? Words["Nameless"];

    /// <summary>How many stand on the page.</summary>
    public int Shown => Listed.Cases.Count + Listed.Callbacks.Count + Listed.Messages.Count;

    /// <summary>The place of the first of them in the whole, from 1.</summary>
    public int First => ((PageNumber - 1) * OpenCustomerList.PageSize) + 1;

    /// <summary>The lists with their addresses.</summary>
    public IEnumerable<(CustomerList Kind, string Href)> Tabs => Slugs.Select(one => (one.Kind, Links.AllOf(Listed.Customer.Id, one.Slug)));

    /// <summary>Address of the page before; null on the first.</summary>
    public string? Previous => PageNumber > 1 ? At(PageNumber - 1) : null;

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next => PageNumber * OpenCustomerList.PageSize < Listed.Total ? At(PageNumber + 1) : null;

    private int PageNumber => Math.Clamp(Number ?? 1, 1, OpenCustomerList.MostPages);

    /// <summary>Shows a page of a list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Slugs.Any(one => one.Slug == (List ?? "")) || await open.Handle(new CustomerId(Id), Kind, PageNumber, Actor, cancel) is not { } listed) return NotFound();
        Listed = listed;
        Zone = (await calendars.Current(cancel)).Zone;
        Names = await books.Open([.. listed.Cases.Select(one => one.Handler), .. listed.Callbacks.Select(one => one.Owner)], cancel);
        return Page();
    }

    private string At(int number) => Links.AllOf(Listed.Customer.Id, List ?? "") + (number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"?pagina={number}"));
}

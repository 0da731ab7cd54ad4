using Loket.Cases.Numbers;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>The national number of a person: hidden, read with a purpose that is written down, noted, put right and taken away (decision 0048). For who may not use it there is no such page.</summary>
[Right(Right.SeePersonalData)]
[Right(Right.RegisterContacts)]
public sealed class NumberModel(OpenCustomer open, ReadNumberUse uses, ShowNationalNumber show, KeepNationalNumber keep, RemoveNationalNumber remove) : StaffPage
{
    // Whether what was typed came back with something to mend.
    private bool isStuck;

    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The number as it is typed.</summary>
    [BindProperty]
    public NumberForm Form { get; set; } = new();

    /// <summary>What the number is needed for.</summary>
    [BindProperty]
    public PurposeForm Ask { get; set; } = new();

    /// <summary>What was done just now, as a key of the texts.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Who it is.</summary>
    public CustomerView View { get; private set; } = null!;

    /// <summary>What the reader may do.</summary>
    public NumberUse Use { get; private set; } = null!;

    /// <summary>The digits, for who asked for them just now; they stand on this page and nowhere else.</summary>
    public string? Shown { get; private set; }

    /// <summary>Who has the same number, and so may be the same person.</summary>
    public IReadOnlyList<TwinCustomer> Same => [.. View.Doubles.Where(twin => twin.HasSameNumber)];

    /// <summary>For what somebody can need it.</summary>
    public IReadOnlyList<Choice> Purposes => [.. Enum.GetValues<NumberPurpose>().Select(purpose => new Choice(purpose.ToString(), Words["Purpose." + purpose]))];

    /// <summary>Whether the form for the number stands open: none is kept, or what was typed came back.</summary>
    public bool IsOpen => isStuck || !View.HasNumber || IsGivenBack(nameof(Form));

    /// <inheritdoc />
    protected override bool IsThere => View is not null;

    /// <summary>Shows the page, without the number.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return IsThere ? Page() : NotFound();
    }

    /// <summary>Shows the number, once; not by a redirect, so that it stands in no address and is kept nowhere.</summary>
    public async Task<IActionResult> OnPostShowAsync(CancellationToken cancel)
    {
        if (!Enum.TryParse<NumberPurpose>(Ask.Purpose, out var purpose) || !Enum.IsDefined(purpose)) return await Refuse(OrganisationFailures.Required.At(nameof(PurposeForm.Purpose)), nameof(Ask));
        var shown = await show.Handle(new ShowNationalNumber.Request(new CustomerId(Id), purpose, Actor), cancel);
        if (!shown.Succeeded) return await Refuse(shown.Failure, nameof(Ask));
        Shown = shown.Value;
        await Load(cancel);
        return IsThere ? Page() : NotFound();
    }

    /// <summary>Notes the number, or puts it right.</summary>
    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        isStuck = true;
        return Answer(keep.Handle(new KeepNationalNumber.Request(RequestKey, new CustomerId(Id), Form.Number, Actor), cancel), _ => Done("Kept"));
    }

    /// <summary>Takes it away.</summary>
    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel) =>
        Answer(remove.Handle(new RemoveNationalNumber.Request(RequestKey, new CustomerId(Id), Actor), cancel), _ => Done("Removed"));

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        if (await open.Handle(new CustomerId(Id), Actor, null, cancel) is not { Kind: CustomerKind.Person } view) return;
        var use = await uses.Of(view.Family, Actor, cancel);
        if (use.MayRead) (View, Use) = (view, use);
    }

    private LocalRedirectResult Done(string notice)
    {
        Notice = notice;
        return LocalRedirect(Links.Number(new CustomerId(Id)));
    }
}

/// <summary>A national number as it is filled in.</summary>
public sealed class NumberForm
{
    /// <summary>Nine digits.</summary>
    public string? Number { get; set; }
}

/// <summary>What a national number is needed for, as it is filled in.</summary>
public sealed class PurposeForm
{
    /// <summary>Name of a <see cref="NumberPurpose"/>.</summary>
    public string? Purpose { get; set; }
}

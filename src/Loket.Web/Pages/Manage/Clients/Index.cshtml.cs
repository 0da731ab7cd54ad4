using Loket.Organisation;
using Loket.Organisation.Clients;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Clients;

/// <summary>The programs that may use the API: made here, their secret shown once, their access taken away.</summary>
[Right(Right.ManageAccounts)]
public sealed class IndexModel(ListClients list, PartnerDirectory partners, MakeClient make, CloseClient close) : StaffPage
{
    /// <summary>A new program.</summary>
    [BindProperty]
    public ClientForm Form { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The program that was made just now, with its secret; shown once.</summary>
    public MadeClient? Made { get; private set; }

    /// <summary>The programs, those with access first.</summary>
    public IReadOnlyList<ClientCard> Clients { get; private set; } = [];

    /// <summary>Names of the partners.</summary>
    public IReadOnlyList<PartnerCard> Partners { get; private set; } = [];

    /// <summary>Partners to choose from.</summary>
    public IReadOnlyList<Choice> PartnerChoices => [.. Partners.Select(partner => new Choice(partner.Id.Value.ToString(), partner.Name))];

    /// <summary>What a program may be allowed: what the API asks for.</summary>
    public IReadOnlyList<Choice> RightChoices =>
    [
        .. ((Right[])[Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases, Right.WorkOnCases, Right.HandOver, Right.AnswerHandovers])
            .Select(right => new Choice(right.ToString(), StaffWords.Here.Of(right))),
    ];

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Makes one; its secret stands on the page that follows and nowhere else.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var made = await make.Handle(Form.Details(), Actor, cancel);
        if (!made.Succeeded) return await Refuse(made.Failure);
        Made = made.Value;
        Form = new ClientForm();
        ModelState.Clear();
        await Load(cancel);
        return Page();
    }

    /// <summary>Takes its access away, at once.</summary>
    public Task<IActionResult> OnPostCloseAsync(Guid client, CancellationToken cancel) => Answer(close.Handle(new ClientId(client), Actor, cancel), _ =>
    {
        Notice = "Closed";
        return LocalRedirect("~/beheer/programmas");
    }, "");

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var read = await list.Handle(Actor, cancel);
        if (read.Succeeded) Clients = read.Value;
        Partners = await partners.Known(cancel);
    }
}

/// <summary>A program as it is filled in.</summary>
public sealed class ClientForm
{
    /// <summary>What it is called.</summary>
    public string? Name { get; set; }

    /// <summary>With what it says who it is.</summary>
    public string? Key { get; set; }

    /// <summary>Names of rights.</summary>
    public List<string> Rights { get; set; } = [];

    /// <summary>The partner whose program it is.</summary>
    public Guid? Partner { get; set; }

    /// <summary>Sensitive groups, one on each line.</summary>
    public string? Groups { get; set; }

    internal ClientDetails Details() => new(
        Key, Name, [.. Rights.Where(name => Enum.TryParse<Right>(name, out _)).Select(Enum.Parse<Right>)], Partner is { } partner ? new PartnerId(partner) : null,
        (Groups ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

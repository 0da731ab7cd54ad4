using Loket.Kernel.Calendars;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Partners;

/// <summary>One partner: where it is reached, within what time it answers, and what it gets to know of people (row B5).</summary>
[Right(Right.Configure)]
public sealed class PartnerModel(PartnerDirectory partners, MakePartner make, ChangePartner change) : ManagePage<PartnerForm>
{
    /// <summary>The partner's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Partner { get; set; } = "";

    /// <summary>As it stands; null for a new one.</summary>
    public PartnerCard? Card { get; private set; }

    /// <summary>In what its norm is counted.</summary>
    public IReadOnlyList<Choice> Norms =>
        [.. ((NormKind[])[NormKind.WorkingHours, NormKind.WorkingDays]).Select(kind => new Choice(kind.ToString(), StaffWords.Here["NormKind." + kind]))];

    /// <summary>What it may get to know.</summary>
    public IReadOnlyList<Choice> Sharings => [.. Enum.GetValues<Sharing>().Select(sharing => new Choice(sharing.ToString(), Words["Sharing." + sharing]))];

    /// <summary>Shows the partner.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Makes or changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        var details = Form.Details();
        if (!details.Succeeded) return await Refuse(details.Failure);
        return Card is { } card
            ? await Save(change.Handle(new ChangePartner.Request(RequestKey, card.Id, Form.Version, details.Value, Actor), cancel), "~/beheer/ketenpartners", cancel)
            : await Save(make.Handle(new MakePartner.Request(RequestKey, details.Value, Actor), cancel), "~/beheer/ketenpartners", cancel);
    }

    /// <inheritdoc />
    protected override async Task<PartnerForm?> Present(CancellationToken cancel)
    {
        if (Partner == New) return new PartnerForm();
        Card = await partners.Find(Partner, cancel);
        return Card is null ? null : PartnerForm.Of(Card);
    }
}

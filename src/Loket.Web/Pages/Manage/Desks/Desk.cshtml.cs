using Loket.Kernel;
using Loket.Organisation.Desks;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Desks;

/// <summary>One desk: where it is and when it is open.</summary>
[Right(Right.Configure)]
public sealed class DeskModel(DeskDirectory desks, MakeDesk make, ChangeDesk change) : ManagePage<DeskForm>
{
    /// <summary>The desk's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Desk { get; set; } = "";

    /// <summary>As it stands; null for a new one.</summary>
    public DeskCard? Card { get; private set; }

    /// <summary>Shows the desk.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Makes or changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        return Card is { } card
            ? await Save(change.Handle(new ChangeDesk.Request(RequestKey, card.Id, Form.Version, Form.Details(), Actor), cancel), "~/beheer/loketten", cancel)
            : await Save(make.Handle(new MakeDesk.Request(RequestKey, Form.Details(), Actor), cancel), "~/beheer/loketten", cancel);
    }

    /// <inheritdoc />
    protected override Failure AtField(Failure failure) => Form.Hours.AtDay(failure);

    /// <inheritdoc />
    protected override async Task<DeskForm?> Present(CancellationToken cancel)
    {
        if (Desk == New) return new DeskForm();
        Card = await desks.Find(Desk, cancel);
        return Card is null ? null : DeskForm.Of(Card);
    }
}

using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>One subject: what belongs to it, which kind of case it makes and how near is the same (row A2).</summary>
[Right(Right.Configure)]
public sealed class SubjectModel(CaseTypeForms forms, CategoryList list, SaveCategory save, PortfolioDirectory portfolios) : ManagePage<SubjectForm>
{
    /// <summary>The subject's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Subject { get; set; } = "";

    /// <summary>As it stands; null for a new one.</summary>
    public CategorySetUp? Stands { get; private set; }

    /// <summary>The kinds of case.</summary>
    public IReadOnlyList<Choice> Types { get; private set; } = [];

    /// <summary>The main groups.</summary>
    public IReadOnlyList<Choice> Groups { get; private set; } = [];

    /// <summary>The portfolios of the executive.</summary>
    public IReadOnlyList<Choice> Portfolios { get; private set; } = [];

    /// <summary>In what its norm is counted.</summary>
    public IReadOnlyList<Choice> Norms => [.. Enum.GetValues<NormKind>().Select(kind => new Choice(kind.ToString(), StaffWords.Here["NormKind." + kind]))];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Makes or changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        if (Stands is not null) Form.Key = Subject;
        var details = Form.Details();
        if (!details.Succeeded) return await Refuse(details.Failure);
        return await Save(
            save.Handle(new SaveCategory.Request(RequestKey, details.Value, Form.Active, Stands is null ? null : Form.Version, Actor), cancel), "~/beheer/zaaktypen", cancel);
    }

    /// <inheritdoc />
    protected override async Task<SubjectForm?> Present(CancellationToken cancel)
    {
        if (Subject == New) return new SubjectForm { Active = true };
        Stands = await forms.Category(Subject, Actor, cancel);
        return Stands is null ? null : SubjectForm.Of(Stands);
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Types = [.. (await list.Types(cancel)).Where(type => type.FormalPaper is null).Select(type => new Choice(type.Key, IndexModel.Named(type.NameNl, type.NameEn)))];
        Portfolios = [.. (await portfolios.All(cancel)).Select(portfolio => new Choice(portfolio.Key, IndexModel.Named(portfolio.NameNl, portfolio.NameEn)))];
        Groups = [.. MainGroups.All.Select(group => new Choice(group, StaffWords.Here["Group." + group]))];
    }
}

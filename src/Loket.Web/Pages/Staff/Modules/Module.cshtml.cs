using Loket.Cases;
using Loket.Cases.Modules;
using Loket.Cases.Reading;
using Loket.Organisation;
using Loket.Organisation.Teams;
using Loket.Web.Components;
using Loket.Web.Pages.Manage;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Modules;

/// <summary>One text module: whose it is, its code and its texts.</summary>
[AnyStaff]
public sealed class ModuleModel(TextModules modules, SaveModule save, RemoveModule remove, TeamDirectory teams, CategoryList types) : ManagePage<ModuleForm>
{
    /// <summary>The longest text.</summary>
    public const int LongestText = 4_000;

    private IReadOnlyList<TeamCard> all = [];
    private IReadOnlyList<CaseTypeCard> kinds = [];

    /// <summary>Which, in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Module { get; set; } = "";

    /// <summary>As it stands; null for a new one.</summary>
    public ModuleCard? Card { get; private set; }

    /// <summary>For whom the reader keeps modules.</summary>
    public IReadOnlyList<Choice> Owners =>
    [
        new(ModuleForm.Me, Words["Owner.Me"]),
        .. all.Where(team => ModuleRules.MayKeepFor(Actor, team.Id)).Select(team => new Choice(team.Id.Value.ToString(), team.Name)),
        .. new Choice[] { new(ModuleForm.All, Words["Owner.All"]) }.Where(_ => ModuleRules.MayKeep(Actor, ModuleOwner.Everybody)),
    ];

    /// <summary>The kinds of case.</summary>
    public IReadOnlyList<Choice> Types => [.. kinds.Select(kind => new Choice(kind.Key, Manage.CaseTypes.IndexModel.Named(kind.NameNl, kind.NameEn)))];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        return await Save(save.Handle(new SaveModule.Request(RequestKey, Card?.Id, Form.Version, Form.Details(Actor.Staff), Actor), cancel), Links.Modules, cancel);
    }

    /// <summary>Takes it away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null || Card is not { } card) return NotFound();
        return await Answer(remove.Handle(new RemoveModule.Request(RequestKey, card.Id, Actor), cancel), _ => Saved(Links.Modules, "Removed"));
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        all = await teams.All(cancel);
        kinds = await types.Types(cancel);
    }

    /// <inheritdoc />
    protected override async Task<ModuleForm?> Present(CancellationToken cancel)
    {
        if (Module == New) return new ModuleForm();
        Card = Guid.TryParse(Module, out var id) ? await modules.Find(new TextModuleId(id), Actor, cancel) : null;
        return Card is null ? null : ModuleForm.Of(Card);
    }
}

/// <summary>What is filled in about a text module.</summary>
public sealed class ModuleForm : IManageForm
{
    /// <summary>Stands for the reader.</summary>
    public const string Me = "me";

    /// <summary>Stands for everybody.</summary>
    public const string All = "all";

    /// <summary>Whose it is: the reader's, a team's or everybody's.</summary>
    public string? Owner { get; set; } = Me;

    /// <summary>What it is called.</summary>
    public string? Name { get; set; }

    /// <summary>Its short code.</summary>
    public string? Code { get; set; }

    /// <summary>The text.</summary>
    public string? Dutch { get; set; }

    /// <summary>The same in English.</summary>
    public string? English { get; set; }

    /// <summary>Key of the kind of case for which alone it is offered.</summary>
    public string? CaseType { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) => [("Name", Name), ("Code", Code), ("Dutch", Dutch), ("English", English)];

    internal static ModuleForm Of(ModuleCard card) => new()
    {
        Owner = card.Owner switch { { Team: { } team } => team.Value.ToString(), { Person: not null } => Me, _ => All },
        Name = card.Name, Code = card.Code, Dutch = card.Dutch, English = card.English, CaseType = card.CaseType, Version = card.Version,
    };

    // Who is nobody and no team keeps nothing: the use case says so at the field.
    internal ModuleDetails Details(StaffId? reader) => new(
        Owner switch
        {
            Me => new ModuleOwner(reader, null),
            All => ModuleOwner.Everybody,
            _ => new ModuleOwner(null, new TeamId(Guid.TryParse(Owner, out var team) ? team : Guid.Empty)),
        },
        Code, Name, Dutch, English, CaseType);
}

using Loket.Cases;
using Loket.Cases.Colleagues;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Colleagues;

/// <summary>One virtual colleague: new, or changed with the version that was seen.</summary>
[Right(Right.Configure)]
public sealed class EditModel(VirtualColleagues colleagues, ColleagueWords words, SaveColleague save) : ManagePage<ColleagueForm>
{
    /// <summary>Which one; <c>nieuw</c> for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>As it stands; null for a new one.</summary>
    public ColleagueCard? Card { get; private set; }

    /// <summary>Names and words.</summary>
    public ColleagueWords Say => words;

    /// <summary>When it can look.</summary>
    public IReadOnlyList<Choice> Whens => [.. Enum.GetValues<ColleagueWhen>().Select(when => new Choice(when.ToString(), Words["When." + when]))];

    /// <summary>Whether we know who asked and what they are, or no matter.</summary>
    public IReadOnlyList<Choice> Customers =>
    [
        new("", Words["NoMatter"]), new("yes", Words["Customer.Yes"]), new("person", Words["Customer.Person"]), new("company", Words["Customer.Company"]), new("no", Words["Customer.No"]),
    ];

    /// <summary>Yes, no, or no matter.</summary>
    public IReadOnlyList<Choice> Dangers => [new("", Words["NoMatter"]), new("yes", Words["Danger.Yes"]), new("no", Words["Danger.No"])];

    /// <summary>The sensitive groups of who reads.</summary>
    public IReadOnlyList<Choice> Groups => [.. Actor.Groups.Order(StringComparer.Ordinal).Select(group => new Choice(group, group))];

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Saves it; then it is to be tried.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        var details = Form.Read();
        if (!details.Succeeded) return await Refuse(details.Failure);
        var saved = await save.Handle(new SaveColleague.Request(RequestKey, Card?.Id, Form.Version, details.Value, Actor), cancel);
        return await Save(Task.FromResult(saved), saved.Succeeded ? $"~/beheer/virtuele-collegas/{saved.Value.Value}/proef" : "", cancel);
    }

    /// <inheritdoc />
    protected override Task Load(CancellationToken cancel) => words.Load(Actor, cancel);

    /// <inheritdoc />
    protected override async Task<ColleagueForm?> Present(CancellationToken cancel)
    {
        if (Id == New) return new ColleagueForm();
        Card = Guid.TryParse(Id, out var id) ? await colleagues.Find(new VirtualColleagueId(id), Actor, cancel) : null;
        return Card is null ? null : ColleagueForm.Of(Card);
    }
}

using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>The tasks of a kind of case, in its draft: what has to be done, by whom, in which time, and when they come (row B1).</summary>
[Right(Right.Configure)]
public sealed class TasksModel(CaseTypeForms forms, SaveCaseType save, TeamDirectory teams, PartnerDirectory partners, CategoryList list) : ManagePage<TasksForm>
{
    private static readonly Role[] Roles = [Role.Agent, Role.Handler, Role.TeamLead];

    /// <summary>The type's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>The draft as it stands.</summary>
    public CaseTypeSetUp Stands { get; private set; } = null!;

    /// <summary>Who can do a task.</summary>
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    /// <summary>The subjects of this kind.</summary>
    public IReadOnlyList<Choice> Subjects { get; private set; } = [];

    /// <summary>The statuses of this kind.</summary>
    public IReadOnlyList<Choice> AtStatuses => [.. Stands.Details.Statuses.Select(status => new Choice(status.Key, NameBook.Of(status)))];

    /// <summary>How cases of this kind can end.</summary>
    public IReadOnlyList<Choice> Results => [.. Stands.Details.Results.Select(result => new Choice(result.Key, NameBook.Of(result)))];

    /// <summary>In what a norm is counted.</summary>
    public static IReadOnlyList<Choice> Norms => [.. Enum.GetValues<NormKind>().Select(kind => new Choice(kind.ToString(), StaffWords.Here.Of(kind)))];

    /// <summary>After which tasks one can come, and with which answer.</summary>
    public IReadOnlyList<Choice> Befores => [.. Stands.Details.Tasks.SelectMany(ChoicesAfter)];

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Changes them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        if (Form.Close())
        {
            foreach (var name in ModelState.Keys.Where(key => key.StartsWith("Form.Tasks[", StringComparison.Ordinal)).ToList()) ModelState.Remove(name);
        }

        var tasks = Form.Read();
        if (!tasks.Succeeded) return await Refuse(tasks.Failure);
        return await Save(
            save.Handle(new SaveCaseType.Request(RequestKey, Stands.Details with { Tasks = tasks.Value }, Form.Version, Actor), cancel), $"~/beheer/zaaktypen/{Type}/versies", cancel);
    }

    /// <inheritdoc />
    protected override async Task<TasksForm?> Present(CancellationToken cancel)
    {
        if (await forms.Type(Type, Actor, cancel) is not { } stands) return null;
        Stands = stands;
        return TasksForm.Of(stands);
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Owners =
        [
            new(nameof(TaskOwner.Handler), Words["Owner.Handler"]),
            .. Roles.Select(role => new Choice($"{nameof(TaskOwner.Role)} {role}", Words["Owner.Role", StaffWords.Here.Of(role)], Group: Words["Owner.Roles"])),
            .. (await teams.All(cancel)).Select(team => new Choice($"{nameof(TaskOwner.Team)} {team.Key}", team.Name, Group: Words["Owner.Teams"])),
            .. (await partners.All(cancel)).Select(partner => new Choice($"{nameof(TaskOwner.Partner)} {partner.Key}", partner.Name, Group: Words["Owner.Partners"])),
        ];
        Subjects = [.. (await list.All(cancel)).Where(subject => subject.CaseType == Type).Select(subject => new Choice(subject.Key, IndexModel.Named(subject.NameNl, subject.NameEn)))];
    }

    private IEnumerable<Choice> ChoicesAfter(TaskType task)
    {
        var name = NameBook.Of(task);
        yield return new Choice(task.Key, name);
        if (!task.IsQuestion) yield break;
        yield return new Choice(task.Key + TaskForm.Yes, Words["After.Yes", name]);
        yield return new Choice(task.Key + TaskForm.No, Words["After.No", name]);
    }
}

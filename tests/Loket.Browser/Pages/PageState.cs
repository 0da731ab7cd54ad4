using System.Runtime.CompilerServices;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;

namespace Loket.Browser.Pages;

/// <summary>A page in one of the states in which people meet it.</summary>
/// <param name="Page">The page, as the program names it: its path below Pages.</param>
/// <param name="State">The state in words.</param>
/// <param name="Show">Brings a window to it.</param>
internal sealed record PageState(string Page, string State, Func<Scene, Task<Window>> Show)
{
    /// <summary>A page as it opens, before anybody does anything.</summary>
    public PageState(string page, string state, Func<Scene, Opening> open) : this(page, state, async scene => await open(scene)) => OnlyOpens = true;

    /// <summary>The page that tells of what is not there, not allowed or broken.</summary>
    public const string Problem = "/Problem/Index";

    /// <summary>The page that is shown then, where it is another on purpose. What is not there or not allowed is told by the page for that.</summary>
    public string LandsOn { get; init; } =
        State.StartsWith("not found", StringComparison.Ordinal) || State.StartsWith("forbidden", StringComparison.Ordinal) ? Problem : Page;

    /// <summary>Nothing is changed to come to it: such states may share a town.</summary>
    public bool OnlyOpens { get; }
}

/// <summary>A page that is opened by its address and nothing else, as soon as somebody waits for it.</summary>
/// <param name="scene">Where.</param>
/// <param name="path">Its address.</param>
/// <param name="roles">Who opens it; a resident or partner without roles.</param>
/// <param name="status">The status that it answers with, where that is one of its own.</param>
internal sealed class Opening(Scene scene, string path, IReadOnlyList<Role> roles, int? status)
{
    public static implicit operator Task<Window>(Opening opening) => opening.Open();

    public TaskAwaiter<Window> GetAwaiter() => Open().GetAwaiter();

    private async Task<Window> Open()
    {
        var window = await scene.Window(roles);
        if (status is { } own) window.Expect(own);
        await window.Open(path);
        return window;
    }
}

/// <summary>What a state is made with.</summary>
/// <param name="Town">A town of its own; that of others where nothing is changed.</param>
/// <param name="Window">Opens a window: of a resident or partner without roles, else of somebody who has signed in.</param>
internal sealed record Scene(Town Town, Func<IReadOnlyList<Role>, Task<Window>> Window)
{
    /// <summary>A page as somebody opens it.</summary>
    public Opening At(string path, params IReadOnlyList<Role> roles) => new(this, path, roles, null);

    /// <summary>A page that answers with a status of its own.</summary>
    public Opening Refused(int status, string path, params IReadOnlyList<Role> roles) => new(this, path, roles, status);

    /// <summary>A case that waits for nothing, with a street lamp's partner; gives what is known of it.</summary>
    public Task<PartnerJob> Job(string subject = "lamp 118-042 brandt niet") => PartnerJob.In(Town, subject);

    /// <summary>The table of all states.</summary>
    public static IReadOnlyList<PageState> All { get; } = [.. PublicStates.All, .. ProblemStates.All, .. PartnerStates.All, .. SignInStates.All, .. StaffStates.All, .. CaseStates.All, .. DraftStates.All, .. CallbackStates.All, .. CustomerStates.All, .. ModuleStates.All, .. ManageStates.All, .. RuleStates.All];
}
